import Catalogue
import Database
import Domain
import Foundation
import Store
import Synchronization
import Testing
import World

@testable import Sealing

/// A Store with the invented world in it, at a fixed instant.
struct House: Sendable {
    let store: Store
    let engine: any Engine
    let built: Built
    let world: World
    let base: TestBase

    /// Saturday 21 November 2026, 10:00 in Paris.
    static let now = Moment(milliseconds: 1_795_251_600_000)
    static var today: Day { now.day }

    /// The real catalogue, read once.
    static let definitions = CatalogueFolder.load(
        URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent().appending(path: "catalogue")
    ).definitions

    static func demarche(_ id: String) throws -> Demarche { try #require(definitions.demarche(id)) }

    func usager(_ name: String) throws -> ID<Usager> { try #require(built.usagers[name]) }
    func dossier(_ name: String) throws -> ID<Dossier> { try #require(built.dossiers[name]) }

    /// A colleague who acts now, or some days or minutes away from now.
    func access(
        _ colleague: Cast.Colleague, daysAgo: Int = 0, minutes: Int = 0,
        special: [Role] = [.socialWorker, .responsable]
    ) -> Access {
        Access(
            aidant: built.aidant(colleague),
            structure: colleague.key == Cast.claire.key ? built.association : built.ccas, role: colleague.role,
            session: "seance-\(colleague.key)", now: House.now.adding(days: -daysAgo).adding(minutes: minutes),
            settings: StructureSettings(specialRoles: special))
    }

    /// The dossier as a colleague reads it now.
    func file(_ name: String, _ by: Cast.Colleague = Cast.ines) async throws -> DossierFile {
        try await store.readDossier(access(by), id: dossier(name), page: "test")
    }
}

/// Identifiers in order, the same in each run.
func orderedIDs(_ prefix: String = "n") -> IDs {
    let last = Mutex(0)
    return IDs {
        let number = last.withLock { last -> Int in
            last += 1
            return last
        }
        return prefix + String(repeating: "0", count: max(0, 7 - String(number).count)) + String(number)
    }
}

/// Form keys that nobody used yet.
func newForm() -> FormKey { FormKey("formulaire-" + UUID().uuidString) }

let noWork = Work(way: .together, minutes: 0)

extension TestBase {
    /// Opens the Store, with new keys the first time.
    func openStore(
        _ engine: any Engine, keys: InstanceKeys? = nil, hasher: PasswordHasher = .fast, ids: IDs = orderedIDs()
    ) async throws -> Store {
        let known: InstanceKeys
        if let keys {
            known = keys
        } else if FileManager.default.fileExists(atPath: keyFile) {
            known = try InstanceKeys.load(from: keyFile)
        } else {
            known = try InstanceKeys.create(at: keyFile)
        }
        return try await Store.open(
            engine: engine, keys: known, hasher: hasher, catalogue: House.definitions, ids: ids, now: House.now)
    }
}

extension EngineKind {
    /// Lends a Store without a structure.
    func withStore(
        hasher: PasswordHasher = .fast, _ body: (Store, any Engine, TestBase) async throws -> Void
    ) async throws {
        try await withBase { base in
            let engine = try await base.openEngine()
            let result: Result<Void, any Error>
            do {
                let store = try await base.openStore(engine, hasher: hasher)
                result = .success(try await body(store, engine, base))
            } catch { result = .failure(error) }
            await engine.close()
            try result.get()
        }
    }

    /// Lends a Store with the whole invented world.
    func withHouse(_ body: (House) async throws -> Void) async throws {
        try await withStore { store, engine, base in
            let world = World(store: store, definitions: House.definitions, now: House.now)
            let built = try await world.ordinary()
            try await body(House(store: store, engine: engine, built: built, world: world, base: base))
        }
    }
}

extension Store {
    /// Whether every chain of the journal is whole.
    func journalHolds() async throws -> Bool { try await verifyJournal().allSatisfy { $0.fault == nil } }
}
