import Database
import Domain

/// One line of *Aujourd'hui*: a date with what is needed to name it.
public struct TodayLine: Sendable, Identifiable {
    public var id: ID<Echeance> { echeance.id }
    public let echeance: Echeance
    public let demarche: Demarche
    public let follower: ID<Aidant>
    public let name: UsagerName
    /// For a next step: who must act and what was written down.
    public let next: Dossier.NextStep?

    public init(
        echeance: Echeance, demarche: Demarche, follower: ID<Aidant>, name: UsagerName, next: Dossier.NextStep? = nil
    ) {
        self.echeance = echeance
        self.demarche = demarche
        self.follower = follower
        self.name = name
        self.next = next
    }
}

/// What must be done today and this week, in the order of what would be lost.
public struct TodayList: Sendable {
    public let mine: [TodayLine]
    public let mineTotal: Int
    /// Work of colleagues who are away, by colleague, for those who may take over.
    public let relayed: [(aidant: Aidant, lines: [TodayLine])]
    /// Dossiers in preparation that I follow, latest first.
    public let preparing: [(dossier: ID<Dossier>, demarche: Demarche, name: UsagerName, since: Moment)]
    /// Activities of today: number and minutes.
    public let doneToday: (count: Int, minutes: Int)

    public init(
        mine: [TodayLine], mineTotal: Int, relayed: [(aidant: Aidant, lines: [TodayLine])] = [],
        preparing: [(dossier: ID<Dossier>, demarche: Demarche, name: UsagerName, since: Moment)] = [],
        doneToday: (count: Int, minutes: Int) = (0, 0)
    ) {
        self.mine = mine
        self.mineTotal = mineTotal
        self.relayed = relayed
        self.preparing = preparing
        self.doneToday = doneToday
    }
}

extension Store {
    public static let todayLimit = 40

    public func today(_ access: Access) async throws -> TodayList {
        try await syncIndex(access.structure.raw, now: access.now)
        try await refreshDates(access, .mine)
        return try await look(access) { tx in
            let colleagues = try tx.db.rows(
                """
                SELECT \(sql: Store.aidantColumns) FROM aidants
                WHERE structure_id = \(tx.structure) AND absent_from <= \(access.today.description)
                AND absent_through >= \(access.today.description)
                """
            ).map { try tx.store.aidant($0, tx.db) }.filter { $0.id != access.aidant }
            let relayed = try colleagues.map { (aidant: $0, lines: try tx.lines(follower: $0.id, limit: 15)) }
            return TodayList(
                mine: try tx.lines(follower: access.aidant, limit: Store.todayLimit), mineTotal: try tx.openCount(),
                relayed: relayed.filter { !$0.lines.isEmpty }, preparing: try tx.preparing(),
                doneToday: try tx.doneToday())
        }
    }
}

extension Transaction {
    /// Open dates of a colleague, visible to this reader: losses first, then by date.
    fileprivate func lines(follower: ID<Aidant>, limit: Int) throws -> [TodayLine] {
        let today = access.today.description
        let rows = try db.rows(
            """
            SELECT echeances.*, dossiers.definition AS definition, dossiers.definition_version AS definition_version,
                dossiers.content AS content, dossiers.next_owner AS next_owner, dossiers.next_day AS next_day
            FROM echeances JOIN dossiers ON dossiers.id = echeances.dossier_id
            WHERE \(sql: DossierScope.sql(access)) AND echeances.structure_id = \(structure)
            AND echeances.follower_id = \(follower.raw)
            AND echeances.status IN (\(Echeance.Status.open.rawValue), \(Echeance.Status.snoozed.rawValue))
            AND echeances.shown_from <= \(today)
            ORDER BY echeances.has_loss DESC, echeances.due, echeances.id LIMIT \(limit)
            """)
        return try rows.compactMap { row in
            guard let echeance = try echeance(row, key: nil) else { return nil }
            let ref = DefinitionRef(version: try row.int("definition_version"), fingerprint: try row.text("definition"))
            return TodayLine(
                echeance: echeance, demarche: try definition(ref), follower: follower, name: name(echeance.usager),
                next: echeance.kind == .nextStep ? try nextStep(row, echeance) : nil)
        }
    }

    private func nextStep(_ row: Row, _ echeance: Echeance) throws -> Dossier.NextStep? {
        guard let owner = try row.textOrNil("next_owner").flatMap(Actor.init) else { return nil }
        let key = try store.keys.fileKey(echeance.usager.raw, structure: structure, db)
        let content = try SealedJSON.open(
            DossierContent.self, row.blob("content"), key: key, place: DossierPlace.content(echeance.dossier.raw))
        return Dossier.NextStep(
            owner: owner, day: try row.textOrNil("next_day").flatMap(Day.init), what: content.nextWhat)
    }

    fileprivate func openCount() throws -> Int {
        try db.first(
            """
            SELECT COUNT(*) AS n FROM echeances JOIN dossiers ON dossiers.id = echeances.dossier_id
            WHERE \(sql: DossierScope.sql(access)) AND echeances.structure_id = \(structure)
            AND echeances.follower_id = \(aidant)
            AND echeances.status IN (\(Echeance.Status.open.rawValue), \(Echeance.Status.snoozed.rawValue))
            AND echeances.shown_from <= \(access.today.description)
            """)?.int("n") ?? 0
    }

    fileprivate func preparing() throws -> [(dossier: ID<Dossier>, demarche: Demarche, name: UsagerName, since: Moment)]
    {
        try db.rows(
            """
            SELECT id, usager_id, definition, definition_version, updated_at FROM dossiers
            WHERE \(sql: DossierScope.sql(access)) AND structure_id = \(structure) AND follower_id = \(aidant)
            AND state IN (\(Dossier.State.preparing.rawValue), \(Dossier.State.stopped.rawValue))
            ORDER BY updated_at DESC LIMIT 10
            """
        ).map { row in
            let ref = DefinitionRef(version: try row.int("definition_version"), fingerprint: try row.text("definition"))
            return (
                ID(try row.text("id")), try definition(ref), name(ID(try row.text("usager_id"))),
                Moment(milliseconds: Int64(try row.int("updated_at")))
            )
        }
    }

    fileprivate func doneToday() throws -> (count: Int, minutes: Int) {
        let row = try db.first(
            """
            SELECT COUNT(*) AS n, COALESCE(SUM(minutes), 0) AS minutes FROM activites
            WHERE structure_id = \(structure) AND aidant_id = \(aidant) AND done_on = \(access.today.description)
            """)
        return (try row?.int("n") ?? 0, try row?.int("minutes") ?? 0)
    }

    fileprivate func name(_ usager: ID<Usager>) -> UsagerName {
        store.people.names([usager], structure: structure)[usager] ?? UsagerName(facts: [:])
    }
}
