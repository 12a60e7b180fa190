import ArgumentParser

/// The command line. Exit statuses: 0 all is well, 1 something is wrong (said on standard error), 64 the command was not
/// understood.
struct Cordee: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "cordee",
        abstract: "Cordée, l’établi des personnes qui aident à faire les démarches en ligne.",
        discussion: """
            Codes de sortie : 0 tout va bien ; 1 quelque chose ne va pas (dit sur la sortie d’erreur) ; 64 commande mal \
            écrite.
            """,
        version: "0.1",
        subcommands: [
            Serve.self, Demo.self, CatalogueCommand.self, KeyCommand.self, JournalCommand.self, SettingsCommand.self,
            CrowdCommand.self,
        ])
}

@main
enum Main {
    static func main() async {
        CoreDumps.forbid()
        do {
            var command = try Cordee.parseAsRoot()
            if var asynchronous = command as? any AsyncParsableCommand {
                try await asynchronous.run()
            } else {
                try command.run()
            }
        } catch {
            FrenchHelp.exit(error)
        }
    }
}
