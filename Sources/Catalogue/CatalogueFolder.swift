import Domain
import Foundation

/// What a catalogue folder gives. `definitions` is to be used only when `problems` is empty.
public struct LoadResult: Sendable {
    public var definitions: Definitions
    /// All of them at once, sorted by file and line.
    public var problems: [CatalogueProblem]
}

/// Reads and checks a catalogue folder: the only way in, for the program, the command and the tests.
public enum CatalogueFolder {
    /// Reads every file of the folder; never throws: what is wrong is in `problems`.
    public static func load(_ folder: URL) -> LoadResult {
        let listing = FolderListing(folder)
        let vocabulary = VocabularyLoading.load(listing)
        let drafts = DemarcheLoading.load(listing, vocabulary: vocabulary)
        var problems = listing.problems + vocabulary.problems + drafts.flatMap(\.problems)
        problems += PhraseCheck.problems(drafts)
        return LoadResult(
            definitions: vocabulary.definitions(demarches: drafts.compactMap(\.demarche)),
            problems: Array(Set(problems)).sorted())
    }

    /// - Parameter path: a path to the folder, absolute or from the current directory.
    public static func load(_ path: String) -> LoadResult {
        load(URL(fileURLWithPath: path, isDirectory: true))
    }
}
