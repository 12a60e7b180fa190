import Database
import Domain
import Sealing

/// Everything that a dossier's pages show.
public struct DossierFile: Sendable {
    public let dossier: Dossier
    /// The definition that the dossier was opened with.
    public let demarche: Demarche
    public let usager: Usager
    public let relation: Relation
    public let pieces: [PieceFollowUp]
    public let filings: [Filing]
    public let echeances: [Echeance]
    /// The first date of the person over all the dossiers that this reader may see; nil when nothing is to come.
    public let nextOfPerson: Echeance?
    /// The latest acts; `total` counts all of them.
    public let activities: [ActivityLine]
    public let total: ActivitySum
    public let context: SheetContext
    /// What is missing and that this reader may not see.
    public let reserved: ReservedAnswers

    /// Acts read with the file.
    static let actsRead = 30

    public var sheet: EntrySheet { EntrySheet(demarche: demarche, context: context) }
    public var checklist: Checklist { Checklist(demarche: demarche, followUps: pieces, lookup: context.lookup) }
    public var findings: [Finding] { PreFilingCheck.findings(demarche: demarche, context: context, pieces: pieces) }
}

extension Store {
    /// Opens a dossier: read and journaled in one transaction. `page` is a code of the screen, for the journal.
    public func readDossier(_ access: Access, id: ID<Dossier>, page: String, isPrint: Bool = false) async throws
        -> DossierFile
    {
        try await refreshDates(access, .dossier(id))
        return try await act(access) { tx in
            let (dossier, relation) = try tx.loadDossier(id, for: .see)
            let file = try tx.file(dossier, relation)
            try tx.journal(
                JournalEntry(
                    isPrint ? .dossierPrinted : .dossierRead, .dossier, id.raw, usager: dossier.usager, detail: page))
            return file
        }
    }
}

extension Store {
    /// The version of a dossier that this reader may see: tells a form left open whether somebody saved since.
    public func version(_ access: Access, of id: ID<Dossier>) async throws -> Int {
        try await look(access) { tx in try tx.loadDossier(id, for: .see).0.version }
    }
}

extension Transaction {
    func file(_ dossier: Dossier, _ relation: Relation) throws -> DossierFile {
        let demarche = try definition(dossier.definition)
        let usager = try loadUsager(dossier.usager, relation: relation)
        let readable = UsagerPolicy.readable(role: access.role, relation: relation, settings: access.settings)
        let catalogue = store.catalogue
        let (acts, total) = try activities(on: dossier.id, limit: DossierFile.actsRead)
        let dates = try echeances(of: dossier.usager)
        let hidden = Set(catalogue.facts.filter { !readable.contains($0.sensitivity) }.map(\.id))
        let lookup = AnswerLookup(
            answers: dossier.answers, facts: usager.facts, bindings: demarche.bindings, today: access.today,
            hidden: hidden)
        return DossierFile(
            dossier: dossier, demarche: demarche, usager: usager, relation: relation, pieces: try pieces(dossier),
            filings: try filings(dossier),
            echeances: dates.filter { $0.dossier == dossier.id }, nextOfPerson: dates.first { $0.status != .done },
            activities: acts, total: total,
            context: SheetContext(lookup: lookup, opened: dossier.openedAt.day) { fact in
                readable.contains(catalogue.fact(fact)?.sensitivity ?? .general)
            }, reserved: try reserved(dossier, demarche, hidden))
    }

    /// Counts on everything that is known what a colleague has still to complete. What nobody of the structure may write
    /// (the NIR, as long as no role is allowed it) is asked of nobody.
    private func reserved(_ dossier: Dossier, _ demarche: Demarche, _ hidden: Set<String>) throws -> ReservedAnswers {
        let isKept = { (fact: String) in
            store.catalogue.fact(fact)?.sensitivity != .special || !access.settings.specialRoles.isEmpty
        }
        let asked = hidden.intersection(demarche.bindings.values).filter(isKept)
        guard !asked.isEmpty else { return ReservedAnswers() }
        let context = SheetContext(lookup: try lookup(dossier, demarche), opened: dossier.openedAt.day) { _ in true }
        let open = EntrySheet(demarche: demarche, context: context).open(among: asked)
        return ReservedAnswers(
            count: open.count, sensitivities: Set(open.compactMap { store.catalogue.fact($0)?.sensitivity }))
    }

    func pieces(_ dossier: Dossier) throws -> [PieceFollowUp] {
        let key = try store.keys.fileKey(dossier.usager.raw, structure: structure, db)
        return try db.rows(
            """
            SELECT piece, status, issued_on, note, changed_on, after_filing FROM dossier_pieces
            WHERE structure_id = \(structure) AND dossier_id = \(dossier.id.raw) ORDER BY piece
            """
        ).map { row in
            let piece = try row.text("piece")
            return PieceFollowUp(
                piece: piece, status: PieceFollowUp.Status(rawValue: try row.text("status")) ?? .asked,
                issuedOn: try row.textOrNil("issued_on").flatMap(Day.init),
                note: try SealedJSON.open(
                    String.self, row.blob("note"), key: key, place: DossierPlace.piece(dossier.id.raw, piece)),
                changedOn: Day(try row.text("changed_on")) ?? access.today, afterFiling: try row.bool("after_filing"))
        }
    }

    func filings(_ dossier: Dossier) throws -> [Filing] {
        let key = try store.keys.fileKey(dossier.usager.raw, structure: structure, db)
        return try db.rows(
            """
            SELECT id, channel, clicker, proof, filed_on, content FROM filings
            WHERE structure_id = \(structure) AND dossier_id = \(dossier.id.raw) ORDER BY at
            """
        ).map { row in
            let content = try SealedJSON.open(
                FilingContent.self, row.blob("content"), key: key, place: DossierPlace.filing(try row.text("id")))
            return Filing(
                channel: Filing.Channel(rawValue: try row.text("channel")) ?? .online,
                clicker: Filing.Clicker(rawValue: try row.text("clicker")) ?? .together, reference: content.reference,
                proof: Filing.Proof(rawValue: try row.text("proof")) ?? .none, whyNoProof: content.whyNoProof,
                on: Day(try row.text("filed_on")) ?? access.today)
        }
    }
}
