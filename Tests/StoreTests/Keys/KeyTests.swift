import Database
import Domain
import Foundation
import Store
import Testing
import World

@testable import Sealing

@Suite struct `The keys of the data` {
    private struct Wrapped {
        let place: String
        let bytes: [UInt8]
    }

    @Test(arguments: EngineKind.all)
    func `stand in three storeys, each wrapped under the one above with its version`(kind: EngineKind) async throws {
        try await kind.withHouse { house async throws in
            let keys = try InstanceKeys.load(from: house.base.keyFile)
            let structures = try await house.engine.rows("SELECT structure_id, version, wrapped FROM structure_keys")
            #expect(structures.count == 2)
            for row in structures { #expect(Seal.wrappedVersion(try row.blob("wrapped")) == keys.current) }
            let files = try await house.engine.rows("SELECT key_version, wrapped FROM data_keys")
            #expect(files.count == house.built.usagers.count + 2)
            for row in files {
                let version = try row.int("key_version")
                #expect(Seal.wrappedVersion(try row.blob("wrapped")) == version)
            }
            let wrapped = Set(try files.map { try $0.blob("wrapped") })
            #expect(wrapped.count == files.count)
        }
    }

    @Test(arguments: EngineKind.all)
    func `two sealed values that changed places do not open any more`(kind: EngineKind) async throws {
        try await kind.withHouse { house async throws in
            let (a, b) = (try house.usager("diallo").raw, try house.usager("petit").raw)
            try await house.engine.write { db in
                func facts(_ id: String) throws -> [UInt8] {
                    try db.first("SELECT facts FROM usager_facts WHERE usager_id = \(id) AND sensitivity = 'generale'")?
                        .blob("facts") ?? []
                }
                let (ofA, ofB) = (try facts(a), try facts(b))
                try db.execute(
                    "UPDATE usager_facts SET facts = \(ofB) WHERE usager_id = \(a) AND sensitivity = 'generale'")
                try db.execute(
                    "UPDATE usager_facts SET facts = \(ofA) WHERE usager_id = \(b) AND sensitivity = 'generale'")
            }
            for name in ["diallo", "petit"] {
                await #expect(throws: SealError.altered) {
                    try await house.store.readUsager(house.access(Cast.ines), id: house.usager(name))
                }
            }
            let other = try await house.store.readUsager(house.access(Cast.ines), id: house.usager("nguyen"))
            #expect(other.usager.name.last == "Nguyễn")
        }
    }

    @Test(arguments: EngineKind.all)
    func `two columns, two dossiers or two wrapped keys that changed places are found too`(kind: EngineKind)
        async throws
    {
        try await kind.withHouse { house async throws in
            let (a, b) = (try house.dossier("declaration").raw, try house.dossier("trop-percu").raw)
            try await house.engine.write { db in
                // Both are of the same person: the key is the same, the place is not.
                let ofA = try db.first("SELECT content FROM dossiers WHERE id = \(a)")?.blob("content")
                let ofB = try db.first("SELECT content FROM dossiers WHERE id = \(b)")?.blob("content")
                try db.execute("UPDATE dossiers SET content = \(ofB) WHERE id = \(a)")
                try db.execute("UPDATE dossiers SET content = \(ofA) WHERE id = \(b)")
            }
            await #expect(throws: SealError.altered) { try await house.file("declaration") }
            let (roche, maya) = (try house.usager("roche").raw, try house.usager("maya").raw)
            try await house.engine.write { db in
                let ofRoche = try db.first("SELECT wrapped FROM data_keys WHERE id = \(roche)")?.blob("wrapped")
                try db.execute("UPDATE data_keys SET wrapped = \(ofRoche) WHERE id = \(maya)")
            }
            await #expect(throws: SealError.altered) {
                try await house.store.readUsager(house.access(Cast.ines), id: house.usager("maya"))
            }
        }
    }

    @Test(arguments: EngineKind.all)
    func `a bit changed anywhere in a wrapped key is found`(kind: EngineKind) async throws {
        try await kind.withHouse { house async throws in
            let id = try house.usager("maya")
            let whole = try #require(
                try await house.engine.rows("SELECT wrapped FROM data_keys WHERE id = \(id.raw)").first?.blob("wrapped")
            )
            for place in stride(from: 0, to: whole.count, by: 7) {
                var changed = whole
                changed[place] ^= 0x10
                let altered = changed
                try await house.engine.execute("UPDATE data_keys SET wrapped = \(altered) WHERE id = \(id.raw)")
                await #expect(throws: (any Error).self) {
                    try await house.store.readUsager(house.access(Cast.ines), id: id)
                }
            }
            try await house.engine.execute("UPDATE data_keys SET wrapped = \(whole) WHERE id = \(id.raw)")
            _ = try await house.store.readUsager(house.access(Cast.ines), id: id)
        }
    }

    @Test(arguments: EngineKind.all)
    func `a key file of another instance opens nothing and changes nothing`(kind: EngineKind) async throws {
        try await kind.withHouse { house async throws in
            let before = try await Snapshot.of(house.engine)
            let stranger = try InstanceKeys.create(at: house.base.folder + "/autre/cle")
            await #expect(throws: SealError.altered) {
                _ = try await house.base.openStore(house.engine, keys: stranger)
            }
            #expect(try await Snapshot.of(house.engine) == before)
        }
    }

    @Test func `a missing key file is said before anything is opened`() async throws {
        try await withFolder { folder in
            #expect(throws: KeyFileError.missing) { try InstanceKeys.load(from: folder + "/cle") }
        }
    }

    @Test(arguments: EngineKind.all)
    func `a wrong key meets no migration: the older schema stays as it is`(kind: EngineKind) async throws {
        try await kind.withHouse { house async throws in
            // As an older version left it: the last step was never taken.
            try await house.engine.execute("DELETE FROM schema_version WHERE number = \(Migrations.all.count)")
            let before = try await Snapshot.of(house.engine)
            let stranger = try InstanceKeys.create(at: house.base.folder + "/autre/cle")
            await #expect(throws: SealError.altered) {
                _ = try await house.base.openStore(house.engine, keys: stranger)
            }
            #expect(try await Snapshot.of(house.engine) == before)
        }
    }

    @Test(arguments: EngineKind.all)
    func `a base of a later version is refused and left alone`(kind: EngineKind) async throws {
        try await kind.withHouse { house async throws in
            let next = Migrations.all.count + 1
            try await house.engine.execute(
                "INSERT INTO schema_version (number, name, applied_at) VALUES (\(next), 'demain', '2027-01-01T00:00:00Z')"
            )
            let before = try await Snapshot.of(house.engine)
            await #expect(throws: MigrationError.newerSchema(found: next, known: next - 1)) {
                _ = try await house.base.openStore(house.engine)
            }
            #expect(try await Snapshot.of(house.engine) == before)
        }
    }

    @Test(arguments: EngineKind.lasting)
    func `the same key opens the data again after a restart`(kind: EngineKind) async throws {
        try await kind.withHouse { house async throws in
            let engine = try await house.base.openEngine()
            let again = try await house.base.openStore(engine, ids: orderedIDs("r"))
            let file = try await again.readUsager(house.access(Cast.ines), id: house.usager("diallo"))
            #expect(file.usager.name.last == "Diallo")
            #expect(file.dossiers.count == 2)
            await engine.close()
        }
    }

    /// A write may be run again after it was undone: the keys of the first run must not be remembered.
    @Test(arguments: EngineKind.lasting)
    func `a structure whose creation was run twice opens after a restart`(kind: EngineKind) async throws {
        try await kind.withBase { base in
            let engine = try await base.openEngine()
            let store = try await base.openStore(TwiceEngine(engine))
            let first = NewAidant(
                firstName: "A", lastName: "B", email: "a@b.example", role: .responsable, password: "x")
            let made = try await store.createStructure(name: "S", first: first, onlyIfEmpty: true, now: House.now)
            await engine.close()
            let reopened = try await base.openEngine()
            let again = try await base.openStore(reopened)
            let access = Access(
                aidant: made.aidant, structure: made.structure, role: .responsable, session: "", now: House.now,
                settings: .init())
            #expect(try await again.team(access).map(\.email) == ["a@b.example"])
            await reopened.close()
        }
    }
}
