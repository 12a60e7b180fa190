import Database
import Domain

extension Transaction {
    /// The latest acts of a person's history as this reader may see it, newest first: the desk sees its own work and that
    /// on its dossiers.
    func activities(of usager: ID<Usager>, limit: Int) throws -> [ActivityLine] {
        try db.rows(
            """
            SELECT activites.* FROM activites WHERE activites.structure_id = \(structure)
            AND activites.usager_id = \(usager.raw)\(sql: visibleActivities)
            ORDER BY activites.at DESC, activites.id DESC LIMIT \(limit)
            """
        ).compactMap(activity)
    }

    /// The latest acts on a dossier that this reader may see, and how many there are, with their minutes.
    func activities(on dossier: ID<Dossier>, limit: Int) throws -> ([ActivityLine], ActivitySum) {
        let lines = try db.rows(
            """
            SELECT * FROM activites WHERE structure_id = \(structure) AND dossier_id = \(dossier.raw)
            ORDER BY at DESC, id DESC LIMIT \(limit)
            """
        ).compactMap(activity)
        let total = try db.first(
            """
            SELECT COUNT(*) AS n, COALESCE(SUM(minutes), 0) AS minutes FROM activites
            WHERE structure_id = \(structure) AND dossier_id = \(dossier.raw)
            """)
        return (lines, ActivitySum(count: try total?.int("n") ?? 0, minutes: try total?.int("minutes") ?? 0))
    }

    var visibleActivities: SQL {
        guard access.role == .reception else { return .empty }
        return """
             AND (activites.aidant_id = \(aidant) OR EXISTS (SELECT 1 FROM dossiers
                WHERE dossiers.id = activites.dossier_id AND \(sql: DossierScope.sql(access))))
            """
    }

    fileprivate func ownActivity(_ id: String) throws -> Row? {
        try db.first(
            "SELECT * FROM activites WHERE id = \(id) AND structure_id = \(structure) AND aidant_id = \(aidant)")
    }

    func activity(_ row: Row) throws -> ActivityLine? {
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
    /// One's own activity; a colleague's does not exist for others (`StoreError.notFound`).
    public func activity(_ access: Access, id: String) async throws -> ActivityLine {
        try await look(access) { tx in
            guard let row = try tx.ownActivity(id), let line = try tx.activity(row) else { throw StoreError.notFound }
            return line
        }
    }

    /// Corrects the minutes or the way of one's own activity.
    public func correctActivity(_ access: Access, id: String, version: Int, way: Way, minutes: Int) async throws {
        try await act(access) { tx in
            guard try tx.ownActivity(id) != nil else { throw StoreError.notFound }
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
