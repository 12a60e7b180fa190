import Database
import Domain
import Testing
import World

@testable import Sealing
@testable import Store

@Suite struct `A session` {
    enum Found: Equatable { case open, locked, ended, unknown }

    private func find(_ house: House, _ token: String, minutes: Int = 0) async throws -> Found {
        switch try await house.store.session(token, now: House.now.adding(minutes: minutes)) {
        case .open(let session): session.isLocked ? .locked : .open
        case .ended: .ended
        case .unknown: .unknown
        }
    }

    private func start(_ house: House, _ colleague: Cast.Colleague = Cast.ines) async throws -> String {
        try await house.store.openSession(house.built.aidant(colleague), now: House.now)
    }

    private func session(_ house: House, _ token: String) async throws -> Session {
        guard case .open(let session) = try await house.store.session(token, now: House.now) else {
            throw StoreError.notFound
        }
        return session
    }

    @Test(arguments: EngineKind.all)
    func `knows who, where and in which role`(kind: EngineKind) async throws {
        try await kind.withHouse { house async throws in
            let session = try await session(house, start(house))
            #expect(session.aidant.fullName == "Inès Marchand")
            #expect(session.structure.name == Cast.ccas)
            let access = session.access(now: House.now)
            #expect(access.role == .socialWorker && access.structure == house.built.ccas)
            #expect(!session.token.contains(session.reference))
            #expect(session.formToken != session.token)
        }
    }

    @Test(arguments: EngineKind.all)
    func `ends after thirty minutes without action, and any action puts that off`(kind: EngineKind) async throws {
        try await kind.withHouse { house async throws in
            let token = try await start(house)
            #expect(try await find(house, token, minutes: 29) == .open)
            #expect(try await find(house, token, minutes: 58) == .open)
            #expect(try await find(house, token, minutes: 88) == .ended)
            #expect(try await find(house, token, minutes: 88) == .ended)
        }
    }

    @Test(arguments: EngineKind.all)
    func `ends sooner where the structure said so`(kind: EngineKind) async throws {
        try await kind.withHouse { house async throws in
            var structure = try await house.store.structure(house.built.ccas)
            structure.settings.idleMinutes = 10
            try await house.store.saveStructure(house.access(Cast.sophie), structure)
            let token = try await start(house)
            #expect(try await find(house, token, minutes: 9) == .open)
            #expect(try await find(house, token, minutes: 19) == .ended)
        }
    }

    @Test(arguments: EngineKind.all)
    func `lasts ten hours at most, whatever is done`(kind: EngineKind) async throws {
        try await kind.withHouse { house async throws in
            let token = try await start(house)
            for minutes in stride(from: 20, to: 600, by: 20) {
                #expect(try await find(house, token, minutes: minutes) == .open)
            }
            #expect(try await find(house, token, minutes: 600) == .ended)
        }
    }

    @Test(arguments: EngineKind.all)
    func `locks, and opens again with the password of the same person`(kind: EngineKind) async throws {
        try await kind.withHouse { house async throws in
            let token = try await start(house)
            let session = try await session(house, token)
            try await house.store.lock(session, now: House.now)
            #expect(try await find(house, token) == .locked)
            let wrong = try await house.store.unlock(session, password: "faux", origin: "a", now: House.now)
            #expect(wrong == .refused)
            #expect(try await find(house, token) == .locked)
            _ = try await house.store.unlock(session, password: Cast.password, origin: "a", now: House.now)
            #expect(try await find(house, token) == .open)
        }
    }

    @Test(arguments: EngineKind.all)
    func `closed by its owner opens nothing any more`(kind: EngineKind) async throws {
        try await kind.withHouse { house async throws in
            let tokens = [try await start(house), try await start(house), try await start(house, Cast.karim)]
            try await house.store.closeSession(session(house, tokens[0]), now: House.now)
            #expect(try await find(house, tokens[0]) == .unknown)
            #expect(try await find(house, tokens[1]) == .open)
            let third = try await start(house)
            let access = try await session(house, third).access(now: House.now)
            #expect(try await house.store.sessions(access).count == 2)
            try await house.store.closeOtherSessions(access)
            #expect(try await find(house, tokens[1]) == .unknown)
            #expect(try await find(house, third) == .open)
            #expect(try await find(house, tokens[2]) == .open)
        }
    }

    @Test(arguments: EngineKind.all)
    func `ends at once when the account is closed or changes role`(kind: EngineKind) async throws {
        try await kind.withHouse { house async throws in
            let ines = try await start(house)
            let thomas = try await start(house, Cast.thomas)
            let access = house.access(Cast.sophie)
            try await house.store.manage(access, aidant: house.built.aidant(Cast.ines), role: nil, version: 1).get()
            try await house.store.manage(access, aidant: house.built.aidant(Cast.thomas), role: .reception, version: 1)
                .get()
            #expect(try await find(house, ines) == .unknown)
            #expect(try await find(house, thomas) == .unknown)
            await #expect(throws: StoreError.notFound) { try await start(house) }
            // Even a row that somebody put back.
            try await house.engine.execute(
                "UPDATE aidants SET is_active = 1 WHERE id = \(house.built.aidant(Cast.ines).raw)")
            let again = try await start(house)
            try await house.engine.execute(
                "UPDATE aidants SET is_active = 0 WHERE id = \(house.built.aidant(Cast.ines).raw)")
            #expect(try await find(house, again) == .unknown)
        }
    }

    @Test(arguments: EngineKind.all)
    func `cannot be opened with a copy of the table`(kind: EngineKind) async throws {
        try await kind.withHouse { house async throws in
            let token = try await start(house)
            let rows = try await house.engine.rows("SELECT * FROM sessions")
            #expect(rows.count == 1)
            for row in rows {
                let hash = try row.blob("token_hash")
                #expect(hash == Token.fingerprint(token))
                let texts = [
                    try row.text("reference"), hash.map { String($0, radix: 16) }.joined(),
                    String(decoding: hash, as: UTF8.self),
                ]
                for text in texts { #expect(try await find(house, text) == .unknown) }
                #expect(!token.contains(try row.text("reference")))
            }
            #expect(token.utf8.count >= 43)
        }
    }

    @Test(arguments: EngineKind.all)
    func `too old is swept away with what has outlived its use`(kind: EngineKind) async throws {
        try await kind.withHouse { house async throws in
            _ = try await start(house)
            try await house.store.saveDraft(house.access(Cast.ines), form: "f", fields: ["a": "b"])
            try await house.store.sweep(now: House.now.adding(minutes: 599))
            #expect(try await house.engine.count("SELECT COUNT(*) AS n FROM sessions") == 1)
            try await house.store.sweep(now: House.now.adding(minutes: 601))
            #expect(try await house.engine.count("SELECT COUNT(*) AS n FROM sessions") == 0)
            #expect(try await house.store.draft(house.access(Cast.ines), form: "f") != nil)
            try await house.store.sweep(now: House.now.adding(days: 31))
            #expect(try await house.store.draft(house.access(Cast.ines), form: "f") == nil)
            for table in ["drafts", "submissions", "sign_in_attempts"] {
                #expect(try await house.engine.rows(Snapshot.query(table)).isEmpty, "\(table)")
            }
        }
    }
}
