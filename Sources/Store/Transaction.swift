import Database
import Domain
import Foundation
import Sealing

/// One transaction made for somebody: what is read and written in it is scoped, sealed and journaled together.
struct Transaction {
    let db: any Connection
    let access: Access
    let store: Store

    var structure: String { access.structure.raw }
    var aidant: String { access.aidant.raw }
    var now: Moment { access.now }

    /// Writes the journal in this transaction: when the journal cannot be written, nothing is done.
    func journal(_ entry: JournalEntry) throws {
        try JournalWriter.append(
            entry, structure: structure, aidant: access.aidant, session: access.session, at: now, db: db,
            key: store.keys.secret(KeyRing.journalSecret))
    }

    /// Runs `act` once per form: sent again (double click, retry after a cut), it gives the first result.
    func once(_ form: FormKey, _ act: () throws -> String) throws -> String {
        // A form without its key is not another form without its key.
        if form.raw.isEmpty { return try act() }
        let fresh = try db.execute(
            """
            INSERT INTO submissions (structure_id, aidant_id, form_key, result, at)
            VALUES (\(structure), \(aidant), \(form.raw), '', \(now.milliseconds))
            ON CONFLICT (aidant_id, form_key) DO NOTHING
            """)
        if fresh == 0 {
            let row = try db.first(
                """
                SELECT result FROM submissions
                WHERE structure_id = \(structure) AND aidant_id = \(aidant) AND form_key = \(form.raw)
                """)
            return try row?.text("result") ?? ""
        }
        let result = try act()
        try db.execute(
            """
            UPDATE submissions SET result = \(result)
            WHERE structure_id = \(structure) AND aidant_id = \(aidant) AND form_key = \(form.raw)
            """)
        return result
    }
}

/// The random key that a form carries, so that sending it twice acts once.
public struct FormKey: Sendable, Hashable {
    public let raw: String

    public init(_ raw: String) { self.raw = raw }
}

/// A right that was missing: rolls the transaction back, is journaled, and comes out as `StoreError.forbidden`.
struct RefusedAccess: Error {
    let entry: JournalEntry

    init(
        _ kind: JournalEntry.ObjectKind = .none, _ id: String = "", usager: ID<Usager>? = nil, detail: String = ""
    ) {
        entry = JournalEntry(.refusedAccess, kind, id, usager: usager, detail: detail)
    }
}

extension Store {
    /// A transaction that changes something, or that reads a file and must journal it.
    func act<T: Sendable>(_ access: Access, _ body: @Sendable @escaping (Transaction) throws -> T) async throws -> T {
        do {
            return try await engine.write { [self] db in
                try body(Transaction(db: db, access: access, store: self))
            }
        } catch let refused as RefusedAccess {
            try await journal(refused, access)
            throw StoreError.forbidden
        }
    }

    /// Stops unless this professional manages the structure so far; the refusal is journaled.
    func require(_ action: AidantPolicy.Action, _ access: Access) async throws {
        if AidantPolicy.allows(action, role: access.role) { return }
        try await journal(RefusedAccess(.structure, access.structure.raw, detail: action.rawValue), access)
        throw StoreError.forbidden
    }

    private func journal(_ refused: RefusedAccess, _ access: Access) async throws {
        try await engine.write { [self] db in
            try Transaction(db: db, access: access, store: self).journal(refused.entry)
        }
    }

    /// A read that shows no file: lists and counts.
    func look<T: Sendable>(_ access: Access, _ body: @Sendable @escaping (Transaction) throws -> T) async throws -> T {
        try await engine.read { [self] db in
            try body(Transaction(db: db, access: access, store: self))
        }
    }
}

/// A value kept sealed as JSON, bound to its place.
enum SealedJSON {
    static func seal<T: Encodable>(_ value: T, key: SecretBytes, place: Place) throws -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        return Seal.seal(Array(try encoder.encode(value)), key: key, place: place)
    }

    static func open<T: Decodable>(_ type: T.Type, _ bytes: [UInt8], key: SecretBytes, place: Place) throws -> T {
        try JSONDecoder().decode(type, from: Data(try Seal.open(bytes, key: key, place: place)))
    }
}
