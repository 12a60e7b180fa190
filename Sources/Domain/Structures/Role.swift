/// What a professional does in the structure; the matrix is in each `…Policy.swift`.
///
/// Source: the roles of Mon Suivi Social, with the mediator of La Coop and an administrator who reads no content.
public enum Role: String, Codable, CaseIterable, Sendable {
    case reception = "accueil"
    case instructor = "instructeur"
    case socialWorker = "travailleur_social"
    case mediator = "mediateur"
    /// Sees only the people whom they follow.
    case referent
    case responsable
    /// Runs the instance: accounts and settings, never the content of a file.
    case administrator = "administrateur"

    /// The roles that a responsable may give.
    public static let assignable: [Role] = [.reception, .instructor, .socialWorker, .mediator, .referent, .responsable]
}

/// Who asks, for whom, in which role: built once per request, an argument of every Store call that reads personal data.
public struct Access: Sendable {
    public let aidant: ID<Aidant>
    public let structure: ID<Structure>
    public let role: Role
    /// A short reference of the session, for the journal; never the token.
    public let session: String
    public let now: Moment
    public let settings: StructureSettings

    public init(
        aidant: ID<Aidant>, structure: ID<Structure>, role: Role, session: String, now: Moment,
        settings: StructureSettings
    ) {
        self.aidant = aidant
        self.structure = structure
        self.role = role
        self.session = session
        self.now = now
        self.settings = settings
    }

    public var today: Day { now.day }
}
