import Dispatch
import Testing

@testable import Sealing

@Suite struct `Hashing passwords` {
    @Test func `the right password is known and a wrong one is not`() async throws {
        let hasher = PasswordHasher.fast
        let hash = try await hasher.hash("été à Saint-Étienne")
        #expect(hash.hasPrefix("$argon2id$v=19$"))
        #expect(try await hasher.verify("été à Saint-Étienne", against: hash))
        #expect(try await !hasher.verify("ete a Saint-Etienne", against: hash))
        #expect(try await !hasher.verify("", against: hash))
        #expect(try await !hasher.verify("x", against: "no hash"))
    }

    @Test func `accents typed in two ways are the same password`() async throws {
        let hash = try await PasswordHasher.fast.hash("caf\u{E9}")
        #expect(try await PasswordHasher.fast.verify("cafe\u{301}", against: hash))
    }

    @Test func `the same password hashed twice looks different`() async throws {
        let hasher = PasswordHasher.fast
        let first = try await hasher.hash("x")
        #expect(try await hasher.hash("x") != first)
    }

    @Test func `a hash of the floor says 64 MiB and three passes`() async throws {
        let hasher = try PasswordHasher()
        let hash = try await hasher.hash("x")
        #expect(hash.hasPrefix("$argon2id$v=19$m=65536,t=3,p=1$"))
        #expect(!hasher.needsRehash(hash))
        #expect(try await hasher.verify("x", against: hash))
    }

    @Test func `a hash of other parameters is to be made again`() async throws {
        let weak = try await PasswordHasher.fast.hash("x")
        let hasher = try PasswordHasher()
        #expect(hasher.needsRehash(weak))
        #expect(!PasswordHasher.fast.needsRehash(weak))
        #expect(try await hasher.verify("x", against: weak))
    }

    @Test(arguments: [
        PasswordHasher.Strength(opsLimit: 2, memLimit: 64 << 20),
        PasswordHasher.Strength(opsLimit: 3, memLimit: (64 << 20) - 1),
    ])
    func `a strength under the floor is refused`(strength: PasswordHasher.Strength) {
        #expect(throws: PasswordError.belowFloor) { try PasswordHasher(strength: strength) }
    }

    @Test func `two run, twenty wait, and the next is refused until there is room`() async throws {
        let turns = HashingTurns()
        let release = DispatchSemaphore(value: 0)
        let tasks = (0..<22).map { index in
            Task {
                try await turns.run {
                    release.wait(); return index
                }
            }
        }
        for _ in 0..<2_000 where turns.waitingCount < 20 {
            try await Task.sleep(for: .milliseconds(5))
        }
        #expect(turns.waitingCount == 20)
        await #expect(throws: PasswordError.tooBusy) { try await turns.run { 0 } }
        for _ in 0..<22 { release.signal() }
        var sum = 0
        for task in tasks { sum += try await task.value }
        #expect(sum == 231)
        #expect(turns.waitingCount == 0)
        #expect(try await turns.run { 7 } == 7)
    }
}
