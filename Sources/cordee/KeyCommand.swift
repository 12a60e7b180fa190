import ArgumentParser
import Database
import Foundation
import Store

struct KeyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "key", abstract: "Gère les clés de chiffrement.", subcommands: [Rotate.self])

    struct Rotate: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "rotate", abstract: "Renouvelle la clé d’instance et les clés des structures.",
            discussion: """
                Arrêtez le serveur avant. Interrompue à n’importe quel moment, la commande se relance : elle finit le \
                travail. Gardez une nouvelle copie de la clé après.
                """)

        @OptionGroup var options: DataOptions

        func run() async throws {
            let settings = try options.read()
            let instance = try await Instance.open(settings, create: false)
            try await instance.store.rotateKeys(keyFile: settings.keyFile, now: Instance.now()) { progress in
                Terminal.progress("Clés renouvelées : \(progress.filesDone) sur \(progress.filesTotal)")
            }
            await instance.store.engine.close()
            Terminal.say("\nLes clés sont renouvelées. Gardez une copie de « \(settings.keyFile) » à part.")
        }
    }
}
