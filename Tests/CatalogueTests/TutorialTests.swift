import Catalogue
import Domain
import Foundation
import Testing

@Suite struct AddingAProcedure {
    @Test func `the file given in the tutorial is correct as it stands`() throws {
        let page = ReferenceOfTheFormat.repository.appendingPathComponent("docs/ajouter-une-demarche.md")
        let text = try String(contentsOf: page, encoding: .utf8)
        let example = try #require(
            text.components(separatedBy: "```yaml\n").dropFirst().first?.components(separatedBy: "```").first)

        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("catalogue-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        try FileManager.default.copyItem(at: RealCatalogue.folder, to: folder)
        try Data(example.utf8).write(to: folder.appendingPathComponent("demarches/carte-transport.yaml"))

        let result = CatalogueFolder.load(folder)
        #expect(result.problems.filter { $0.file == "demarches/carte-transport.yaml" } == [])
        #expect(result.definitions.demarche("carte-transport")?.level == .guide)
    }
}
