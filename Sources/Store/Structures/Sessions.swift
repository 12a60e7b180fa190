import Database
import Domain
import Sealing

/// A signed-in professional, as found from the cookie.
public struct Session: Sendable {
    public let token: String
    public let reference: String
    public let aidant: Aidant
    public let structure: Structure
    public let createdAt: Moment
    public let seenAt: Moment
    public let isLocked: Bool

    /// The value that every form of this session carries; derived from the token, so nothing is stored.
    public var formToken: String { Nonce.derived(from: token, purpose: "formulaire") }

    public func access(now: Moment) -> Access {
        Access(
            aidant: aidant.id, structure: structure.id, role: aidant.role, session: reference, now: now,
            settings: structure.settings)
    }

    /// Ten hours at most, whatever is done.
    public static let longestMinutes = 600
}

public enum SessionState: Sendable {
    case open(Session)
    /// Idle for too long, or too old: it opens nothing, but what was typed in it may be kept for its owner.
    case ended(Session)
    /// Unknown, closed, or of a closed account.
    case unknown
}

extension Store {
    /// Opens a session for an account whose password (or invitation, or demo link) was checked.
    public func openSession(_ aidant: ID<Aidant>, now: Moment) async throws -> String {
        let token = Token.random()
        let reference = ids.next().prefix(8)
        try await engine.write { [self] db in
            guard
                let row = try db.first(
                    "SELECT structure_id FROM aidants WHERE id = \(aidant.raw) AND is_active = 1")
            else { throw StoreError.notFound }
            let structure = try row.text("structure_id")
            try db.execute(
                """
                INSERT INTO sessions (token_hash, reference, structure_id, aidant_id, created_at, seen_at, locked)
                VALUES (\(Token.fingerprint(token)), \(String(reference)), \(structure), \(aidant.raw),
                    \(now.milliseconds), \(now.milliseconds), 0)
                """)
            try JournalWriter.append(
                JournalEntry(.signIn, .aidant, aidant.raw), structure: structure, aidant: aidant,
                session: String(reference), at: now, db: db, key: keys.secret(KeyRing.journalSecret))
        }
        return token
    }

    /// The session of a cookie.
    public func session(_ token: String, now: Moment) async throws -> SessionState {
        let hash = Token.fingerprint(token)
        let found = try await engine.read { [self] db -> Session? in
            guard let row = try db.first("SELECT * FROM sessions WHERE token_hash = \(hash)") else { return nil }
            let who = try row.text("aidant_id")
            let structureID = try row.text("structure_id")
            guard
                let aidantRow = try db.first(
                    "SELECT \(sql: Store.aidantColumns) FROM aidants WHERE id = \(who) AND structure_id = \(structureID)"
                ),
                let structureRow = try db.first("SELECT * FROM structures WHERE id = \(structureID)")
            else { return nil }
            return Session(
                token: token, reference: try row.text("reference"), aidant: try aidant(aidantRow, db),
                structure: try Store.structure(structureRow),
                createdAt: Moment(milliseconds: Int64(try row.int("created_at"))),
                seenAt: Moment(milliseconds: Int64(try row.int("seen_at"))), isLocked: try row.bool("locked"))
        }
        guard let session = found, session.aidant.isActive else { return .unknown }
        let idle = now.minutes(since: session.seenAt)
        let age = now.minutes(since: session.createdAt)
        guard idle < session.structure.settings.idleMinutes, age < Session.longestMinutes else {
            return .ended(session)
        }
        if now.milliseconds - session.seenAt.milliseconds > 30_000 {
            try await engine.write { db in
                _ = try db.execute("UPDATE sessions SET seen_at = \(now.milliseconds) WHERE token_hash = \(hash)")
            }
        }
        return .open(session)
    }

    public func lock(_ session: Session, now: Moment) async throws {
        try await change(session, .lock, now, "UPDATE sessions SET locked = 1 WHERE token_hash = ")
    }

    public func closeSession(_ session: Session, now: Moment) async throws {
        try await change(session, .signOut, now, "DELETE FROM sessions WHERE token_hash = ")
    }

    /// Unlocks a shared desk with the password of the same person.
    public func unlock(_ session: Session, password: String, origin: String, now: Moment) async throws -> SignInResult {
        let result = try await checkPassword(email: session.aidant.email, password: password, origin: origin, now: now)
        if case .accepted = result {
            try await change(session, .unlock, now, "UPDATE sessions SET locked = 0 WHERE token_hash = ")
        }
        return result
    }

    private func change(_ session: Session, _ action: JournalEntry.Action, _ now: Moment, _ statement: SQL) async throws
    {
        try await act(session.access(now: now)) { tx in
            try tx.db.execute(statement + "\(Token.fingerprint(session.token)) AND structure_id = \(tx.structure)")
            try tx.journal(JournalEntry(action, .aidant, tx.aidant))
        }
    }

    /// The open sessions of the person: reference, opening and last use.
    public func sessions(_ access: Access) async throws -> [(reference: String, created: Moment, seen: Moment)] {
        try await look(access) { tx in
            try tx.db.rows(
                """
                SELECT reference, created_at, seen_at FROM sessions
                WHERE structure_id = \(tx.structure) AND aidant_id = \(tx.aidant) ORDER BY seen_at DESC
                """
            ).map {
                (
                    try $0.text("reference"), Moment(milliseconds: Int64(try $0.int("created_at"))),
                    Moment(milliseconds: Int64(try $0.int("seen_at")))
                )
            }
        }
    }

    /// Closes the person's other sessions.
    public func closeOtherSessions(_ access: Access) async throws {
        try await act(access) { tx in
            try tx.db.execute(
                """
                DELETE FROM sessions WHERE structure_id = \(tx.structure) AND aidant_id = \(tx.aidant)
                AND reference <> \(access.session)
                """)
            try tx.journal(JournalEntry(.sessionClosed, .aidant, tx.aidant))
        }
    }
}
