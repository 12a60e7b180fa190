import Database
import Domain
import Foundation
import Store
import Testing
import World

@Suite struct `The data at rest` {
    @Test func `in SQLite hold none of the names, numbers, notes and words, in any writing, in any file`() async throws
    {
        try await EngineKind.file.withHouse { house async throws in
            try await work(house)
            // Open, with its write-ahead log; then as it stays once closed.
            let open = try files(house.base.folder)
            #expect(open.keys.contains { $0.hasSuffix("-wal") })
            for (name, data) in open { #expect(Markers.found(in: data).isEmpty, "\(name)") }
            await house.engine.close()
            let closed = try files(house.base.folder)
            for (name, data) in closed { #expect(Markers.found(in: data).isEmpty, "\(name)") }
            // Closed cleanly: the next start has nothing to recover.
            let log = closed["cordee.sqlite-wal"]?.count ?? 0
            #expect(log == 0)
        }
    }

    @Test(arguments: EngineKind.all)
    func `hold none of them in any column of any row`(kind: EngineKind) async throws {
        try await kind.withHouse { house async throws in
            try await work(house)
            for (table, rows) in try await Snapshot.rows(house.engine) {
                for row in rows {
                    for (column, value) in row {
                        switch value {
                        case .text(let text): #expect(Markers.found(in: Array(text.utf8)).isEmpty, "\(table).\(column)")
                        case .blob(let bytes): #expect(Markers.found(in: bytes).isEmpty, "\(table).\(column)")
                        default: continue
                        }
                    }
                }
            }
        }
    }

    /// The markers are found where they are: the search itself is tested.
    @Test func `would be found out by the search, in each writing`() throws {
        for writing in Markers.writings("Fatou") {
            #expect(Markers.found(in: Data([1, 2]) + writing + Data([3])) == ["Fatou"])
        }
        for offset in 0..<3 {
            let text = Data(repeating: 65, count: offset) + Data("0639980112 et la suite".utf8)
            #expect(Markers.found(in: Data(text.base64EncodedString().utf8)).contains("0639980112"))
        }
    }

    @Test(arguments: EngineKind.all)
    func `are unreadable without the key, by this program too`(kind: EngineKind) async throws {
        try await kind.withHouse { house async throws in
            try FileManager.default.removeItem(atPath: house.base.keyFile)
            await #expect(throws: (any Error).self) { _ = try await house.base.openStore(house.engine) }
        }
    }

    /// Drafts, an invitation, searches, a failed sign-in, a snooze: what leaves traces besides the world.
    private func work(_ house: House) async throws {
        let access = house.access(Cast.ines)
        try await house.store.saveDraft(
            access, form: "f", fields: ["note": "Fatou Diallo 0639980112 Préfère venir le matin"])
        _ = try await house.store.searchUsagers(access, "Fatou Diallo")
        _ = try await house.store.checkPassword(
            email: Cast.ines.email, password: "quatre cailloux", origin: "192.0.2.1", now: House.now)
        _ = try await house.store.invite(
            house.access(Cast.sophie), form: newForm(), firstName: "Odette", lastName: "Marchand",
            email: "o@valsauge.example",
            role: .mediator)
        let line = try #require(try await house.store.today(access).mine.first { !$0.echeance.hasLoss })
        _ = try await house.store.snooze(
            access, form: newForm(), id: line.id, until: House.today.adding(days: 3), reason: "Service tutélaire du Val"
        )
        let usager = try await house.store.readFacts(access, id: house.usager("diallo"))
        try await house.store.saveUsager(
            access, form: newForm(), id: usager.id, version: usager.version, facts: ["adresse": "9 rue des Lavoirs"])
    }

    private func files(_ folder: String) throws -> [String: Data] {
        var found: [String: Data] = [:]
        let names = try #require(FileManager.default.enumerator(atPath: folder))
        for case let name as String in names {
            var isFolder: ObjCBool = false
            _ = FileManager.default.fileExists(atPath: folder + "/" + name, isDirectory: &isFolder)
            if !isFolder.boolValue { found[name] = try Data(contentsOf: URL(fileURLWithPath: folder + "/" + name)) }
        }
        return found
    }
}
