import Database
import Domain
import Synchronization

/// Whose dates are about to be read.
enum DateScope: Sendable {
    case mine
    case usager(ID<Usager>)
    case dossier(ID<Dossier>)
}

extension Store {
    /// Dossiers looked at in one go; those whose date passed last come first.
    private static let most = 50

    /// A window that closed since the dates were computed is missed, and the next one takes its place beside it. Dates are
    /// otherwise computed when something changes; so this is done before they are read, once a day for each reader and
    /// file. Reading goes on when nothing can be written (full disk, base in use): the dates are shown as they stand, and
    /// the next reading tries again.
    func refreshDates(_ access: Access, _ scope: DateScope) async throws {
        let today = access.today
        let name = "\(access.aidant.raw) \(scope)"
        guard refreshed.withLock({ $0.day != today || !$0.scopes.contains(name) }) else { return }
        let passed = try await look(access) { try $0.passed(scope, limit: Store.most) }
        if !passed.isEmpty {
            do {
                try await act(access) { tx in
                    for id in passed { try tx.replan(tx.loadDossier(ID(id), for: .see).0) }
                }
            } catch DatabaseError.full, DatabaseError.readOnly, DatabaseError.busy { return }
        }
        refreshed.withLock { $0 = (today, ($0.day == today ? $0.scopes : []).union([name])) }
    }
}

extension Transaction {
    /// Dossiers with a deadline that has passed, is not done, and has no later one.
    fileprivate func passed(_ scope: DateScope, limit: Int) throws -> [String] {
        let chosen: SQL =
            switch scope {
            case .mine: "echeances.follower_id = \(aidant)"
            case .usager(let id): "echeances.usager_id = \(id.raw)"
            case .dossier(let id): "echeances.dossier_id = \(id.raw)"
            }
        let today = access.today.description
        return try db.rows(
            """
            SELECT echeances.dossier_id AS id, MAX(echeances.due) AS due
            FROM echeances JOIN dossiers ON dossiers.id = echeances.dossier_id
            WHERE \(sql: DossierScope.sql(access)) AND echeances.structure_id = \(structure) AND \(sql: chosen)
            AND echeances.status IN (\(Echeance.Status.open.rawValue), \(Echeance.Status.snoozed.rawValue))
            AND echeances.kind LIKE 'echeance:%' AND echeances.due < \(today)
            AND NOT EXISTS (SELECT 1 FROM echeances later WHERE later.structure_id = \(structure)
                AND later.dossier_id = echeances.dossier_id AND later.kind = echeances.kind AND later.due >= \(today))
            GROUP BY echeances.dossier_id ORDER BY due DESC, id LIMIT \(limit)
            """
        ).map { try $0.text("id") }
    }
}
