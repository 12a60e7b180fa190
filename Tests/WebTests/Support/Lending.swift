import Database
import Domain
import Foundation
import Hummingbird
import Store

@testable import Sealing
@testable import Web
@testable import World

/// Lends the site on its own copy of the invented world.
func withSite(
    _ settings: WebSettings = WebSettings(), hasher: PasswordHasher = .fast, _ body: (Site) async throws -> Void
) async throws {
    let world = try await WrittenWorld.once.value
    try await withFolder { folder in
        // What was committed last may still stand in the log beside the file.
        for end in ["", "-wal"] where FileManager.default.fileExists(atPath: world.base + end) {
            try FileManager.default.copyItem(atPath: world.base + end, toPath: folder + "/cordee.sqlite" + end)
        }
        try await lend(folder, keys: world.keys, built: world.built, settings, hasher, body)
    }
}

/// Lends the site before its first structure.
func withEmptySite(_ settings: WebSettings, _ body: (Site) async throws -> Void) async throws {
    let built = Built(ccas: ID(""), association: ID(""), aidants: [:], usagers: [:], dossiers: [:])
    try await withFolder { folder in
        let keys = try InstanceKeys.create(at: folder + "/cles/instance")
        try await lend(folder, keys: keys, built: built, settings, .fast, body)
    }
}

private func lend(
    _ folder: String, keys: InstanceKeys, built: Built, _ settings: WebSettings, _ hasher: PasswordHasher,
    _ body: (Site) async throws -> Void
) async throws {
    let engine = try SQLiteEngine(path: folder + "/cordee.sqlite", readers: 2)
    let result: Result<Void, any Error>
    do {
        let clock = TestClock(Site.start)
        let log = CapturedLog()
        let store = try await Store.open(
            engine: engine, keys: keys, hasher: hasher, catalogue: Site.definitions, now: clock.now)
        let app = try App(
            store: store, definitions: Site.definitions, settings: settings, logger: log.logger, needs: Site.needs
        ) { clock.now }
        let table = Routes.table(app)
        let site = Site(
            app: app, engine: engine, built: built, clock: clock, log: log, declared: table.declared,
            responder: table.router.buildResponder(), folder: folder)
        result = .success(try await body(site))
    } catch { result = .failure(error) }
    await engine.close()
    try result.get()
}

/// Lends a new folder in memory where there is one, and removes it.
func withFolder(_ body: (String) async throws -> Void) async throws {
    let root =
        FileManager.default.isWritableFile(atPath: "/dev/shm")
        ? URL(fileURLWithPath: "/dev/shm") : FileManager.default.temporaryDirectory
    let folder = root.appending(path: "cordee-web-\(UUID())").path
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try await body(folder)
}

/// The invented world, written once per run; each test copies its file.
private struct WrittenWorld: Sendable {
    let base: String
    let keys: InstanceKeys
    let built: Built

    static let once = Task { try await write() }

    private static func write() async throws -> WrittenWorld {
        let folder = FileManager.default.temporaryDirectory.appending(path: "cordee-monde-\(UUID())").path
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        let keys = try InstanceKeys.create(at: folder + "/cles/instance")
        let path = folder + "/cordee.sqlite"
        let engine = try SQLiteEngine(path: path)
        let store = try await Store.open(
            engine: engine, keys: keys, hasher: .fast, catalogue: Site.definitions, now: Site.start)
        let built = try await World(store: store, definitions: Site.definitions, now: Site.start).ordinary()
        await engine.close()
        return WrittenWorld(base: path, keys: keys, built: built)
    }
}
