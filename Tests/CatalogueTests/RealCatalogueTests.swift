import Catalogue
import Domain
import Foundation
import Testing

/// The catalogue that ships with Cordée, read once for all cases.
enum RealCatalogue {
    static let folder = ReferenceOfTheFormat.repository.appendingPathComponent("catalogue")
    static let result = CatalogueFolder.load(folder)

    /// Every YAML file of the folder, and whatever else a problem names.
    static let files: [String] = {
        let found = FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String } ?? []
        return Set(found.filter { $0.hasSuffix(".yaml") } + result.problems.map(\.file)).sorted()
    }()
}

@Suite struct TheRealCatalogue {
    @Test(arguments: RealCatalogue.files)
    func `a file has no problem`(_ file: String) {
        let problems = RealCatalogue.result.problems.filter { $0.file == file }
        #expect(problems.isEmpty, "\(CatalogueReport.text(problems))")
    }

    @Test func `every file of a procedure gives one`() {
        let names = RealCatalogue.files.filter { $0.hasPrefix("demarches/") }
        #expect(!names.isEmpty)
        #expect(RealCatalogue.result.definitions.demarches.map { "demarches/\($0.id).yaml" } == names)
    }
}
