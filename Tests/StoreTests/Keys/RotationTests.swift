import Database
import Domain
import Synchronization
import Testing
import World

@testable import Sealing
@testable import Store

@Suite struct `Rotating the keys` {
    /// Opens every sealed value of the base, one way or another.
    private func readAll(_ house: House, _ store: Store) async throws -> Int {
        var count = 0
        for (name, id) in house.built.usagers {
            let by = name == "inconnu" ? Cast.claire : Cast.ines
            let file = try await store.readUsager(house.access(by), id: id)
            #expect(!file.usager.name.isEmpty)
            for dossier in file.dossiers {
                _ = try await store.readDossier(house.access(by), id: dossier.id, page: "test")
            }
            count += 1
        }
        #expect(try await store.team(house.access(Cast.sophie)).count == Cast.team.count)
        return count
    }

    @Test(arguments: EngineKind.all)
    func `renews every key and leaves no record unreadable`(kind: EngineKind) async throws {
        try await kind.withHouse { house async throws in
            let seen = Mutex<[RotationProgress]>([])
            try await house.store.rotateKeys(keyFile: house.base.keyFile, now: House.now) { step in
                seen.withLock { $0.append(step) }
            }
            let keys = try InstanceKeys.load(from: house.base.keyFile)
            #expect(keys.versions == [2])
            let structures = try await house.engine.rows("SELECT version, wrapped FROM structure_keys")
            let versions = try structures.map { try $0.int("version") }
            #expect(versions == [2, 2])
            for row in structures { #expect(Seal.wrappedVersion(try row.blob("wrapped")) == 2) }
            for row in try await house.engine.rows("SELECT wrapped FROM data_keys") {
                #expect(Seal.wrappedVersion(try row.blob("wrapped")) == 2)
            }
            for row in try await house.engine.rows("SELECT wrapped FROM instance_secrets") {
                #expect(Seal.wrappedVersion(try row.blob("wrapped")) == 2)
            }
            #expect(try await readAll(house, house.store) == 9)
            #expect(try await house.store.journalHolds())
            #expect(seen.withLock { $0.contains { $0.filesDone == $0.filesTotal && $0.filesTotal > 0 } })
            let again = try await house.base.openStore(house.engine, ids: orderedIDs("r"))
            #expect(try await readAll(house, again) == 9)
        }
    }

    @Test func `interrupted at any write, before or after its commit, is finished by running it again`() async throws {
        var points = 0
        for afterCommit in [false, true] {
            var isFinished = false
            var cutAt = 0
            while !isFinished {
                cutAt += 1
                isFinished = try await rotate(cutAt: cutAt, afterCommit: afterCommit)
                if !isFinished { points += 1 }
            }
        }
        #expect(points >= 20)
    }

    /// - Returns: whether the rotation had fewer writes than `cutAt`.
    private func rotate(cutAt: Int, afterCommit: Bool) async throws -> Bool {
        var isFinished = false
        try await EngineKind.memory.withHouse { house async throws in
            let cut = CutEngine(house.engine, afterCommit: afterCommit)
            let doomed = try await house.base.openStore(cut, ids: orderedIDs("d"))
            cut.cut(at: cutAt)
            do {
                try await doomed.rotateKeys(keyFile: house.base.keyFile, now: House.now, batch: 2) { _ in }
                isFinished = true
            } catch is CutEngine.Cut {}
            let restarted = try await house.base.openStore(house.engine, ids: orderedIDs("r"))
            #expect(try await readAll(house, restarted) == 9, "cut at \(cutAt)")
            try await restarted.rotateKeys(keyFile: house.base.keyFile, now: House.now, batch: 3) { _ in }
            #expect(try await readAll(house, restarted) == 9, "cut at \(cutAt), finished")
            let keys = try InstanceKeys.load(from: house.base.keyFile)
            #expect(keys.versions.count == 1)
            let left = try await house.engine.count("SELECT COUNT(*) AS n FROM structure_keys")
            #expect(left == 2)
            let last = try await house.base.openStore(house.engine, ids: orderedIDs("s"))
            #expect(try await readAll(house, last) == 9)
        }
        return isFinished
    }

    @Test(arguments: EngineKind.lasting)
    func `goes on while another process works, which then reads the new keys from the file`(kind: EngineKind)
        async throws
    {
        try await kind.withHouse { house async throws in
            let file = house.base.keyFile
            let engine = try await house.base.openEngine()
            let server = try await Store.open(
                engine: engine, keys: InstanceKeys.load(from: file), hasher: .fast, catalogue: House.definitions,
                ids: orderedIDs("p"), reloadKeys: { try InstanceKeys.load(from: file) }, now: House.now)
            _ = try await server.readUsager(house.access(Cast.ines), id: house.usager("diallo"))
            try await house.store.rotateKeys(keyFile: file, now: House.now) { _ in }
            _ = try await server.readUsager(house.access(Cast.ines), id: house.usager("diallo"))
            let new = try await server.createUsager(house.access(Cast.ines), form: newForm(), facts: ["prenom": "Zoé"])
            #expect(try await house.store.readUsager(house.access(Cast.ines), id: new).usager.name.first == "Zoé")
            await engine.close()
        }
    }

    @Test(arguments: EngineKind.all)
    func `drops no key that a file still needs`(kind: EngineKind) async throws {
        try await kind.withHouse { house async throws in
            await #expect(throws: DatabaseError.self) {
                try await house.engine.execute("DELETE FROM structure_keys")
            }
        }
    }

    @Test(arguments: EngineKind.all)
    func `is journaled for each structure`(kind: EngineKind) async throws {
        try await kind.withHouse { house async throws in
            try await house.store.rotateKeys(keyFile: house.base.keyFile, now: House.now) { _ in }
            let lines = try await house.engine.count(
                "SELECT COUNT(*) AS n FROM journal WHERE action = 'cles_renouvelees'")
            #expect(lines == 2)
        }
    }
}
