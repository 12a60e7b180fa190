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
        // While the index is being filled, the few names shown are read from their files: nobody waits for all of them.
        if people.isReady(access.structure.raw) { try await syncIndex(access.structure.raw, now: access.now) }
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
    ///
    /// The dates are chosen from their index alone; only those shown are read.
    fileprivate func lines(follower: ID<Aidant>, limit: Int) throws -> [TodayLine] {
        let rows = try db.rows(
            """
            SELECT echeances.*, dossiers.definition AS definition, dossiers.definition_version AS definition_version,
                dossiers.content AS content, dossiers.next_owner AS next_owner, dossiers.next_day AS next_day
            FROM (
                SELECT echeances.id AS id FROM echeances
                WHERE echeances.structure_id = \(structure) AND \(sql: toSee(follower))
                ORDER BY echeances.has_loss DESC, echeances.due, echeances.id LIMIT \(limit)
            ) chosen JOIN echeances ON echeances.id = chosen.id JOIN dossiers ON dossiers.id = echeances.dossier_id
            ORDER BY echeances.has_loss DESC, echeances.due, echeances.id
            """)
        return try rows.compactMap { row in
            guard let echeance = try echeance(row, key: nil) else { return nil }
            let ref = DefinitionRef(version: try row.int("definition_version"), fingerprint: try row.text("definition"))
            return TodayLine(
                echeance: echeance, demarche: try definition(ref), follower: follower, name: try name(echeance.usager),
                next: echeance.kind == .nextStep ? try nextStep(row, echeance) : nil)
        }
    }

    /// Dates of a colleague that are to be seen to today, visible to this reader.
    private func toSee(_ follower: ID<Aidant>) -> SQL {
        """
        \(sql: EcheanceScope.sql(access)) AND echeances.follower_id = \(follower.raw)
        AND echeances.status IN (\(Echeance.Status.open.rawValue), \(Echeance.Status.snoozed.rawValue))
        AND echeances.shown_from <= \(access.today.description)
        """
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
            SELECT COUNT(*) AS n FROM echeances
            WHERE echeances.structure_id = \(structure) AND \(sql: toSee(access.aidant))
            """)?.int("n") ?? 0
    }

    fileprivate func preparing() throws -> [(dossier: ID<Dossier>, demarche: Demarche, name: UsagerName, since: Moment)]
    {
        try db.rows(
            """
            SELECT dossiers.id AS id, usager_id, definition, definition_version, dossiers.updated_at AS updated_at
            FROM (\(sql: latest(.preparing)) UNION ALL \(sql: latest(.stopped))) latest
            JOIN dossiers ON dossiers.id = latest.id AND dossiers.structure_id = \(structure)
            WHERE \(sql: DossierScope.sql(access)) ORDER BY dossiers.updated_at DESC, dossiers.id DESC LIMIT 10
            """
        ).map { row in
            let ref = DefinitionRef(version: try row.int("definition_version"), fingerprint: try row.text("definition"))
            return (
                ID(try row.text("id")), try definition(ref), try name(ID(try row.text("usager_id"))),
                Moment(milliseconds: Int64(try row.int("updated_at")))
            )
        }
    }

    /// The latest dossiers that I follow in a state, straight from their index.
    private func latest(_ state: Dossier.State) -> SQL {
        """
        SELECT id FROM (
            SELECT id FROM dossiers
            WHERE \(sql: DossierScope.sql(access)) AND structure_id = \(structure) AND follower_id = \(aidant)
            AND state = \(state.rawValue) ORDER BY updated_at DESC, id DESC LIMIT 10
        ) of_state
        """
    }

    fileprivate func doneToday() throws -> (count: Int, minutes: Int) {
        let row = try db.first(
            """
            SELECT COUNT(*) AS n, COALESCE(SUM(minutes), 0) AS minutes FROM activites
            WHERE structure_id = \(structure) AND aidant_id = \(aidant) AND done_on = \(access.today.description)
            """)
        return (try row?.int("n") ?? 0, try row?.int("minutes") ?? 0)
    }

    fileprivate func name(_ usager: ID<Usager>) throws -> UsagerName {
        if store.people.isReady(structure), let known = store.people.names([usager], structure: structure)[usager] {
            return known
        }
        return UsagerName(facts: try loadFacts(usager, [.general]))
    }
}

/// The dates that a professional may see: those of the dossiers of `DossierScope`, which need not be looked up for who
/// sees every dossier of the structure.
enum EcheanceScope {
    static func sql(_ access: Access) -> SQL {
        let ofStructure: SQL = "echeances.structure_id = \(access.structure.raw)"
        switch access.role {
        case .instructor, .socialWorker, .mediator, .responsable: return ofStructure
        default:
            return ofStructure
                + """
                 AND EXISTS (SELECT 1 FROM dossiers WHERE dossiers.id = echeances.dossier_id
                    AND \(sql: DossierScope.sql(access)))
                """
        }
    }
}
