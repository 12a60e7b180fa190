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

    private static let batch = 5000

    private func verify(_ structure: String, _ key: SecretBytes) async throws -> JournalReport {
        var previous: [UInt8] = []
        var last: Int64 = 0
        while true {
            let from = last
            // One snapshot: a line written meanwhile must not pass for a cut one.
            let (lines, head) = try await engine.read { db in
                (try Store.rawLines(structure, after: from, db), try Store.head(structure, db))
            }
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
            if lines.count < Self.batch {
                let fault = Store.fault(of: head, structure, last, previous, key)
                return JournalReport(structure: structure, lines: last, fault: fault)
            }
        }
    }

    private struct Head {
        let sequence: Int64
        let mac: [UInt8]
        let seal: [UInt8]
    }

    private static func rawLines(
        _ structure: String, after sequence: Int64, _ db: any Connection
    ) throws -> [(RawLine, [UInt8])] {
        try db.rows(
            """
            SELECT sequence, at, aidant_id, session, action, object_kind, object_id, usager_id, detail, mac
            FROM journal WHERE structure_id = \(structure) AND sequence > \(sequence) ORDER BY sequence LIMIT \(batch)
            """
        ).map { (try RawLine($0), try $0.blob("mac")) }
    }

    private static func head(_ structure: String, _ db: any Connection) throws -> Head? {
        try db.first("SELECT sequence, mac, seal FROM journal_heads WHERE structure_id = \(structure)").map {
            Head(sequence: try Int64($0.int("sequence")), mac: try $0.blob("mac"), seal: try $0.blob("seal"))
        }
    }

    /// The head must be that of the last line. The creation of a structure is its first line: none is a cut chain too.
    private static func fault(
        of head: Head?, _ structure: String, _ last: Int64, _ mac: [UInt8], _ key: SecretBytes
    ) -> JournalReport.Fault? {
        guard let head else { return .head(expected: max(1, last), found: last) }
        let seal = JournalWriter.seal(structure, head.sequence, head.mac, key)
        let isWhole = head.sequence == last && Sodium.equal(head.mac, mac) && Sodium.equal(head.seal, seal)
        return isWhole ? nil : .head(expected: head.sequence, found: last)
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
