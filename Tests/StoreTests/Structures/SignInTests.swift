import Database
import Domain
import Testing
import World

@testable import Sealing
@testable import Store

@Suite struct `Signing in` {
    private let origin = "192.0.2.7"

    private func tryIn(
        _ house: House, _ colleague: Cast.Colleague = Cast.ines, password: String = "faux",
        from origin: String = "192.0.2.7",
        seconds: Int = 0
    ) async throws -> SignInResult {
        try await house.store.checkPassword(
            email: colleague.email, password: password, origin: origin, now: House.now.adding(seconds: seconds))
    }

    @Test(arguments: EngineKind.all)
    func `accepts the right password, whatever the case and spaces of the address`(kind: EngineKind) async throws {
        try await kind.withHouse { house async throws in
            let result = try await house.store.checkPassword(
                email: " INES.Marchand@valsauge.example ", password: Cast.password, origin: origin, now: House.now)
            #expect(result == .accepted(house.built.aidant(Cast.ines)))
        }
    }

    @Test(arguments: EngineKind.all)
    func `answers the same for an unknown address, a wrong password and a closed account`(kind: EngineKind) async throws
    {
        try await kind.withHouse { house async throws in
            try await house.store.manage(
                house.access(Cast.sophie), aidant: house.built.aidant(Cast.nadia), role: nil, version: 1
            ).get()
            let unknown = try await house.store.checkPassword(
                email: "personne@valsauge.example", password: "x", origin: "a", now: House.now)
            let wrong = try await tryIn(house, from: "b")
            let closed = try await tryIn(house, Cast.nadia, password: Cast.password, from: "c")
            #expect([unknown, wrong, closed] == [.refused, .refused, .refused])
            // And the same delay after the same number of tries.
            var waits: [SignInResult] = []
            for email in ["personne@valsauge.example", Cast.ines.email, Cast.nadia.email] {
                for _ in 1..<5 {
                    _ = try await house.store.checkPassword(email: email, password: "x", origin: email, now: House.now)
                }
                waits.append(
                    try await house.store.checkPassword(email: email, password: "x", origin: email, now: House.now))
            }
            #expect(waits == Array(repeating: .wait(until: House.now.adding(seconds: 30)), count: 3))
        }
    }

    @Test func `waits longer after each failure, never more than a quarter of an hour`() {
        let waits = (1...40).map(SignInDelay.seconds)
        #expect(waits.prefix(4) == [0, 0, 0, 0])
        #expect(waits.dropFirst(4).prefix(6) == [30, 60, 120, 240, 480, 900])
        #expect(waits.max() == 900)
        #expect(zip(waits, waits.dropFirst()).allSatisfy { $0 <= $1 })
    }

    @Test(arguments: EngineKind.all)
    func `lets nobody in during the wait, then the right password clears the failures`(kind: EngineKind) async throws {
        try await kind.withHouse { house async throws in
            for _ in 0..<5 { #expect(try await tryIn(house) == .refused) }
            let until = House.now.adding(seconds: 30)
            #expect(try await tryIn(house, password: Cast.password) == .wait(until: until))
            #expect(try await tryIn(house, password: Cast.password, seconds: 29) == .wait(until: until))
            #expect(try await tryIn(house, seconds: 30) == .refused)
            #expect(try await tryIn(house, seconds: 31) == .wait(until: House.now.adding(seconds: 90)))
            let id = house.built.aidant(Cast.ines)
            #expect(try await tryIn(house, password: Cast.password, seconds: 90) == .accepted(id))
            for _ in 0..<4 { #expect(try await tryIn(house, seconds: 100) == .refused) }
            #expect(try await tryIn(house, password: Cast.password, seconds: 100) == .accepted(id))
        }
    }

    @Test(arguments: EngineKind.all)
    func `forgets failures after a quiet hour`(kind: EngineKind) async throws {
        try await kind.withHouse { house async throws in
            for _ in 0..<4 { _ = try await tryIn(house) }
            for _ in 0..<4 { #expect(try await tryIn(house, seconds: 3601) == .refused) }
            #expect(
                try await tryIn(house, password: Cast.password, seconds: 3602)
                    == .accepted(house.built.aidant(Cast.ines)))
        }
    }

    @Test(arguments: EngineKind.all)
    func `guesses sent together are counted before they are evaluated`(kind: EngineKind) async throws {
        try await kind.withHouse { house async throws in
            let results = try await withThrowingTaskGroup(of: SignInResult.self) { group in
                for number in 0..<20 {
                    group.addTask { try await tryIn(house, password: "essai \(number)", from: "198.51.100.\(number)") }
                }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            #expect(results.filter { $0 == .refused }.count == 5)
            let journaled = try await house.engine.count(
                "SELECT COUNT(*) AS n FROM journal WHERE action = 'connexion_refusee'")
            #expect(journaled == 5)
        }
    }

    @Test(arguments: EngineKind.all)
    func `stops a network address that tries many accounts, and that address only`(kind: EngineKind) async throws {
        try await kind.withHouse { house async throws in
            for number in 0..<100 {
                let result = try await house.store.checkPassword(
                    email: "compte\(number)@x.example", password: "x", origin: origin, now: House.now)
                #expect(result == .refused)
            }
            let until = House.now.adding(seconds: 900)
            #expect(try await tryIn(house, password: Cast.password, from: origin) == .wait(until: until))
            let id = house.built.aidant(Cast.ines)
            #expect(try await tryIn(house, password: Cast.password, from: "203.0.113.9") == .accepted(id))
            #expect(try await tryIn(house, password: Cast.password, from: origin, seconds: 900) == .accepted(id))
        }
    }

    @Test(arguments: EngineKind.all)
    func `keeps neither the address typed nor that of the network`(kind: EngineKind) async throws {
        try await kind.withHouse { house async throws in
            _ = try await tryIn(house)
            for row in try await house.engine.rows("SELECT * FROM sign_in_attempts") {
                let bucket = try row.blob("bucket")
                #expect(bucket.count == 32)
                #expect(bucket != Sodium.hash(Array("origine:\(origin)".utf8)))
            }
        }
    }

    @Test(arguments: EngineKind.lasting)
    func `hashes again at the next sign-in when the strength has grown, and not before`(kind: EngineKind) async throws {
        try await kind.withHouse { house async throws in
            func stored() async throws -> String {
                let id = house.built.aidant(Cast.ines).raw
                return try #require(
                    try await house.engine.rows("SELECT password FROM aidants WHERE id = \(id)").first?.text("password")
                )
            }
            let weak = try await stored()
            let engine = try await house.base.openEngine()
            let strong = try await house.base.openStore(engine, hasher: PasswordHasher())
            func check(_ password: String) async throws -> SignInResult {
                try await strong.checkPassword(
                    email: Cast.ines.email, password: password, origin: origin, now: House.now)
            }
            #expect(try await check("faux") == .refused)
            #expect(try await stored() == weak)
            #expect(try await check(Cast.password) == .accepted(house.built.aidant(Cast.ines)))
            let fresh = try await stored()
            #expect(fresh != weak && fresh.contains("m=65536,t=3"))
            #expect(try await check(Cast.password) == .accepted(house.built.aidant(Cast.ines)))
            #expect(try await stored() == fresh)
            await engine.close()
        }
    }

    @Test(arguments: EngineKind.all)
    func `a changed password asks for the old one, of the same person, and closes the other sessions`(kind: EngineKind)
        async throws
    {
        try await kind.withHouse { house async throws in
            let id = house.built.aidant(Cast.ines)
            let tokens = [
                try await house.store.openSession(id, now: House.now),
                try await house.store.openSession(id, now: House.now),
            ]
            guard case .open(let mine) = try await house.store.session(tokens[0], now: House.now) else {
                Issue.record("no session")
                return
            }
            let access = mine.access(now: House.now)
            func change(_ email: String, _ old: String) async throws -> SignInResult {
                try await house.store.changePassword(access, email: email, old: old, new: "nouveau", origin: origin)
            }
            #expect(try await change(Cast.ines.email, "faux") == .refused)
            // Somebody at an open desk, with a password of their own.
            #expect(try await change(Cast.karim.email, Cast.password) == .refused)
            #expect(try await tryIn(house, password: "nouveau") == .refused)
            #expect(try await change(Cast.ines.email, Cast.password) == .accepted(id))
            #expect(try await tryIn(house, password: "nouveau") == .accepted(id))
            #expect(try await tryIn(house, password: Cast.password) == .refused)
            guard case .open = try await house.store.session(tokens[0], now: House.now),
                case .unknown = try await house.store.session(tokens[1], now: House.now)
            else {
                Issue.record("the wrong session was closed")
                return
            }
        }
    }
}
