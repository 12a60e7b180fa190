import Database
import Domain

/// The rows that a professional may see: the SQL mirror of `UsagerPolicy.allows(.see, …)`, compared by a test.
enum UsagerScope {
    /// A condition on the table or alias `usagers`, structure included.
    static func sql(_ access: Access) -> SQL {
        let ofStructure: SQL = "usagers.structure_id = \(access.structure.raw)"
        switch access.role {
        case .administrator: return ofStructure + " AND 1 = 0"
        case .referent:
            let since = access.today.adding(days: -Referent.overlapDays).description
            return ofStructure
                + """
                 AND EXISTS (SELECT 1 FROM referents r WHERE r.structure_id = \(access.structure.raw)
                    AND r.usager_id = usagers.id AND r.aidant_id = \(access.aidant.raw)
                    AND (r.until IS NULL OR r.until >= \(since)))
                """
        default: return ofStructure
        }
    }
}

extension Transaction {
    /// How this professional stands to a person; `.stranger` when the file is of another structure or unknown.
    func relation(to usager: ID<Usager>) throws -> Relation {
        guard
            try db.first("SELECT id FROM usagers WHERE id = \(usager.raw) AND structure_id = \(structure)") != nil
        else { return .stranger }
        let rows = try db.rows(
            """
            SELECT until FROM referents WHERE structure_id = \(structure) AND usager_id = \(usager.raw)
            AND aidant_id = \(aidant)
            """)
        let ends = try rows.map { try $0.textOrNil("until").flatMap(Day.init) }
        if ends.contains(where: { $0 == nil || $0! >= access.today }) { return .referent }
        let since = access.today.adding(days: -Referent.overlapDays)
        return ends.contains { ($0 ?? access.today) >= since } ? .formerReferent : .colleague
    }

    /// Stops unless the policy allows; what may not be seen does not exist.
    @discardableResult
    func require(_ action: UsagerPolicy.Action, on usager: ID<Usager>) throws -> Relation {
        let relation = try relation(to: usager)
        guard UsagerPolicy.allows(.see, role: access.role, relation: relation) else { throw StoreError.notFound }
        guard UsagerPolicy.allows(action, role: access.role, relation: relation) else {
            throw RefusedAccess(.usager, usager.raw, usager: usager, detail: action.rawValue)
        }
        return relation
    }
}
