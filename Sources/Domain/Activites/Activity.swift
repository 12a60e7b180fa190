/// A piece of work that was done, recorded by the act itself: reports need no second entry.
public struct Activity: Sendable, Hashable {
    public enum Kind: String, Codable, CaseIterable, Sendable {
        case reception = "accueil"
        case opening = "ouverture"
        case preparation
        case check = "verification"
        case filing = "depot"
        case followUp = "suivi"
        case outcome = "reponse"
        case referral = "orientation"
    }

    public var kind: Kind
    public var way: Way
    public var minutes: Int
    public var on: Day

    public init(kind: Kind, way: Way, minutes: Int, on: Day) {
        self.kind = kind
        self.way = way
        self.minutes = minutes
        self.on = on
    }

    /// The longest length that can be typed: 23 h 59, as in La Coop.
    public static let maximumMinutes = 1439
}
