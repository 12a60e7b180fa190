import Database
import Domain
import Sealing

/// What the desk understood, and what it decided, when a dossier is opened.
public struct NewDossier: Sendable {
    public var demarche: Demarche
    public var way: Way
    public var reception: Reception?
    /// Minutes already spent with the person.
    public var minutes: Int

    public init(demarche: Demarche, way: Way, reception: Reception?, minutes: Int) {
        self.demarche = demarche
        self.way = way
        self.reception = reception
        self.minutes = minutes
    }
}

/// For whom: somebody known, or a first name or label typed at the desk.
public enum DossierPerson: Sendable {
    case known(ID<Usager>)
    case new(facts: [String: String])
}

extension Store {
    /// Opens a procedure for a person, who may be new: person, dossier, calendar, activity and journal in one transaction.
    public func openDossier(
        _ access: Access, form: FormKey, person: DossierPerson, _ new: NewDossier
    ) async throws -> ID<Dossier> {
        let id = try await act(access) { tx in
            try tx.once(form) {
                let usager: ID<Usager>
                switch person {
                case .known(let id):
                    try tx.require(.edit, on: id)
                    usager = id
                case .new(let facts):
                    guard UsagerPolicy.allows(.edit, role: access.role, relation: .referent) else {
                        throw RefusedAccess(.usager)
                    }
                    usager = try tx.createUsager(facts)
                }
                return try tx.open(new, for: usager).raw
            }
        }
        return ID(id)
    }

    /// Records a reception that opened no dossier: the person was told, taught or sent elsewhere.
    public func recordReception(
        _ access: Access, form: FormKey, usager: ID<Usager>?, demarche: Demarche?, way: Way, minutes: Int
    ) async throws {
        _ = try await act(access) { tx in
            try tx.once(form) {
                if let usager {
                    try tx.require(.see, on: usager)
                    try tx.touchContact(usager)
                }
                let kind: Activity.Kind = way == .refer ? .referral : .reception
                try tx.journal(
                    JournalEntry(
                        .receptionRecorded, usager == nil ? .structure : .usager, usager?.raw ?? tx.structure,
                        usager: usager,
                        detail: way.rawValue))
                return try tx.record(
                    Activity(kind: kind, way: way, minutes: minutes, on: access.today), usager: usager, dossier: nil,
                    demarche: demarche?.id, organisme: demarche?.organisme)
            }
        }
    }
}

extension Transaction {
    func open(_ new: NewDossier, for usager: ID<Usager>) throws -> ID<Dossier> {
        let id = ID<Dossier>(store.ids.next())
        let ref = try freeze(new.demarche)
        let key = try store.keys.fileKey(usager.raw, structure: structure, db)
        let sealed = try SealedJSON.seal(
            DossierContent(reception: new.reception), key: key, place: DossierPlace.content(id.raw))
        try db.execute(
            """
            INSERT INTO dossiers (id, structure_id, usager_id, demarche, organisme, definition, definition_version, state,
                way, proposed_way, urgency, opened_at, opened_by, follower_id, content, updated_at, version)
            VALUES (\(id.raw), \(structure), \(usager.raw), \(new.demarche.id), \(new.demarche.organisme),
                \(ref.fingerprint), \(ref.version), \(Dossier.State.preparing.rawValue), \(new.way.rawValue),
                \(new.reception?.proposed?.rawValue), \(new.reception?.urgency.rawValue), \(now.milliseconds), \(aidant),
                \(aidant), \(sealed), \(now.milliseconds), 1)
            """)
        try touchContact(usager)
        _ = try record(
            Activity(
                kind: new.reception == nil ? .opening : .reception, way: new.way, minutes: new.minutes, on: access.today
            ),
            usager: usager, dossier: id, demarche: new.demarche.id, organisme: new.demarche.organisme)
        try journal(JournalEntry(.dossierOpened, .dossier, id.raw, usager: usager, detail: new.demarche.id))
        guard let row = try db.first("SELECT * FROM dossiers WHERE id = \(id.raw) AND structure_id = \(structure)")
        else {
            throw StoreError.notFound
        }
        try replan(try dossier(row, key: key))
        return id
    }

    /// Leaves the trace of a piece of work; gives its id.
    func record(
        _ activity: Activity, usager: ID<Usager>?, dossier: ID<Dossier>?, demarche: String?, organisme: String?
    ) throws -> String {
        let id = store.ids.next()
        try db.execute(
            """
            INSERT INTO activites (id, structure_id, aidant_id, usager_id, dossier_id, demarche, organisme, kind, way,
                minutes, done_on, at, version)
            VALUES (\(id), \(structure), \(aidant), \(usager?.raw), \(dossier?.raw), \(demarche), \(organisme),
                \(activity.kind.rawValue), \(activity.way.rawValue), \(min(max(0, activity.minutes), Activity.maximumMinutes)),
                \(activity.on.description), \(now.milliseconds), 1)
            """)
        return id
    }
}
