import Domain
import Foundation
import Testing

@testable import Catalogue

@Suite struct ReferenceOfTheFormat {
    static let repository = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    @Test func `docs/catalogue.md is what the loader's tables say`() throws {
        let page = Self.repository.appendingPathComponent("docs/catalogue.md")
        let expected = CatalogueReference.markdown()
        if ProcessInfo.processInfo.environment["CORDEE_UPDATE_DOCS"] == "1" {
            try Data(expected.utf8).write(to: page)
        }
        let written = try String(contentsOf: page, encoding: .utf8)
        #expect(written == expected, "docs/catalogue.md is out of date: run the tests once with CORDEE_UPDATE_DOCS=1")
    }

    @Test(arguments: CatalogueReference.blocks().map(\.title))
    func `the keys of a block are exactly those that are read`(_ title: String) throws {
        let block = try #require(CatalogueReference.blocks().first { $0.title == title })
        #expect(Set(block.keys.map(\.name)) == block.namesRead())
        #expect(Set(block.keys.map(\.name)).count == block.keys.count)
    }

    @Test(arguments: CatalogueReference.blocks().map(\.title))
    func `the examples of a block are read without a problem`(_ title: String) throws {
        for key in try #require(CatalogueReference.blocks().first { $0.title == title }).keys {
            let reading = FileReading(file: "\(title), \(key.name)")
            let node = try #require(YamlFile.document(key.example, reading))
            key.check(Cell(node: node, reading: reading))
            #expect(reading.problems == [])
        }
    }

    @Test func `every key has a meaning and an example`() {
        for block in CatalogueReference.blocks() {
            for key in block.keys {
                #expect(!key.meaning.isEmpty && !key.example.isEmpty, "\(block.title), \(key.name)")
            }
        }
    }

    @Test(arguments: ConditionOperator.all.map(\.name))
    func `every operator is read back under its own word`(_ name: String) throws {
        let line = try #require(ConditionOperator.all.first { $0.name == name })
        let types = ["plus_de", "au_moins", "moins_de", "au_plus", "depasse"].contains(name)
        let operand =
            types ? "reponse: prime" : name == "est" || name == "parmi" ? "reponse: contrat" : "fait: date_naissance"
        let example =
            [
                "est": "est: cdi", "parmi": "parmi: [cdi]", "depasse": "depasse: {reponse: salaire}",
                "pareil_que": "pareil_que: {reponse: fin_contrat}",
                "different_de": "different_de: {reponse: fin_contrat}",
            ][name] ?? line.example
        let loaded = try SmallCatalogue().replacing(
            "si: {reponse: prime, depasse: {reponse: salaire}}", with: "si: {\(operand), \(example)}"
        ).load()
        let condition = try #require(loaded.definitions.demarche("aide-essai")?.checks.first?.condition)
        guard case .test(_, let test) = condition else {
            Issue.record("not a test: \(condition)")
            return
        }
        #expect(test.word == name)
    }
}
