import Database
import Domain

extension Transaction {
    /// A person's history, newest first.
    func activities(of usager: ID<Usager>) throws -> [ActivityLine] {
        try db.rows(
            """
            SELECT * FROM activites WHERE structure_id = \(structure) AND usager_id = \(usager.raw)
            ORDER BY at DESC LIMIT 200
            """
        ).compactMap(activity)
    }

    private func activity(_ row: Row) throws -> ActivityLine? {
        guard let kind = Activity.Kind(rawValue: try row.text("kind")), let way = Way(rawValue: try row.text("way")),
            let on = Day(try row.text("done_on"))
        else { return nil }
        return ActivityLine(
            id: try row.text("id"), aidant: ID(try row.text("aidant_id")), demarche: try row.textOrNil("demarche"),
            dossier: try row.textOrNil("dossier_id").map { ID($0) },
            activity: Activity(kind: kind, way: way, minutes: try row.int("minutes"), on: on),
            at: Moment(milliseconds: Int64(try row.int("at"))), version: try row.int("version"))
    }
}

extension Store {
    /// Corrects the minutes or the way of one's own activity.
    public func correctActivity(_ access: Access, id: String, version: Int, way: Way, minutes: Int) async throws {
        try await act(access) { tx in
            let changed = try tx.db.execute(
                """
                UPDATE activites SET minutes = \(min(max(0, minutes), Activity.maximumMinutes)), way = \(way.rawValue),
                    version = version + 1
                WHERE id = \(id) AND structure_id = \(tx.structure) AND aidant_id = \(tx.aidant) AND version = \(version)
                """)
            if changed == 0 { throw StoreError.stale }
            try tx.journal(JournalEntry(.activityCorrected, .activite, id, detail: String(minutes)))
        }
    }
}
