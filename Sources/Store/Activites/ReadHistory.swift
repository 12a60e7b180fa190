import Database
import Domain

/// How many acts, and the minutes they took.
public struct ActivitySum: Hashable, Sendable {
    public var count: Int
    public var minutes: Int

    public init(count: Int = 0, minutes: Int = 0) {
        self.count = count
        self.minutes = minutes
    }
}

/// Which acts of a person's history one wants to see.
public struct HistoryChoice: Sendable {
    /// A code of the catalogue; nil: all.
    public var demarche: String?
    public var dossier: ID<Dossier>?
    public var kind: Activity.Kind?
    /// The last act of the page before; only older ones are given.
    public var before: String?

    public init(
        demarche: String? = nil, dossier: ID<Dossier>? = nil, kind: Activity.Kind? = nil, before: String? = nil
    ) {
        self.demarche = demarche
        self.dossier = dossier
        self.kind = kind
        self.before = before
    }

    public var isEmpty: Bool { demarche == nil && dossier == nil && kind == nil }
}

/// One page of a person's history.
public struct UsagerHistory: Sendable {
    /// Newest first; acts on dossiers that this reader may not see say neither the procedure nor the dossier.
    public let lines: [ActivityLine]
    /// The act after which the next page goes on; nil when no older one exists.
    public let older: String?
    /// Of all that was chosen, whatever the page.
    public let total: ActivitySum
    /// What may be chosen: codes of procedures and kinds of acts that this reader may see in the whole history.
    public let demarches: [String]
    public let kinds: [Activity.Kind]

    public init(
        lines: [ActivityLine], older: String?, total: ActivitySum, demarches: [String], kinds: [Activity.Kind]
    ) {
        self.lines = lines
        self.older = older
        self.total = total
        self.demarches = demarches
        self.kinds = kinds
    }
}

extension Store {
    /// Acts of one page.
    public static let historyLimit = 100

    /// A page of what was done for a person, with the file; read and journaled in one transaction.
    public func readHistory(
        _ access: Access, id: ID<Usager>, _ choice: HistoryChoice = HistoryChoice(), limit: Int = historyLimit
    ) async throws -> (file: UsagerFile, history: UsagerHistory) {
        try await act(access) { tx in
            let file = try tx.usagerFile(id)
            let history = try tx.history(of: id, choice, limit, visible: Set(file.dossiers.map(\.id)))
            try tx.journal(JournalEntry(.usagerRead, .usager, id.raw, usager: id, detail: "historique"))
            return (file, history)
        }
    }
}

extension Transaction {
    fileprivate func history(
        of usager: ID<Usager>, _ choice: HistoryChoice, _ limit: Int, visible: Set<ID<Dossier>>
    ) throws -> UsagerHistory {
        let chosen = chosen(choice)
        // One more than shown tells whether older ones exist.
        let found = try db.rows(
            """
            SELECT activites.* FROM activites WHERE activites.structure_id = \(structure)
            AND activites.usager_id = \(usager.raw)\(sql: visibleActivities)\(sql: chosen)\(sql: older(choice, usager))
            ORDER BY activites.at DESC, activites.id DESC LIMIT \(limit + 1)
            """
        ).compactMap(activity)
        let total = try db.first(
            """
            SELECT COUNT(*) AS n, COALESCE(SUM(activites.minutes), 0) AS minutes FROM activites
            WHERE activites.structure_id = \(structure) AND activites.usager_id = \(usager.raw)
            \(sql: visibleActivities)\(sql: chosen)
            """)
        let lines = found.prefix(limit)
        return UsagerHistory(
            lines: lines.map { $0.shown(to: visible) }, older: found.count > limit ? lines.last?.id : nil,
            total: ActivitySum(count: try total?.int("n") ?? 0, minutes: try total?.int("minutes") ?? 0),
            demarches: try demarches(of: usager), kinds: try kinds(of: usager))
    }

    private func chosen(_ choice: HistoryChoice) -> SQL {
        var result: SQL = .empty
        if let demarche = choice.demarche {
            result = result + " AND activites.demarche = \(demarche)" + visibleSubject
        }
        if let dossier = choice.dossier {
            result = result + " AND activites.dossier_id = \(dossier.raw)" + visibleSubject
        }
        if let kind = choice.kind { result = result + " AND activites.kind = \(kind.rawValue)" }
        return result
    }

    /// A procedure is not found by the acts on a dossier that this reader may not see.
    private var visibleSubject: SQL {
        """
         AND (activites.dossier_id IS NULL OR EXISTS (SELECT 1 FROM dossiers
            WHERE dossiers.id = activites.dossier_id AND \(sql: DossierScope.sql(access))))
        """
    }

    private func older(_ choice: HistoryChoice, _ usager: ID<Usager>) throws -> SQL {
        guard let before = choice.before else { return .empty }
        guard
            let last = try db.first(
                """
                SELECT at FROM activites WHERE id = \(before) AND structure_id = \(structure)
                AND usager_id = \(usager.raw)
                """)
        else { throw StoreError.notFound }
        let at = try last.int("at")
        return " AND (activites.at < \(at) OR (activites.at = \(at) AND activites.id < \(before)))"
    }

    private func demarches(of usager: ID<Usager>) throws -> [String] {
        try db.rows(
            """
            SELECT DISTINCT activites.demarche AS demarche FROM activites
            WHERE activites.structure_id = \(structure) AND activites.usager_id = \(usager.raw)
            AND activites.demarche IS NOT NULL\(sql: visibleActivities)\(sql: visibleSubject) ORDER BY demarche
            """
        ).map { try $0.text("demarche") }
    }

    private func kinds(of usager: ID<Usager>) throws -> [Activity.Kind] {
        let found = try db.rows(
            """
            SELECT DISTINCT activites.kind AS kind FROM activites WHERE activites.structure_id = \(structure)
            AND activites.usager_id = \(usager.raw)\(sql: visibleActivities)
            """
        ).map { try $0.text("kind") }
        return Activity.Kind.allCases.filter { found.contains($0.rawValue) }
    }
}
