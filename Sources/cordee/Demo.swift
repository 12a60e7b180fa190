import ArgumentParser
import Domain
import Foundation
import Store
import Web
import World

struct Demo: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "demo", abstract: "Démarre Cordée avec des personnes et des dossiers inventés.",
        discussion:
            "Un lien de connexion par rôle est écrit dans le terminal. Les données inventées restent d’une fois à l’autre."
    )

    @OptionGroup var options: ServerOptions

    func run() async throws {
        let settings = try options.read()
        let started = Date()
        let instance = try await Instance.open(settings, create: true)
        let links = try await accounts(instance, settings)
        let demo = Dictionary(uniqueKeysWithValues: links.map { (Nonce.random(), $0.aidant) })
        let address = "http://\(settings.host == "127.0.0.1" ? "localhost" : settings.host):\(settings.port)"
        try await Server.run(
            instance, settings, web: WebSettings(demoLinks: demo, fonts: settings.fonts, isDemo: true)
        ) {
            let seconds = Int(Date().timeIntervalSince(started).rounded())
            Terminal.say("\nCordée est prête (\(seconds) s) : \(address)\n\nOuvrez un lien pour entrer dans un rôle :")
            for link in links {
                guard let token = demo.first(where: { $0.value == link.aidant })?.key else { continue }
                Terminal.say("  \(link.name) : \(address)/demo/\(token)")
            }
            Terminal.say(
                "\nOu avec une adresse (par exemple \(Cast.ines.email)) et le mot de passe « \(Cast.password) ».")
            Terminal.say("Tout est inventé. Pour arrêter : Ctrl-C.")
        }
    }

    private struct Link {
        let name: String
        let aidant: ID<Aidant>
    }

    private var marker: String { "demo.json" }

    /// Writes the invented world into an empty folder, or finds it again.
    private func accounts(_ instance: Instance, _ settings: Settings) async throws -> [Link] {
        let path = "\(settings.data)/\(marker)"
        let colleagues = Cast.team + [Cast.claire]
        if try await instance.store.isEmpty() {
            Terminal.say("Chargement des personnes et des dossiers inventés…")
            let built = try await World(
                store: instance.store, definitions: instance.definitions, now: Instance.now()
            ).ordinary()
            try makeFolder(settings.data)
            try JSONEncoder().encode(built.aidants.mapValues(\.raw)).write(to: URL(fileURLWithPath: path))
        }
        guard let data = FileManager.default.contents(atPath: path),
            let known = try? JSONDecoder().decode([String: String].self, from: data)
        else {
            throw Failure(
                "Erreur : « \(settings.data) » contient une vraie structure. La démonstration demande un dossier vide : --data AUTRE-DOSSIER."
            )
        }
        return colleagues.compactMap { colleague in
            known[colleague.key].map {
                Link(name: "\(colleague.firstName), \(colleague.role.demoWords)", aidant: ID($0))
            }
        }
    }

    private func makeFolder(_ path: String) throws {
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }
}

extension Role {
    var demoWords: String {
        switch self {
        case .reception: "agente d’accueil"
        case .instructor: "instructrice"
        case .socialWorker: "travail social"
        case .mediator: "médiateur numérique"
        case .referent: "référent (ne voit que ses personnes)"
        case .responsable: "responsable"
        case .administrator: "administrateur (ne voit aucun contenu)"
        }
    }
}
