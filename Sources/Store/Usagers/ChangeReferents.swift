import Database
import Domain

extension Store {
    /// Adds a referent, ends a follow-up, or hands it over (both): the dossiers and dates of the one who leaves go along.
    ///
    /// The one who leaves reads the file for `Referent.overlapDays` more days.
    @discardableResult
    public func changeReferent(
        _ access: Access, usager id: ID<Usager>, add: ID<Aidant>?, end: ID<Aidant>?
    ) async throws -> Result<Void, Referent.Refusal> {
        do {
            try await act(access) { tx in
                let relation = try tx.require(.changeReferents, on: id)
                let referents = try tx.loadUsager(id, relation: relation).referents
                try Referent.checkChange(referents, add: add, end: end, today: access.today)
                if let add { try tx.addReferent(add, to: id) }
                if let end { try tx.endReferent(end, of: id, successor: add) }
                try tx.journal(JournalEntry(.referentsChanged, .usager, id.raw, usager: id))
            }
            return .success(())
        } catch let refusal as Referent.Refusal {
            return .failure(refusal)
        }
    }
}

extension Transaction {
    fileprivate func addReferent(_ aidant: ID<Aidant>, to usager: ID<Usager>) throws {
        guard
            try db.first(
                "SELECT id FROM aidants WHERE id = \(aidant.raw) AND structure_id = \(structure) AND is_active = 1")
                != nil
        else { throw StoreError.notFound }
        try db.execute(
            """
            INSERT INTO referents (structure_id, usager_id, aidant_id, since)
            VALUES (\(structure), \(usager.raw), \(aidant.raw), \(access.today.description))
            ON CONFLICT (usager_id, aidant_id, since) DO UPDATE SET until = NULL
            """)
    }

    fileprivate func endReferent(_ aidant: ID<Aidant>, of usager: ID<Usager>, successor: ID<Aidant>?) throws {
        let yesterday = access.today.adding(days: -1).description
        try db.execute(
            """
            UPDATE referents SET until = \(yesterday)
            WHERE structure_id = \(structure) AND usager_id = \(usager.raw) AND aidant_id = \(aidant.raw) AND until IS NULL
            """)
        guard let successor else { return }
        try db.execute(
            """
            UPDATE dossiers SET follower_id = \(successor.raw), version = version + 1
            WHERE structure_id = \(structure) AND usager_id = \(usager.raw) AND follower_id = \(aidant.raw)
            """)
        try db.execute(
            """
            UPDATE echeances SET follower_id = \(successor.raw)
            WHERE structure_id = \(structure) AND usager_id = \(usager.raw) AND follower_id = \(aidant.raw)
            """)
    }
}
