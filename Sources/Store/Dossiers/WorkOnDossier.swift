import Database
import Domain
import Sealing

/// A piece of work on a dossier: how, and for how many minutes.
public struct Work: Sendable {
    public var way: Way
    public var minutes: Int

    public init(way: Way, minutes: Int) {
        self.way = way
        self.minutes = minutes
    }
}

extension Store {
    /// Saves answers: those bound to a fact go to the person's file, the others stay in the dossier.
    /// Both versions are those of the form; when either moved, nothing is written (`StoreError.stale`).
    /// - Parameter values: canonical texts by answer id; an empty text removes the answer.
    public func saveAnswers(
        _ access: Access, form: FormKey, id: ID<Dossier>, version: Int, usagerVersion: Int, values: [String: String],
        work: Work
    ) async throws {
        _ = try await change(access, form, id, version, .preparation, work) { tx, dossier, demarche, relation in
            let bindings = demarche.bindings
            var facts: [String: String] = [:]
            for (answer, value) in values {
                if let fact = bindings[answer] {
                    facts[fact] = value
                } else {
                    dossier.answers[answer] = value.isEmpty ? nil : value
                }
            }
            let known = try tx.loadFacts(dossier.usager, [.general, .social, .special])
            let changed = facts.filter { known[$0.key, default: ""] != $0.value }
            guard !changed.isEmpty else { return .init(.dossierChanged, .dossier, id.raw, usager: dossier.usager) }
            try tx.require(.edit, on: dossier.usager)
            try tx.bumpUsager(dossier.usager, version: usagerVersion)
            let key = try tx.store.keys.fileKey(dossier.usager.raw, structure: tx.structure, tx.db)
            try tx.saveFacts(changed, of: dossier.usager, key: key, relation: relation)
            try tx.refreshOpenFacts(dossier.usager)
            try tx.replanAll(of: dossier.usager, but: id)
            return .init(.dossierChanged, .dossier, id.raw, usager: dossier.usager, detail: "faits")
        }
    }

    /// Says where each paper stands.
    public func savePieces(
        _ access: Access, form: FormKey, id: ID<Dossier>, version: Int, pieces: [PieceFollowUp], work: Work
    ) async throws {
        _ = try await change(access, form, id, version, .preparation, work) { tx, dossier, _, _ in
            let before = Dictionary(
                try tx.pieces(dossier).map { ($0.piece, $0) }, uniquingKeysWith: { first, _ in first })
            for piece in pieces where before[piece.piece].map({ !$0.isSame(as: piece) }) ?? true {
                try tx.write(piece, of: dossier)
            }
            return .init(.pieceChanged, .dossier, id.raw, usager: dossier.usager)
        }
    }

    /// Records that the request was sent.
    /// - Parameter override: why it was sent in spite of blocking findings.
    public func fileDossier(
        _ access: Access, form: FormKey, id: ID<Dossier>, version: Int, filing: Filing, override: String,
        expectedOn: Day?, next: Dossier.NextStep?, work: Work
    ) async throws -> Result<Void, Dossier.Refusal> {
        try await change(access, form, id, version, .filing, work) { tx, dossier, demarche, relation in
            let file = try tx.file(dossier, relation)
            let blocking = file.findings.filter { $0.severity == .blocking }.count
            let reserved = file.reserved.count
            try dossier.checkFiling(
                filing, standIn: demarche.standIn.rule, blocking: blocking, reserved: reserved, override: override,
                today: access.today)
            try tx.write(filing, of: dossier, blocking: blocking + reserved, override: override)
            dossier.state = .filed
            dossier.filedOn = filing.on
            dossier.expectedOn =
                expectedOn ?? demarche.processing.compactMap(\.delay).first.map { filing.on.adding($0) }
            dossier.nextStep = next
            dossier.stop = nil
            return .init(.dossierFiled, .dossier, id.raw, usager: dossier.usager, detail: filing.channel.rawValue)
        }
    }

    /// Moves a dossier on: papers asked for, granted, paid, refused, stopped, given up, taken up again.
    public func moveDossier(
        _ access: Access, form: FormKey, id: ID<Dossier>, version: Int, move: DossierMove, work: Work
    ) async throws -> Result<Void, Dossier.Refusal> {
        let kind: Activity.Kind =
            move.state == .granted || move.state == .refused || move.state == .obtained ? .outcome : .followUp
        return try await change(access, form, id, version, kind, work) { tx, dossier, _, _ in
            try dossier.checkMove(to: move.state, reason: move.reason, why: move.why)
            for piece in move.askedPieces { try tx.write(piece, of: dossier) }
            dossier.apply(move, today: access.today)
            return .init(.dossierMoved, .dossier, id.raw, usager: dossier.usager, detail: move.state.rawValue)
        }
    }

    /// Changes the next step, the follower, the way or the note.
    public func saveFollowUp(
        _ access: Access, form: FormKey, id: ID<Dossier>, version: Int, next: Dossier.NextStep?, follower: ID<Aidant>,
        way: Way, note: String, work: Work
    ) async throws {
        _ = try await change(access, form, id, version, .followUp, work) { tx, dossier, _, _ in
            if follower != dossier.follower {
                guard
                    try tx.db.first(
                        "SELECT id FROM aidants WHERE id = \(follower.raw) AND structure_id = \(tx.structure) AND is_active = 1"
                    ) != nil
                else { throw StoreError.notFound }
            }
            dossier.nextStep = next
            dossier.follower = follower
            dossier.way = way
            dossier.note = note
            return .init(.dossierChanged, .dossier, id.raw, usager: dossier.usager, detail: "suite")
        }
    }
}

/// A change of state with what must be known about it.
public struct DossierMove: Sendable {
    public var state: Dossier.State
    public var on: Day?
    public var reason: Dossier.Reason?
    public var why: String
    public var screen: String?
    public var field: String?
    public var askedPieces: [PieceFollowUp]
    public var next: Dossier.NextStep?

    public init(
        state: Dossier.State, on: Day? = nil, reason: Dossier.Reason? = nil, why: String = "", screen: String? = nil,
        field: String? = nil, askedPieces: [PieceFollowUp] = [], next: Dossier.NextStep? = nil
    ) {
        self.state = state
        self.on = on
        self.reason = reason
        self.why = why
        self.screen = screen
        self.field = field
        self.askedPieces = askedPieces
        self.next = next
    }
}

extension Dossier {
    fileprivate mutating func apply(_ move: DossierMove, today: Day) {
        let before = state
        state = move.state
        nextStep = move.next
        switch move.state {
        case .granted, .obtained, .refused:
            // A payment comes after the decision that it carries out; any other answer is a new decision.
            let isPayment = move.state == .obtained && before == .granted
            decidedOn = move.on ?? (isPayment ? decidedOn : nil) ?? today
            outcome = move.reason == nil && move.why.isEmpty ? nil : Outcome(reason: move.reason, detail: move.why)
        case .abandoned:
            outcome = Outcome(reason: move.reason, detail: move.why)
            if move.screen != nil { stop = Stop(screen: move.screen, field: move.field, why: move.why) }
        case .stopped: stop = Stop(screen: move.screen, field: move.field, why: move.why)
        case .preparing:
            stop = nil
            outcome = nil
        case .filed, .piecesRequested, .appealing: break
        }
    }
}

extension PieceFollowUp {
    fileprivate func isSame(as other: PieceFollowUp) -> Bool {
        status == other.status && issuedOn == other.issuedOn && note == other.note
    }
}

extension Store {
    typealias Change = @Sendable (Transaction, inout Dossier, Demarche, Relation) throws -> JournalEntry

    /// Loads, changes, saves, traces and journals, once per form. A refusal of Domain rolls everything back.
    private func change(
        _ access: Access, _ form: FormKey, _ id: ID<Dossier>, _ version: Int, _ kind: Activity.Kind, _ work: Work,
        _ body: @escaping Change
    ) async throws -> Result<Void, Dossier.Refusal> {
        do {
            _ = try await act(access) { tx in
                try tx.once(form) {
                    var (dossier, relation) = try tx.loadDossier(id, for: kind == .filing ? .file : .edit)
                    if dossier.version != version { throw StoreError.stale }
                    let demarche = try tx.definition(dossier.definition)
                    let entry = try body(tx, &dossier, demarche, relation)
                    try tx.save(dossier, expecting: version)
                    try tx.touchContact(dossier.usager)
                    if work.minutes > 0 || kind != .preparation {
                        _ = try tx.record(
                            Activity(kind: kind, way: work.way, minutes: work.minutes, on: access.today),
                            usager: dossier.usager, dossier: id, demarche: dossier.demarche,
                            organisme: demarche.organisme)
                    }
                    try tx.journal(entry)
                    return id.raw
                }
            }
            return .success(())
        } catch let refusal as Dossier.Refusal {
            return .failure(refusal)
        }
    }
}

extension Transaction {
    func write(_ piece: PieceFollowUp, of dossier: Dossier) throws {
        let key = try store.keys.fileKey(dossier.usager.raw, structure: structure, db)
        let note = try SealedJSON.seal(
            piece.note, key: key, place: DossierPlace.piece(dossier.id.raw, piece.piece))
        try db.execute(
            """
            INSERT INTO dossier_pieces (structure_id, usager_id, dossier_id, piece, status, issued_on, note, changed_on,
                changed_by, after_filing)
            VALUES (\(structure), \(dossier.usager.raw), \(dossier.id.raw), \(piece.piece), \(piece.status.rawValue),
                \(piece.issuedOn?.description), \(note), \(access.today.description), \(aidant), \(piece.afterFiling))
            ON CONFLICT (dossier_id, piece) DO UPDATE SET status = excluded.status, issued_on = excluded.issued_on,
                note = excluded.note, changed_on = excluded.changed_on, changed_by = excluded.changed_by,
                after_filing = excluded.after_filing
            """)
    }

    fileprivate func write(_ filing: Filing, of dossier: Dossier, blocking: Int, override: String) throws {
        let id = store.ids.next()
        let key = try store.keys.fileKey(dossier.usager.raw, structure: structure, db)
        let content = FilingContent(
            reference: filing.reference, whyNoProof: filing.whyNoProof, override: blocking > 0 ? override : "")
        try db.execute(
            """
            INSERT INTO filings (id, structure_id, usager_id, dossier_id, channel, clicker, proof, filed_on,
                blocking_findings, content, aidant_id, at)
            VALUES (\(id), \(structure), \(dossier.usager.raw), \(dossier.id.raw), \(filing.channel.rawValue),
                \(filing.clicker.rawValue), \(filing.proof.rawValue), \(filing.on.description), \(blocking),
                \(SealedJSON.seal(content, key: key, place: DossierPlace.filing(id))), \(aidant), \(now.milliseconds))
            """)
    }
}
