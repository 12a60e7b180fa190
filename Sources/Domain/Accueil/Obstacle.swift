/// What stands between the person and the online service, as noted at the desk.
/// The first seven share the code of the `Need` that they thwart.
public enum Obstacle: String, Codable, CaseIterable, Hashable, Sendable {
    /// No computer, tablet or smartphone.
    case noDevice = "appareil"
    /// No subscription, or a white zone.
    case noConnection = "connexion"
    case noMailbox = "mail"
    /// No phone, or no line of their own, to receive the code by SMS.
    case noMobile = "mobile"
    case noBankAccount = "compte_bancaire"
    /// Reading or writing is hard.
    case reading = "lecture"
    /// French is hard.
    case french = "francais"
    case disability = "handicap"
    /// Fear of the screen, of a mistake, of the administration.
    case fear = "peur"
    /// A protection measure: tutelle, curatelle, sauvegarde de justice.
    case guardianship = "protection"

    /// The need of a procedure that this obstacle thwarts; nil when it bears on the person rather than on a means.
    public var need: Need? { Need(rawValue: rawValue) }
}

/// What the person can do without help.
public enum AloneSkill: String, Codable, CaseIterable, Hashable, Sendable {
    case signIn = "se_connecter"
    case readScreen = "lire_ecran"
    case type = "taper"
    /// Check what is on the screen and press the last button.
    case confirm = "confirmer"
    case photograph = "photographier"
    case comeBack = "revenir"

    /// What an online procedure demands from end to end.
    public static let wholeProcedure: Set<AloneSkill> = [.signIn, .readScreen, .type, .confirm]
}

/// How long the person can wait, as understood at the desk.
public enum ReceptionUrgency: String, Codable, CaseIterable, Hashable, Sendable, Comparable {
    case canWait = "peut_attendre"
    case thisWeek = "cette_semaine"
    case today = "aujourdhui"

    private var rank: Int {
        switch self {
        case .canWait: 0
        case .thisWeek: 1
        case .today: 2
        }
    }

    public static func < (a: ReceptionUrgency, b: ReceptionUrgency) -> Bool { a.rank < b.rank }
}
