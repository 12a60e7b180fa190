import Database
import Domain
import Sealing

extension Transaction {
    /// A person with the facts that this reader may see.
    func loadUsager(_ id: ID<Usager>, relation: Relation) throws -> Usager {
        guard let row = try db.first("SELECT * FROM usagers WHERE id = \(id.raw) AND structure_id = \(structure)")
        else {
            throw StoreError.notFound
        }
        let readable = UsagerPolicy.readable(role: access.role, relation: relation, settings: access.settings)
        let referents = try db.rows(
            """
            SELECT aidant_id, since, until FROM referents
            WHERE structure_id = \(structure) AND usager_id = \(id.raw) ORDER BY since
            """
        ).compactMap { row -> Referent? in
            guard let since = Day(try row.text("since")) else { return nil }
            return Referent(
                aidant: ID(try row.text("aidant_id")), since: since, until: try row.textOrNil("until").flatMap(Day.init)
            )
        }
        return Usager(
            id: id, structure: access.structure, status: Usager.Status(rawValue: try row.text("status")) ?? .active,
            facts: try loadFacts(id, readable), referents: referents,
            createdAt: Moment(milliseconds: Int64(try row.int("created_at"))),
            lastContact: Day(try row.text("last_contact")) ?? access.today, version: try row.int("version"))
    }

    /// Facts of the given sensitivities only: the others are not even read.
    func loadFacts(_ id: ID<Usager>, _ sensitivities: Set<FactDefinition.Sensitivity>) throws -> [String: String] {
        guard !sensitivities.isEmpty else { return [:] }
        let key = try store.keys.fileKey(id.raw, structure: structure, db)
        let rows = try db.rows(
            """
            SELECT sensitivity, facts FROM usager_facts WHERE structure_id = \(structure) AND usager_id = \(id.raw)
            AND sensitivity IN \(list: sensitivities.map(\.rawValue).sorted())
            """)
        var facts: [String: String] = [:]
        for row in rows {
            let sensitivity = try row.text("sensitivity")
            let part = try SealedJSON.open(
                [String: String].self, row.blob("facts"), key: key, place: FactsPlace.place(id, sensitivity))
            facts.merge(part) { first, _ in first }
        }
        return facts
    }

    /// Writes the facts given, by sensitivity; an empty text removes the fact. Facts not given stay.
    func saveFacts(_ changes: [String: String], of id: ID<Usager>, key: SecretBytes, relation: Relation) throws {
        let writable = UsagerPolicy.readable(role: access.role, relation: relation, settings: access.settings)
        let groups = Dictionary(grouping: changes) { store.catalogue.fact($0.key)?.sensitivity ?? .general }
        for (sensitivity, group) in groups {
            guard writable.contains(sensitivity) else {
                throw RefusedAccess(.usager, id.raw, usager: id, detail: sensitivity.rawValue)
            }
            let place = FactsPlace.place(id, sensitivity.rawValue)
            let row = try db.first(
                """
                SELECT facts FROM usager_facts WHERE structure_id = \(structure) AND usager_id = \(id.raw)
                AND sensitivity = \(sensitivity.rawValue)
                """)
            var facts =
                try row.map { try SealedJSON.open([String: String].self, $0.blob("facts"), key: key, place: place) }
                ?? [:]
            for (fact, value) in group { facts[fact] = value.isEmpty ? nil : value }
            let sealed = try SealedJSON.seal(facts, key: key, place: place)
            try db.execute(
                """
                INSERT INTO usager_facts (structure_id, usager_id, sensitivity, facts)
                VALUES (\(structure), \(id.raw), \(sensitivity.rawValue), \(sealed))
                ON CONFLICT (usager_id, sensitivity) DO UPDATE SET facts = excluded.facts
                """)
        }
    }
}

enum FactsPlace {
    static func place(_ id: ID<Usager>, _ sensitivity: String) -> Place {
        Place(table: "usager_facts", column: "facts", row: "\(id.raw)/\(sensitivity)")
    }
}

/// What lists and statistics need of the facts, kept open.
struct OpenFacts {
    let birthYear: Int?
    let gender: String?

    init(_ facts: [String: String]) {
        birthYear = facts[FactID.birthDate].flatMap(Day.init)?.year ?? facts[FactID.birthYear].flatMap { Int($0) }
        gender = facts[FactID.gender]
    }
}
