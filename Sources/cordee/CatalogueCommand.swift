import ArgumentParser
import Catalogue
import Domain
import Foundation

struct CatalogueCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "catalogue", abstract: "Vérifie le catalogue, ou y cherche.",
        subcommands: [Check.self, Search.self])

    struct Check: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "check", abstract: "Vérifie le catalogue : tous les problèmes, avec fichier et ligne.",
            discussion: "Code de sortie 1 s’il y a au moins un problème.")

        @ArgumentParser.Option(help: ArgumentHelp("Dossier du catalogue.", valueName: "dossier"))
        var catalogue: String?

        func run() throws {
            let folder = try Settings(flags: [.catalogue: catalogue]).catalogue
            let result = CatalogueFolder.load(folder)
            let text = CatalogueReport.text(result.problems, folder: folder)
            guard result.problems.isEmpty else { throw Failure(text) }
            Terminal.say(text)
            let full = result.definitions.demarches.filter { $0.level == .full }.count
            Terminal.say("\(result.definitions.demarches.count) démarches, dont \(full) complètes.")
        }
    }

    struct Search: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "search", abstract: "Cherche les démarches qui répondent à une phrase.",
            discussion: """
                Sans phrase, une phrase par ligne est lue sur l’entrée standard. Avec --json, une ligne par phrase : un \
                tableau de {"id", "titre", "score", "pourquoi"} dans l’ordre.
                """)

        @Flag(help: "Une ligne de JSON par phrase.")
        var json = false

        @ArgumentParser.Option(help: ArgumentHelp("Dossier du catalogue.", valueName: "dossier"))
        var catalogue: String?

        @Argument(help: ArgumentHelp("Ce que dit la personne.", valueName: "phrase"))
        var phrases: [String] = []

        func run() throws {
            let folder = try Settings(flags: [.catalogue: catalogue]).catalogue
            let finder = NeedFinder(definitions: try Instance.loadCatalogue(folder))
            if phrases.isEmpty {
                while let line = readLine() { try show(finder, line) }
            } else {
                for phrase in phrases { try show(finder, phrase) }
            }
        }

        private func show(_ finder: NeedFinder, _ phrase: String) throws {
            let found = finder.find(phrase)
            if json {
                let encoder = JSONEncoder()
                encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
                Terminal.say(String(decoding: try encoder.encode(found), as: UTF8.self))
                return
            }
            Terminal.say("« \(phrase) »")
            if found.isEmpty { Terminal.say("  rien trouvé") }
            for (index, match) in found.enumerated() {
                Terminal.say("  \(index + 1). \(match.titre) (\(match.id), \(match.score))\n     \(match.pourquoi)")
            }
        }
    }
}
