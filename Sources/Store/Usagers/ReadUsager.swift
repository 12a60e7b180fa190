import Database
import Domain

/// A person's file as one reads it.
public struct UsagerFile: Sendable {
    public let usager: Usager
    public let relation: Relation
    public let dossiers: [Dossier]
    /// The definitions that the dossiers were opened with.
    public let demarches: [ID<Dossier>: Demarche]
    public let echeances: [Echeance]
    /// The latest acts; `readHistory` gives all. Acts on dossiers that this reader may not see say neither the procedure nor the dossier.
    public let activities: [ActivityLine]
    /// Dossiers of the person that this reader may not see: counted, never shown.
    public let hiddenDossiers: Int

    /// Acts read with the file.
    static let actsRead = 20

    /// What the date is about; nil for a dossier that this reader may not see.
    public func demarche(of echeance: Echeance) -> Demarche? { demarches[echeance.dossier] }
    public func dossier(of echeance: Echeance) -> Dossier? { dossiers.first { $0.id == echeance.dossier } }
}

/// One line of a person's history.
public struct ActivityLine: Sendable, Identifiable {
    public let id: String
    public let aidant: Domain.ID<Aidant>
    public let demarche: String?
    public let dossier: Domain.ID<Dossier>?
    public let activity: Activity
    public let at: Moment
    public let version: Int

    /// Without the procedure and the dossier, when this reader may not see that dossier.
    func shown(to visible: Set<Domain.ID<Dossier>>) -> ActivityLine {
        guard let dossier, !visible.contains(dossier) else { return self }
        return ActivityLine(
            id: id, aidant: aidant, demarche: nil, dossier: nil, activity: activity, at: at, version: version)
    }
}

extension Store {
    /// Opens a person's file: read and journaled in one transaction. `page` is a code of the screen, for the journal.
    public func readUsager(_ access: Access, id: ID<Usager>, page: String = "") async throws -> UsagerFile {
        try await refreshDates(access, .usager(id))
        return try await act(access) { tx in
            let file = try tx.usagerFile(id)
            try tx.journal(JournalEntry(.usagerRead, .usager, id.raw, usager: id, detail: page))
            return file
        }
    }

    /// What is printed for the person: the file, and the papers of the dossiers chosen (nil: all those that go on or have
    /// a date to come).
    public func readRoadSheet(
        _ access: Access, id: ID<Usager>, dossiers chosen: Set<ID<Dossier>>?
    ) async throws -> (file: UsagerFile, dossiers: [DossierFile]) {
        try await act(access) { tx in
            let file = try tx.usagerFile(id)
            let dated = Set(file.echeances.filter { $0.status != .done }.map(\.dossier))
            let kept = file.dossiers.filter { chosen?.contains($0.id) ?? (!$0.state.isClosed || dated.contains($0.id)) }
            let files = try kept.map { try tx.file($0, file.relation) }
            try tx.journal(JournalEntry(.usagerPrinted, .usager, id.raw, usager: id, detail: "feuille-de-route"))
            return (file, files)
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

extension Transaction {
    func usagerFile(_ id: ID<Usager>) throws -> UsagerFile {
        let relation = try require(.see, on: id)
        let dossiers = try dossiers(of: id, relation: relation)
        let visible = Set(dossiers.map(\.id))
        return UsagerFile(
            usager: try loadUsager(id, relation: relation), relation: relation, dossiers: dossiers,
            demarches: Dictionary(
                try dossiers.map { ($0.id, try definition($0.definition)) }, uniquingKeysWith: { first, _ in first }),
            echeances: try echeances(of: id),
            activities: try activities(of: id, limit: UsagerFile.actsRead).map { $0.shown(to: visible) },
            hiddenDossiers: try count(id) - dossiers.count)
    }

    private func count(_ id: ID<Usager>) throws -> Int {
        try db.first(
            "SELECT COUNT(*) AS n FROM dossiers WHERE structure_id = \(structure) AND usager_id = \(id.raw)")?.int("n")
            ?? 0
    }
}
