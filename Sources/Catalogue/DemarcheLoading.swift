import Domain
import Foundation
import Synchronization

/// A procedure as read from its file, with what is wrong in it.
struct DemarcheDraft: Sendable {
    let file: String
    /// nil when the file could not be read as YAML.
    var demarche: Demarche?
    var problems: [CatalogueProblem]
    /// The line and column of each phrase, to compare procedures with one another.
    var phrasePlaces: [Spot] = []
}

enum DemarcheLoading {
    /// Reads the files on all processors; the result is in the order of the names.
    static func load(_ listing: FolderListing, vocabulary: Vocabulary) -> [DemarcheDraft] {
        let drafts = Mutex<[Int: DemarcheDraft]>([:])
        DispatchQueue.concurrentPerform(iterations: listing.demarches.count) { index in
            let file = listing.demarches[index]
            let draft = read(file, at: listing.url(file), vocabulary)
            drafts.withLock { $0[index] = draft }
        }
        return drafts.withLock { found in listing.demarches.indices.compactMap { found[$0] } }
    }

    static func read(_ file: String, at url: URL, _ vocabulary: Vocabulary) -> DemarcheDraft {
        let reading = FileReading(file: file)
        guard let root = YamlFile.root(url, reading) else {
            return DemarcheDraft(file: file, problems: reading.problems)
        }
        var demarche = DemarcheFormat.block.read(Cell(node: root, reading: reading))
        let malformed = Set(reading.problems.map(\.line))
        let formal = reading.problems.count
        let places = Places(root: root, reading: reading)
        places.checkName(demarche.id, file: file)
        DemarcheCheck.check(&demarche, vocabulary, places)
        // A value that could not be read was replaced: what its meaning then breaks is not worth saying.
        let problems = reading.problems.enumerated().filter { $0 < formal || !malformed.contains($1.line) }.map(
            \.element)
        let phrases = demarche.search.phrases.indices.map { places.spot(["recherche", "phrases", .index($0)]) }
        return DemarcheDraft(file: file, demarche: demarche, problems: problems, phrasePlaces: phrases)
    }
}
