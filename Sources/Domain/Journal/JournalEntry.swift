/// What was done, by whom, on what: ids and codes only, never content.
public struct JournalEntry: Sendable, Hashable {
    public enum Action: String, Codable, CaseIterable, Sendable {
        case signIn = "connexion"
        case signInFailed = "connexion_refusee"
        case signOut = "deconnexion"
        case lock = "verrouillage"
        case unlock = "deverrouillage"
        case passwordChanged = "mot_de_passe_change"
        case sessionClosed = "session_fermee"
        case invited = "invitation"
        case invitationUsed = "invitation_acceptee"
        case roleChanged = "role_change"
        case aidantDeactivated = "compte_ferme"
        case aidantReactivated = "compte_rouvert"
        case absenceSet = "absence"
        case settingsChanged = "reglages"
        case structureCreated = "structure_creee"
        case usagerCreated = "usager_cree"
        case usagerRead = "usager_lu"
        case usagerChanged = "usager_modifie"
        case usagerStatus = "usager_statut"
        case usagerPrinted = "usager_imprime"
        case usagersSearched = "recherche"
        case receptionRecorded = "accueil_note"
        case referentsChanged = "referents"
        case dossierOpened = "dossier_ouvert"
        case dossierRead = "dossier_lu"
        case dossierChanged = "dossier_modifie"
        case dossierPrinted = "dossier_imprime"
        case pieceChanged = "piece"
        case dossierFiled = "dossier_depose"
        case dossierMoved = "dossier_etat"
        case echeanceDone = "echeance_faite"
        case echeanceSnoozed = "echeance_reportee"
        case activityCorrected = "activite_corrigee"
        case refusedAccess = "acces_refuse"
        case keyRotated = "cles_renouvelees"
        case journalRead = "journal_lu"
    }

    public enum ObjectKind: String, Codable, CaseIterable, Sendable {
        case none = ""
        case aidant
        case structure
        case usager
        case dossier
        case echeance
        case activite
        case invitation
        case piece
    }

    public var action: Action
    public var objectKind: ObjectKind
    public var objectID: String
    /// The person concerned, when there is one.
    public var usager: ID<Usager>?
    /// A code that completes the action (a state, a role, a print page), never free text.
    public var detail: String

    public init(
        _ action: Action, _ objectKind: ObjectKind = .none, _ objectID: String = "", usager: ID<Usager>? = nil,
        detail: String = ""
    ) {
        self.action = action
        self.objectKind = objectKind
        self.objectID = objectID
        self.usager = usager
        self.detail = detail
    }
}

/// An entry as it stands in the chain.
public struct JournalLine: Sendable {
    public var sequence: Int64
    public var at: Moment
    public var aidant: ID<Aidant>?
    public var session: String
    public var entry: JournalEntry

    public init(sequence: Int64, at: Moment, aidant: ID<Aidant>?, session: String, entry: JournalEntry) {
        self.sequence = sequence
        self.at = at
        self.aidant = aidant
        self.session = session
        self.entry = entry
    }
}
