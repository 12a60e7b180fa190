import Database
import Domain
import Sealing

/// What is sealed of a dossier.
struct DossierContent: Codable, Sendable {
    var answers: [String: String] = [:]
    var reception: Reception?
    var nextWhat = ""
    var stopWhy = ""
    var outcomeDetail = ""
    var note = ""
}

/// What is sealed of a filing.
struct FilingContent: Codable, Sendable {
    var reference = ""
    var whyNoProof = ""
    var override = ""
}

enum DossierPlace {
    static func content(_ id: String) -> Place { Place(table: "dossiers", column: "content", row: id) }
    static func filing(_ id: String) -> Place { Place(table: "filings", column: "content", row: id) }
    static func piece(_ dossier: String, _ piece: String) -> Place {
        Place(table: "dossier_pieces", column: "note", row: "\(dossier)/\(piece)")
    }
}

/// The rows that a professional may see: the SQL mirror of `DossierPolicy.allows(.see, …)`, compared by a test.
enum DossierScope {
    static func sql(_ access: Access) -> SQL {
        let ofStructure: SQL = "dossiers.structure_id = \(access.structure.raw)"
        switch access.role {
        case .administrator: return ofStructure + " AND 1 = 0"
        case .reception:
            return ofStructure
                + " AND (dossiers.opened_by = \(access.aidant.raw) OR dossiers.follower_id = \(access.aidant.raw))"
        case .referent:
            let since = access.today.adding(days: -Referent.overlapDays).description
            return ofStructure
                + """
                 AND EXISTS (SELECT 1 FROM referents r WHERE r.structure_id = \(access.structure.raw)
                    AND r.usager_id = dossiers.usager_id AND r.aidant_id = \(access.aidant.raw)
                    AND (r.until IS NULL OR r.until >= \(since)))
                """
        default: return ofStructure
        }
    }
}

extension Transaction {
    func dossier(_ row: Row, key: SecretBytes) throws -> Dossier {
        let id = try row.text("id")
        let content = try SealedJSON.open(
            DossierContent.self, row.blob("content"), key: key, place: DossierPlace.content(id))
        let nextOwner = try row.textOrNil("next_owner").flatMap(Actor.init)
        let reason = try row.textOrNil("reason").flatMap(Dossier.Reason.init)
        let state = Dossier.State(rawValue: try row.text("state")) ?? .preparing
        let stop = Dossier.Stop(
            screen: try row.textOrNil("stop_screen"), field: try row.textOrNil("stop_field"), why: content.stopWhy)
        return Dossier(
            id: ID(id), structure: access.structure, usager: ID(try row.text("usager_id")),
            demarche: try row.text("demarche"),
            definition: DefinitionRef(
                version: try row.int("definition_version"), fingerprint: try row.text("definition")),
            state: state, way: Way(rawValue: try row.text("way")) ?? .together,
            openedAt: Moment(milliseconds: Int64(try row.int("opened_at"))), openedBy: ID(try row.text("opened_by")),
            follower: ID(try row.text("follower_id")),
            nextStep: try nextOwner.map {
                Dossier.NextStep(
                    owner: $0, day: try row.textOrNil("next_day").flatMap(Day.init), what: content.nextWhat)
            },
            filedOn: try row.textOrNil("filed_on").flatMap(Day.init),
            expectedOn: try row.textOrNil("expected_on").flatMap(Day.init),
            decidedOn: try row.textOrNil("decided_on").flatMap(Day.init),
            outcome: reason == nil && content.outcomeDetail.isEmpty
                ? nil : Dossier.Outcome(reason: reason, detail: content.outcomeDetail),
            stop: stop.why.isEmpty && stop.screen == nil ? nil : stop, answers: content.answers,
            reception: content.reception, note: content.note, version: try row.int("version"))
    }

    /// The dossier, after the policy: what may not be seen does not exist.
    func loadDossier(_ id: ID<Dossier>, for action: DossierPolicy.Action) throws -> (Dossier, Relation) {
        guard let row = try db.first("SELECT * FROM dossiers WHERE id = \(id.raw) AND structure_id = \(structure)")
        else {
            throw StoreError.notFound
        }
        let usager = ID<Usager>(try row.text("usager_id"))
        let relation = try relation(to: usager)
        let isOwn = try row.text("opened_by") == aidant || row.text("follower_id") == aidant
        guard DossierPolicy.allows(.see, role: access.role, relation: relation, isOwn: isOwn) else {
            throw StoreError.notFound
        }
        guard DossierPolicy.allows(action, role: access.role, relation: relation, isOwn: isOwn) else {
            throw RefusedAccess(.dossier, id.raw, usager: usager, detail: action.rawValue)
        }
        let key = try store.keys.fileKey(usager.raw, structure: structure, db)
        return (try dossier(row, key: key), relation)
    }

    /// The dossiers of a person that this professional may see, newest first.
    func dossiers(of usager: ID<Usager>, relation: Relation) throws -> [Dossier] {
        let key = try store.keys.fileKey(usager.raw, structure: structure, db)
        return try db.rows(
            """
            SELECT * FROM dossiers WHERE \(sql: DossierScope.sql(access)) AND structure_id = \(structure)
            AND usager_id = \(usager.raw) ORDER BY opened_at DESC
            """
        ).map { try dossier($0, key: key) }
    }

    /// Writes everything that may change of a dossier, moves its version on and recomputes its calendar.
    func save(_ dossier: Dossier, expecting version: Int) throws {
        let key = try store.keys.fileKey(dossier.usager.raw, structure: structure, db)
        let content = DossierContent(
            answers: dossier.answers, reception: dossier.reception, nextWhat: dossier.nextStep?.what ?? "",
            stopWhy: dossier.stop?.why ?? "", outcomeDetail: dossier.outcome?.detail ?? "", note: dossier.note)
        let sealed = try SealedJSON.seal(content, key: key, place: DossierPlace.content(dossier.id.raw))
        let changed = try db.execute(
            """
            UPDATE dossiers SET state = \(dossier.state.rawValue), way = \(dossier.way.rawValue),
                follower_id = \(dossier.follower.raw), next_owner = \(dossier.nextStep?.owner.rawValue),
                next_day = \(dossier.nextStep?.day?.description), filed_on = \(dossier.filedOn?.description),
                expected_on = \(dossier.expectedOn?.description), decided_on = \(dossier.decidedOn?.description),
                reason = \(dossier.outcome?.reason?.rawValue), stop_screen = \(dossier.stop?.screen),
                stop_field = \(dossier.stop?.field), content = \(sealed), updated_at = \(now.milliseconds),
                version = version + 1
            WHERE id = \(dossier.id.raw) AND structure_id = \(structure) AND version = \(version)
            """)
        if changed == 0 { throw StoreError.stale }
        try replan(dossier)
    }

    /// Answers and all facts of the person, whatever the reader may see: for the calendar and the checks.
    func lookup(_ dossier: Dossier, _ demarche: Demarche) throws -> AnswerLookup {
        AnswerLookup(
            answers: dossier.answers, facts: try loadFacts(dossier.usager, [.general, .social, .special]),
            bindings: demarche.bindings, today: access.today)
    }
}
