import Database
import Domain
import Sealing

extension Transaction {
    /// Recomputes the dates of a dossier: what is done stays done, what no longer applies goes, what is new comes.
    func replan(_ dossier: Dossier) throws {
        let demarche = try definition(dossier.definition)
        var lastDone: [Echeance.Kind: Day] = [:]
        var kept: Set<String> = []
        let rows = try db.rows(
            """
            SELECT id, kind, due, status FROM echeances
            WHERE structure_id = \(structure) AND dossier_id = \(dossier.id.raw)
            """)
        for row in rows where try row.text("status") == Echeance.Status.done.rawValue {
            guard let kind = Echeance.Kind(code: try row.text("kind")), let due = Day(try row.text("due")) else {
                continue
            }
            lastDone[kind] = max(lastDone[kind] ?? due, due)
        }
        let entries = EcheancePlan.entries(
            dossier: dossier, demarche: demarche, lookup: try lookup(dossier, demarche), lastDone: lastDone)
        for entry in entries {
            kept.insert("\(entry.kind.code)|\(entry.window.due)")
            try insert(entry, dossier)
        }
        for row in rows where try row.text("status") != Echeance.Status.done.rawValue {
            let name = "\(try row.text("kind"))|\(try row.text("due"))"
            if !kept.contains(name) {
                try db.execute("DELETE FROM echeances WHERE id = \(row.text("id")) AND structure_id = \(structure)")
            }
        }
        try db.execute(
            """
            UPDATE echeances SET follower_id = \(dossier.follower.raw)
            WHERE structure_id = \(structure) AND dossier_id = \(dossier.id.raw) AND status <> \(Echeance.Status.done.rawValue)
            """)
    }

    /// The dates of all dossiers of a person, after a fact has changed.
    func replanAll(of usager: ID<Usager>, but saved: ID<Dossier>? = nil) throws {
        let key = try store.keys.fileKey(usager.raw, structure: structure, db)
        let rows = try db.rows(
            "SELECT * FROM dossiers WHERE structure_id = \(structure) AND usager_id = \(usager.raw) ORDER BY id")
        for row in rows where try row.text("id") != saved?.raw { try replan(try dossier(row, key: key)) }
    }

    /// A next step that is done is no longer one; anything else that comes back has its next date.
    fileprivate func afterDone(_ echeance: Echeance, _ dossier: Dossier) throws {
        guard echeance.kind == .nextStep else { return try replan(dossier) }
        var dossier = dossier
        dossier.nextStep = nil
        try save(dossier, expecting: dossier.version)
    }

    private func insert(_ entry: EcheancePlan.Entry, _ dossier: Dossier) throws {
        let id = store.ids.next()
        let key = try store.keys.fileKey(dossier.usager.raw, structure: structure, db)
        // A next step written for a day on which another was done is a new one.
        let done = Echeance.Status.done.rawValue
        let shown = entry.window.opens ?? entry.window.due.adding(days: -Echeance.daysAhead)
        try db.execute(
            """
            INSERT INTO echeances (id, structure_id, usager_id, dossier_id, follower_id, kind, opens, due, shown_from,
                has_loss, status, reason, changed_at)
            VALUES (\(id), \(structure), \(dossier.usager.raw), \(dossier.id.raw), \(dossier.follower.raw),
                \(entry.kind.code), \(entry.window.opens?.description), \(entry.window.due.description),
                \(shown.description), \(entry.hasLoss), \(Echeance.Status.open.rawValue),
                \(SealedJSON.seal("", key: key, place: EcheancePlace.reason(id))), \(now.milliseconds))
            ON CONFLICT (dossier_id, kind, due) DO UPDATE SET opens = excluded.opens, has_loss = excluded.has_loss,
                follower_id = excluded.follower_id,
                status = CASE WHEN excluded.kind = \(Echeance.Kind.nextStep.code) AND echeances.status = \(done)
                    THEN excluded.status ELSE echeances.status END
            """)
    }

    func echeances(of usager: ID<Usager>) throws -> [Echeance] {
        let key = try store.keys.fileKey(usager.raw, structure: structure, db)
        return try db.rows(
            """
            SELECT echeances.* FROM echeances JOIN dossiers ON dossiers.id = echeances.dossier_id
            WHERE \(sql: DossierScope.sql(access)) AND echeances.structure_id = \(structure)
            AND echeances.usager_id = \(usager.raw) ORDER BY echeances.due, echeances.id
            """
        ).compactMap { try echeance($0, key: key) }
    }

    func echeance(_ row: Row, key: SecretBytes?) throws -> Echeance? {
        guard let kind = Echeance.Kind(code: try row.text("kind")), let due = Day(try row.text("due")) else {
            return nil
        }
        let id = try row.text("id")
        let reason = try key.map {
            try SealedJSON.open(String.self, row.blob("reason"), key: $0, place: EcheancePlace.reason(id))
        }
        return Echeance(
            id: ID(id), usager: ID(try row.text("usager_id")), dossier: ID(try row.text("dossier_id")), kind: kind,
            window: DueWindow(opens: try row.textOrNil("opens").flatMap(Day.init), due: due),
            hasLoss: try row.bool("has_loss"), status: Echeance.Status(rawValue: try row.text("status")) ?? .open,
            snoozedUntil: try row.textOrNil("snoozed_until").flatMap(Day.init), reason: reason ?? "")
    }
}

enum EcheancePlace {
    static func reason(_ id: String) -> Place { Place(table: "echeances", column: "reason", row: id) }
}

extension Echeance {
    /// A date without an opening day is shown this many days before.
    public static let daysAhead = 30
}

extension Store {
    /// Marks a date as done; the next occurrence takes its place.
    public func markDone(_ access: Access, form: FormKey, id: ID<Echeance>, work: Work) async throws -> ID<Dossier> {
        ID(
            try await act(access) { tx in
                try tx.once(form) {
                    let (echeance, dossier, demarche) = try tx.loadEcheance(id, for: .edit)
                    // Done by a colleague in the meantime: the work is not counted twice.
                    if echeance.status == .done { return dossier.id.raw }
                    try tx.db.execute(
                        """
                        UPDATE echeances SET status = \(Echeance.Status.done.rawValue), changed_at = \(tx.now.milliseconds)
                        WHERE id = \(id.raw) AND structure_id = \(tx.structure)
                        """)
                    try tx.afterDone(echeance, dossier)
                    _ = try tx.record(
                        Activity(kind: .followUp, way: work.way, minutes: work.minutes, on: access.today),
                        usager: echeance.usager, dossier: dossier.id, demarche: dossier.demarche,
                        organisme: demarche.organisme)
                    try tx.journal(
                        JournalEntry(
                            .echeanceDone, .echeance, id.raw, usager: echeance.usager, detail: echeance.kind.code))
                    return dossier.id.raw
                }
            })
    }

    /// Puts a date off, with a reason.
    public func snooze(
        _ access: Access, form: FormKey, id: ID<Echeance>, until day: Day, reason: String
    ) async throws -> Result<Void, Echeance.Refusal> {
        do {
            _ = try await act(access) { tx in
                try tx.once(form) {
                    let (echeance, _, _) = try tx.loadEcheance(id, for: .edit)
                    try echeance.checkSnooze(until: day, reason: reason, today: access.today)
                    let key = try tx.store.keys.fileKey(echeance.usager.raw, structure: tx.structure, tx.db)
                    try tx.db.execute(
                        """
                        UPDATE echeances SET status = \(Echeance.Status.snoozed.rawValue), snoozed_until = \(day.description),
                            shown_from = \(day.description), changed_at = \(tx.now.milliseconds),
                            reason = \(SealedJSON.seal(reason, key: key, place: EcheancePlace.reason(id.raw)))
                        WHERE id = \(id.raw) AND structure_id = \(tx.structure)
                        """)
                    try tx.journal(
                        JournalEntry(
                            .echeanceSnoozed, .echeance, id.raw, usager: echeance.usager, detail: day.description))
                    return id.raw
                }
            }
            return .success(())
        } catch let refusal as Echeance.Refusal { return .failure(refusal) }
    }

    /// One date with its dossier, for its own page.
    public func readEcheance(_ access: Access, id: ID<Echeance>) async throws -> (Echeance, DossierFile) {
        try await act(access) { tx in
            let (echeance, dossier, _) = try tx.loadEcheance(id, for: .see)
            try tx.journal(
                JournalEntry(.dossierRead, .dossier, dossier.id.raw, usager: dossier.usager, detail: "echeance"))
            return (echeance, try tx.file(dossier, try tx.relation(to: dossier.usager)))
        }
    }
}

extension Transaction {
    fileprivate func loadEcheance(
        _ id: ID<Echeance>, for action: DossierPolicy.Action
    ) throws -> (Echeance, Dossier, Demarche) {
        guard let row = try db.first("SELECT * FROM echeances WHERE id = \(id.raw) AND structure_id = \(structure)")
        else {
            throw StoreError.notFound
        }
        let (dossier, _) = try loadDossier(ID(try row.text("dossier_id")), for: action)
        let key = try store.keys.fileKey(dossier.usager.raw, structure: structure, db)
        guard let echeance = try echeance(row, key: key) else { throw StoreError.notFound }
        return (echeance, dossier, try definition(dossier.definition))
    }
}
