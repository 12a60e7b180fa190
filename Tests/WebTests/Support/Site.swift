import Catalogue
import Database
import Domain
import Foundation
import Hummingbird
import Logging
import Store
import Synchronization
import World

@testable import Sealing
@testable import Web

/// The whole site, answered in the test's own process: real router, real Store, real SQLite.
struct Site: Sendable {
    let app: App
    let engine: SQLiteEngine
    let built: Built
    let clock: TestClock
    let log: CapturedLog
    let declared: [DeclaredRoute]
    let responder: RouterResponder<VisitorContext>
    /// The folder of the base and of its key.
    let folder: String

    var store: Store { app.store }

    /// Saturday 21 November 2026, 10:00 in Paris.
    static let start = Moment(milliseconds: 1_795_251_600_000)

    /// The real catalogue, read once.
    static let definitions = CatalogueFolder.load(
        URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent().appending(path: "catalogue")
    ).definitions

    /// The index of the procedures, made once.
    static let needs = NeedSearch(definitions)

    /// Somebody at a browser, not signed in.
    func visitor(address: String? = nil) -> Browser { Browser(site: self, address: address) }

    /// Somebody at a browser, signed in without the form.
    func browser(_ colleague: Cast.Colleague) async throws -> Browser {
        let browser = visitor()
        browser.keep(cookie: Cookies.session, try await store.openSession(built.aidant(colleague), now: clock.now))
        return browser
    }

    func usager(_ name: String) -> ID<Usager> { built.usagers[name] ?? ID("") }
    func dossier(_ name: String) -> ID<Dossier> { built.dossiers[name] ?? ID("") }
    func structure(of colleague: Cast.Colleague) -> ID<Structure> {
        colleague.key == Cast.claire.key ? built.association : built.ccas
    }

    /// One number of the base.
    func count(_ sql: SQL) async throws -> Int { try await engine.read { try $0.first(sql)?.int("n") ?? -1 } }

    /// The identifier that a query finds first.
    func id(_ sql: SQL) async throws -> String? { try await engine.read { try $0.first(sql)?.text("id") } }

    /// Every committed byte of the base: the same before and after means that nothing was written.
    func bytes() throws -> [UInt8] {
        try ["", "-wal"].flatMap { suffix in
            let path = "\(folder)/cordee.sqlite\(suffix)"
            return FileManager.default.fileExists(atPath: path)
                ? Array(try Data(contentsOf: URL(fileURLWithPath: path))) : []
        }
    }
}

/// A clock that moves when it is told to.
final class TestClock: Sendable {
    private let moment: Mutex<Moment>

    init(_ start: Moment) { moment = Mutex(start) }

    var now: Moment { moment.withLock { $0 } }

    func advance(minutes: Int) { moment.withLock { $0 = $0.adding(minutes: minutes) } }
}

/// What the server writes to its log, kept line by line.
final class CapturedLog: Sendable {
    private let kept = Mutex<[String]>([])

    var lines: [String] { kept.withLock { $0 } }

    var logger: Logger {
        var logger = Logger(label: "essai") { _ in Handler(log: self) }
        logger.logLevel = .trace
        return logger
    }

    private struct Handler: LogHandler {
        let log: CapturedLog
        var metadata: Logger.Metadata = [:]
        var logLevel = Logger.Level.trace

        init(log: CapturedLog) { self.log = log }

        subscript(metadataKey key: String) -> Logger.Metadata.Value? {
            get { metadata[key] }
            set { metadata[key] = newValue }
        }

        func log(event: LogEvent) {
            let all = metadata.merging(event.metadata ?? [:]) { _, new in new }
            log.kept.withLock { $0.append("\(event.level) \(event.message) \(all)") }
        }
    }
}
