import Foundation

/// The files of a catalogue folder, in the order of their names.
struct FolderListing: Sendable {
    let folder: URL
    let demarches: [String]
    let organismes: [String]
    let pieces: [String]
    let problems: [CatalogueProblem]

    static let vocabularies = ["aidants-connect", "categories", "coop", "faits", "lexique"]

    init(_ folder: URL) {
        self.folder = folder
        var problems: [CatalogueProblem] = []
        demarches = Self.files(in: "demarches", of: folder, &problems)
        organismes = Self.files(in: "organismes", of: folder, &problems)
        pieces = Self.files(in: "pieces", of: folder, &problems)
        let names = Self.vocabularies.map { "vocabulaires/\($0).yaml" }
        for found in Self.files(in: "vocabulaires", of: folder, &problems) where !names.contains(found) {
            problems.append(
                .init(file: found, line: 1, column: 1, message: "vocabulaire inconnu.\(Nearest.hint(found, in: names))")
            )
        }
        self.problems = problems
    }

    func url(_ file: String) -> URL { folder.appendingPathComponent(file) }

    private static func files(in directory: String, of folder: URL, _ problems: inout [CatalogueProblem]) -> [String] {
        let names: [String]
        do {
            names = try FileManager.default.contentsOfDirectory(atPath: folder.appendingPathComponent(directory).path)
        } catch {
            problems.append(
                .init(file: directory, line: 1, column: 1, message: "dossier « \(directory) » absent ou illisible."))
            return []
        }
        var kept: [String] = []
        for name in names.sorted() where !name.hasPrefix(".") && !name.hasSuffix(".md") {
            let path = "\(directory)/\(name)"
            if name.hasSuffix(".yaml") {
                kept.append(path)
            } else {
                problems.append(
                    .init(
                        file: path, line: 1, column: 1, message: "fichier inattendu : le nom doit finir par « .yaml ».")
                )
            }
        }
        return kept
    }
}
