import ArgumentParser
import Database
import Domain
import Foundation
import Hummingbird
import Logging
import NIOCore
import ServiceLifecycle
import Store
import UnixSignals
import Web

struct Serve: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve", abstract: "Démarre Cordée sur un dossier de données.",
        discussion: "Sur un dossier vide, un lien d’installation à usage unique est écrit dans le terminal.")

    @OptionGroup var options: ServerOptions

    func run() async throws {
        let settings = try options.read()
        let instance = try await Instance.open(settings, create: true)
        let isEmpty = try await instance.store.isEmpty()
        let setup = isEmpty ? SetupToken(now: Instance.now()) : nil
        let address = "http://\(settings.host):\(settings.port)"
        try await Server.run(
            instance, settings,
            web: WebSettings(
                trustedProxies: settings.proxies, setupToken: setup, isSecureSite: settings.isSecureSite,
                fonts: settings.fonts)
        ) {
            Terminal.say("Cordée écoute sur \(address)")
            if let setup {
                Terminal.say(
                    "Première installation : ouvrez ce lien dans l’heure (il sert une fois) :\n  \(address)\(setup.path)"
                )
                Terminal.say(
                    "Clé d’instance : \(settings.keyFile)\n  Gardez-en une copie à part : sans elle, les données ne s’ouvrent pas."
                )
            }
        }
    }
}

/// The HTTP server with its limits and its orderly end.
enum Server {
    static func run(
        _ instance: Instance, _ settings: Settings, web: WebSettings, started: @escaping @Sendable () -> Void
    ) async throws {
        var logger = Logger(label: "cordee")
        logger.logLevel = .notice
        let app = try App(
            store: instance.store, definitions: instance.definitions, settings: web, logger: logger, clock: Instance.now
        )
        let server = Application(
            router: Routes.router(app),
            server: .http1(
                configuration: .init(
                    idleTimeout: .seconds(15),
                    httpDecoderConfiguration: .init(
                        maxHeaderFieldSize: 8 << 10, maxHeaderListSize: 16 << 10, maxHeaderFieldCount: 100))),
            configuration: .init(address: .hostname(settings.host, port: settings.port), serverName: nil),
            onServerRunning: { _ in started() }, logger: logger)
        var group = ServiceGroupConfiguration(
            services: [
                .init(
                    service: Housekeeping(store: instance.store, logger: logger), successTerminationBehavior: .ignore),
                .init(service: server),
            ],
            gracefulShutdownSignals: [.sigterm, .sigint], logger: logger)
        group.maximumGracefulShutdownDuration = .seconds(10)
        do { try await ServiceGroup(configuration: group).run() } catch let error as IOError
            where error.errnoCode == EADDRINUSE
        {
            throw Failure("Erreur : le port \(settings.port) est déjà pris. Choisissez-en un autre par --port.")
        }
        await instance.store.engine.close()
    }
}

/// Regular upkeep: the index of people is made ready, the whole base is looked through once (the start has looked at
/// what it could in a third of a second), what has outlived its use goes.
struct Housekeeping: Service {
    let store: Store
    let logger: Logger

    func run() async throws {
        do {
            try await cancelWhenGracefulShutdown {
                try await attempt("noms") { try await store.warmUp(now: Instance.now()) }
                try await attempt("verification", lookThrough)
                while true {
                    try await attempt("menage") { try await store.sweep(now: Instance.now()) }
                    try await Task.sleep(for: .seconds(3600))
                }
            }
        } catch is CancellationError {
            // The program ends: nothing is left to do.
        }
    }

    /// Upkeep that fails is said in the log and made again at the next round: it never stops the server.
    private func attempt(_ name: String, _ work: () async throws -> Void) async throws {
        do { try await work() } catch let end as CancellationError { throw end } catch {
            logger.error("entretien", metadata: ["tache": "\(name)", "panne": "\(FaultKind(error))"])
        }
    }

    private func lookThrough() async throws {
        let problems = try await store.engine.integrityCheck(within: .seconds(300))
        if !problems.isEmpty { logger.critical("base-abimee", metadata: ["nombre": "\(problems.count)"]) }
    }
}
