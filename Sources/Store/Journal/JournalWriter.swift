import Database
import Domain
import Sealing

/// Appends to the chain of a structure. Each entry's code covers the one before: a change, a removal or an insertion
/// anywhere breaks the chain; the sealed head shows a cut tail.
enum JournalWriter {
    static func append(
        _ entry: JournalEntry, structure: String, aidant: ID<Aidant>?, session: String, at: Moment,
        db: any Connection, key: SecretBytes
    ) throws {
        let head = try db.first(
            "SELECT sequence, mac FROM journal_heads WHERE structure_id = \(structure)\(sql: db.dialect.forUpdate)")
        let sequence = try Int64(head?.int("sequence") ?? 0) + 1
        let previous = try head?.blob("mac") ?? []
        let line = JournalLine(sequence: sequence, at: at, aidant: aidant, session: session, entry: entry)
        let mac = HashChain.next(previous: previous, entry: canonical(line, structure: structure), key: key)
        try db.execute(
            """
            INSERT INTO journal (structure_id, sequence, at, aidant_id, session, action, object_kind, object_id,
                usager_id, detail, mac)
            VALUES (\(structure), \(sequence), \(at.milliseconds), \(aidant?.raw), \(session), \(entry.action.rawValue),
                \(entry.objectKind.rawValue), \(entry.objectID), \(entry.usager?.raw), \(entry.detail), \(mac))
            """)
        try db.execute(
            """
            INSERT INTO journal_heads (structure_id, sequence, mac, seal)
            VALUES (\(structure), \(sequence), \(mac), \(seal(structure, sequence, mac, key)))
            ON CONFLICT (structure_id) DO UPDATE SET sequence = excluded.sequence, mac = excluded.mac, seal = excluded.seal
            """)
    }

    /// Unambiguous bytes of an entry: each part with its length.
    static func canonical(_ line: JournalLine, structure: String) -> [UInt8] {
        let parts = [
            structure, String(line.sequence), String(line.at.milliseconds), line.aidant?.raw ?? "-", line.session,
            line.entry.action.rawValue, line.entry.objectKind.rawValue, line.entry.objectID,
            line.entry.usager?.raw ?? "-", line.entry.detail,
        ]
        return parts.flatMap { Array("\($0.utf8.count):\($0),".utf8) }
    }

    static func seal(_ structure: String, _ sequence: Int64, _ mac: [UInt8], _ key: SecretBytes) -> [UInt8] {
        HashChain.next(previous: mac, entry: Array("head:\(structure):\(sequence)".utf8), key: key)
    }
}
