import Database
import Domain

/// A person's file as one reads it.
public struct UsagerFile: Sendable {
    public let usager: Usager
    public let relation: Relation
    public let dossiers: [Dossier]
    public let echeances: [Echeance]
    public let activities: [ActivityLine]
}

/// One line of a person's history.
public struct ActivityLine: Sendable, Identifiable {
    public let id: String
    public let aidant: ID<Aidant>
    public let demarche: String?
    public let dossier: ID<Dossier>?
    public let activity: Activity
    public let at: Moment
    public let version: Int
}

extension Store {
    /// Opens a person's file: read and journaled in one transaction.
    public func readUsager(_ access: Access, id: ID<Usager>) async throws -> UsagerFile {
        try await act(access) { tx in
            let relation = try tx.require(.see, on: id)
            let file = UsagerFile(
                usager: try tx.loadUsager(id, relation: relation), relation: relation,
                dossiers: try tx.dossiers(of: id, relation: relation), echeances: try tx.echeances(of: id),
                activities: try tx.activities(of: id))
            try tx.journal(JournalEntry(.usagerRead, .usager, id.raw, usager: id))
            return file
        }
    }

    /// The person's name and version only, for a form or a heading; journaled as a reading.
    public func readFacts(_ access: Access, id: ID<Usager>) async throws -> Usager {
        try await act(access) { tx in
            let relation = try tx.require(.see, on: id)
            try tx.journal(JournalEntry(.usagerRead, .usager, id.raw, usager: id, detail: "fiche"))
            return try tx.loadUsager(id, relation: relation)
        }
    }

    /// Adds, ends or hands over the follow-up of a person.
    /// - Parameter until: the last day of a referent who leaves; reading goes on for `Referent.overlapDays`.
    public func changeReferent(
        _ access: Access, usager id: ID<Usager>, add: ID<Aidant>?, end: ID<Aidant>?
    ) async throws {
        try await act(access) { tx in
            try tx.require(.changeReferents, on: id)
            if let add {
                guard
                    try tx.db.first(
                        "SELECT id FROM aidants WHERE id = \(add.raw) AND structure_id = \(tx.structure) AND is_active = 1") != nil
                else { throw StoreError.notFound }
                try tx.db.execute(
                    """
                    INSERT INTO referents (structure_id, usager_id, aidant_id, since)
                    VALUES (\(tx.structure), \(id.raw), \(add.raw), \(tx.access.today.description))
                    ON CONFLICT (usager_id, aidant_id, since) DO UPDATE SET until = NULL
                    """)
            }
            if let end {
                let yesterday = tx.access.today.adding(days: -1).description
                try tx.db.execute(
                    """
                    UPDATE referents SET until = \(yesterday)
                    WHERE structure_id = \(tx.structure) AND usager_id = \(id.raw) AND aidant_id = \(end.raw) AND until IS NULL
                    """)
                if let add {
                    try tx.db.execute(
                        """
                        UPDATE dossiers SET follower_id = \(add.raw)
                        WHERE structure_id = \(tx.structure) AND usager_id = \(id.raw) AND follower_id = \(end.raw)
                        """)
                    try tx.db.execute(
                        """
                        UPDATE echeances SET follower_id = \(add.raw)
                        WHERE structure_id = \(tx.structure) AND usager_id = \(id.raw) AND follower_id = \(end.raw)
                        """)
                }
            }
            try tx.journal(JournalEntry(.referentsChanged, .usager, id.raw, usager: id))
        }
    }

    /// The ids of the people whom a professional follows now.
    public func followed(_ access: Access) async throws -> Set<ID<Usager>> {
        try await look(access) { tx in
            let rows = try tx.db.rows(
                """
                SELECT usager_id FROM referents WHERE structure_id = \(tx.structure) AND aidant_id = \(tx.aidant)
                AND (until IS NULL OR until >= \(tx.access.today.description))
                """)
            return Set(try rows.map { ID(try $0.text("usager_id")) })
        }
    }
}
