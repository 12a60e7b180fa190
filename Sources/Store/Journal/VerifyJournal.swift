import Database
import Domain
import Sealing

/// What `cordee journal verify` found for one structure.
public struct JournalReport: Sendable, Equatable {
    public enum Fault: Sendable, Equatable {
        /// The line does not match its code: it, or one before it, was changed, removed or inserted.
        case broken(sequence: Int64)
        /// A number is missing in the order.
        case gap(after: Int64)
        /// Lines were cut from the end, or the head was changed.
        case head(expected: Int64, found: Int64)
    }

    public var structure: String
    public var lines: Int64
    public var fault: Fault?
}

extension Store {
    /// Reads every chain from its first line. Reports the first fault of each; touches nothing.
    public func verifyJournal() async throws -> [JournalReport] {
        let key = try keys.secret(KeyRing.journalSecret)
        let structures = try await engine.read { db in
            try db.rows("SELECT id FROM structures ORDER BY id").map { try $0.text("id") }
        }
        var reports: [JournalReport] = []
        for structure in structures {
            reports.append(try await verify(structure, key))
        }
        return reports
    }

    private func verify(_ structure: String, _ key: SecretBytes) async throws -> JournalReport {
        var previous: [UInt8] = []
        var last: Int64 = 0
        while true {
            let from = last
            let lines = try await engine.read { db in
                try db.rows(
                    """
                    SELECT sequence, at, aidant_id, session, action, object_kind, object_id, usager_id, detail, mac
                    FROM journal WHERE structure_id = \(structure) AND sequence > \(from) ORDER BY sequence LIMIT 5000
                    """
                ).map { (try RawLine($0), try $0.blob("mac")) }
            }
            if lines.isEmpty { break }
            for (line, mac) in lines {
                if line.sequence != last + 1 {
                    return JournalReport(structure: structure, lines: last, fault: .gap(after: last))
                }
                let expected = HashChain.next(previous: previous, entry: line.canonical(structure), key: key)
                guard Sodium.equal(expected, mac) else {
                    return JournalReport(structure: structure, lines: last, fault: .broken(sequence: line.sequence))
                }
                (previous, last) = (mac, line.sequence)
            }
        }
        let end = (last, previous)
        let fault = try await engine.read { db in try Store.headFault(structure, end, key, db) }
        return JournalReport(structure: structure, lines: last, fault: fault)
    }

    private static func headFault(
        _ structure: String, _ end: (Int64, [UInt8]), _ key: SecretBytes, _ db: any Connection
    ) throws -> JournalReport.Fault? {
        guard
            let head = try db.first("SELECT sequence, mac, seal FROM journal_heads WHERE structure_id = \(structure)")
        else { return end.0 == 0 ? nil : .head(expected: 0, found: end.0) }
        let sequence = try Int64(head.int("sequence"))
        let seal = JournalWriter.seal(structure, sequence, try head.blob("mac"), key)
        let (mac, kept) = (try head.blob("mac"), try head.blob("seal"))
        let isWhole = sequence == end.0 && Sodium.equal(mac, end.1) && Sodium.equal(seal, kept)
        return isWhole ? nil : .head(expected: sequence, found: end.0)
    }
}

/// A journal line as stored: verification must not depend on codes that this version knows.
private struct RawLine {
    let sequence: Int64
    let parts: [String]

    init(_ row: Row) throws {
        sequence = try Int64(row.int("sequence"))
        parts = [
            String(sequence), String(try row.int("at")), try row.textOrNil("aidant_id") ?? "-", try row.text("session"),
            try row.text("action"), try row.text("object_kind"), try row.text("object_id"),
            try row.textOrNil("usager_id") ?? "-", try row.text("detail"),
        ]
    }

    func canonical(_ structure: String) -> [UInt8] {
        ([structure] + parts).flatMap { Array("\($0.utf8.count):\($0),".utf8) }
    }
}
