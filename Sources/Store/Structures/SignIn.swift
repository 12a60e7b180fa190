import Database
import Domain
import Sealing

public enum SignInResult: Sendable, Equatable {
    case accepted(ID<Aidant>)
    /// Unknown account, wrong password or closed account: the same answer.
    case refused
    /// Too many failures: try again at this time.
    case wait(until: Moment)
}

/// How long to wait after failures: five free tries, then a growing delay, never more than 15 minutes.
enum SignInDelay {
    static let freeTries = 5
    static let originTries = 100

    /// After so many tries of an account.
    static func seconds(_ tries: Int) -> Int {
        guard tries >= freeTries else { return 0 }
        return min(900, 30 << min(tries - freeTries, 5))
    }

    /// After so many tries from a network address, which a whole structure may share.
    static func originSeconds(_ tries: Int) -> Int { tries >= originTries ? 900 : 0 }
}

extension Store {
    /// Checks an address and a password, with limits per account and per network address.
    /// - Parameter origin: the client's network address; only its keyed fingerprint is kept.
    public func checkPassword(email: String, password: String, origin: String, now: Moment) async throws -> SignInResult
    {
        let index = try emailIndex(email)
        let account = try bucket("compte", Array(index))
        let address = try bucket("origine", Array(origin.utf8))
        if let until = try await takeTry([account, address], now: now) { return .wait(until: until) }
        let found = try await engine.read { db in
            try db.first("SELECT id, structure_id, password, is_active FROM aidants WHERE email_index = \(index)")
        }
        let stored = try found?.text("password")
        let matches: Bool
        do { matches = try await verify(password, stored) } catch {
            // Nothing was evaluated: the try is given back.
            try await giveBack([account, address])
            throw error
        }
        guard matches, let found, let stored, try found.bool("is_active") else {
            try await journalFailure(found, now: now)
            return .refused
        }
        let id = try found.text("id")
        let fresh = hasher.needsRehash(stored) ? try await hasher.hash(password) : nil
        try await engine.write { [self] db in
            try db.execute("DELETE FROM sign_in_attempts WHERE bucket = \(account)")
            try giveBack(address, db)
            guard let fresh else { return }
            try db.execute("UPDATE aidants SET password = \(fresh) WHERE id = \(id) AND password = \(stored)")
        }
        return .accepted(ID(id))
    }

    private func verify(_ password: String, _ stored: String?) async throws -> Bool {
        if let stored { return try await hasher.verify(password, against: stored) }
        _ = try await hasher.verify(password, against: dummyHash())
        return false
    }

    /// Verified against when the account does not exist, so that the answer takes the same time.
    private func dummyHash() async throws -> String {
        if let known = keys.dummyHash { return known }
        let hash = try await hasher.hash(Token.random())
        keys.dummyHash = hash
        return hash
    }

    private func bucket(_ kind: String, _ bytes: [UInt8]) throws -> [UInt8] {
        Sodium.hash(Array("\(kind):".utf8) + bytes, key: try keys.secret(KeyRing.attemptSecret))
    }

    /// Counts a try before it is evaluated, so that guesses sent together count one by one.
    /// - Returns: until when to wait, when one of the buckets is blocked; the try is not counted then.
    private func takeTry(_ buckets: [[UInt8]], now: Moment) async throws -> Moment? {
        try await engine.write { db in
            try db.execute("DELETE FROM sign_in_attempts WHERE last_at < \(now.adding(minutes: -60).milliseconds)")
            let row = try db.first(
                """
                SELECT MAX(blocked_until) AS until FROM sign_in_attempts
                WHERE bucket IN \(list: buckets) AND blocked_until > \(now.milliseconds)
                """)
            if let until = try row?.intOrNil("until") { return Moment(milliseconds: Int64(until)) }
            for (bucket, seconds) in zip(buckets, [SignInDelay.seconds, SignInDelay.originSeconds]) {
                let known = try db.first("SELECT failures FROM sign_in_attempts WHERE bucket = \(bucket)")
                let tries = try (known?.int("failures") ?? 0) + 1
                let wait = seconds(tries)
                let until = wait > 0 ? now.adding(seconds: wait).milliseconds : 0
                try db.execute(
                    """
                    INSERT INTO sign_in_attempts (bucket, failures, last_at, blocked_until)
                    VALUES (\(bucket), \(tries), \(now.milliseconds), \(until))
                    ON CONFLICT (bucket) DO UPDATE SET failures = excluded.failures, last_at = excluded.last_at,
                        blocked_until = excluded.blocked_until
                    """)
            }
            return nil
        }
    }

    private func giveBack(_ buckets: [[UInt8]]) async throws {
        try await engine.write { [self] db in try buckets.forEach { try giveBack($0, db) } }
    }

    private func giveBack(_ bucket: [UInt8], _ db: any Connection) throws {
        try db.execute(
            """
            UPDATE sign_in_attempts SET failures = failures - 1, blocked_until = 0
            WHERE bucket = \(bucket) AND failures > 0
            """)
    }

    private func journalFailure(_ found: Row?, now: Moment) async throws {
        guard let who = try found?.text("id"), let structure = try found?.text("structure_id") else { return }
        try await engine.write { [self] db in
            try JournalWriter.append(
                JournalEntry(.signInFailed, .aidant, who), structure: structure, aidant: nil, session: "", at: now,
                db: db, key: keys.secret(KeyRing.journalSecret))
        }
    }

    /// Changes the person's own password after checking the old one; closes their other sessions.
    public func changePassword(_ access: Access, email: String, old: String, new: String, origin: String) async throws
        -> SignInResult
    {
        let result = try await checkPassword(email: email, password: old, origin: origin, now: access.now)
        guard case .accepted(let id) = result else { return result }
        guard id == access.aidant else { return .refused }
        let hash = try await hasher.hash(new)
        try await act(access) { tx in
            try tx.db.execute(
                "UPDATE aidants SET password = \(hash) WHERE id = \(tx.aidant) AND structure_id = \(tx.structure)")
            try tx.db.execute(
                """
                DELETE FROM sessions WHERE structure_id = \(tx.structure) AND aidant_id = \(tx.aidant)
                AND reference <> \(access.session)
                """)
            try tx.journal(JournalEntry(.passwordChanged, .aidant, tx.aidant))
        }
        return result
    }
}
