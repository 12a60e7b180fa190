import Database
import Domain

extension Store {
    /// Lines of the structure's journal, newest first, of one person's file when given.
    /// Reading the journal is itself journaled.
    /// - Parameters:
    ///   - before: the number of a line; only older ones are given, to go on where the last page ended.
    ///   - limit: lines at most, 1 000 at most.
    public func journalLines(
        _ access: Access, usager: ID<Usager>? = nil, before: Int64? = nil, limit: Int = 200
    ) async throws -> [JournalLine] {
        try await require(.readJournal, access)
        return try await act(access) { tx in
            let ofUsager: SQL = usager.map { " AND usager_id = \($0.raw)" } ?? .empty
            let older: SQL = before.map { " AND sequence < \(Int($0))" } ?? .empty
            let lines = try tx.db.rows(
                """
                SELECT sequence, at, aidant_id, session, action, object_kind, object_id, usager_id, detail
                FROM journal WHERE structure_id = \(tx.structure)\(sql: ofUsager)\(sql: older)
                ORDER BY sequence DESC LIMIT \(min(limit, 1000))
                """
            ).compactMap(Store.journalLine)
            try tx.journal(JournalEntry(.journalRead, .structure, tx.structure, usager: usager))
            return lines
        }
    }

    private static func journalLine(_ row: Row) throws -> JournalLine? {
        guard let action = JournalEntry.Action(rawValue: try row.text("action")),
            let kind = JournalEntry.ObjectKind(rawValue: try row.text("object_kind"))
        else { return nil }
        return JournalLine(
            sequence: try Int64(row.int("sequence")), at: Moment(milliseconds: Int64(try row.int("at"))),
            aidant: try row.textOrNil("aidant_id").map { ID($0) }, session: try row.text("session"),
            entry: JournalEntry(
                action, kind, try row.text("object_id"), usager: try row.textOrNil("usager_id").map { ID($0) },
                detail: try row.text("detail")))
    }
}
