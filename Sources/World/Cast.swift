import Domain

/// The people of the demo, the tests and the screenshots: two structures, colleagues of every role. All invented.
public enum Cast {
    public struct Colleague: Sendable {
        public let key: String
        public let firstName: String
        public let lastName: String
        public let role: Role

        public var email: String {
            "\(Folding.fold(firstName)).\(Folding.fold(lastName).filter { $0.isLetter })@valsauge.example"
        }
    }

    public static let ccas = "CCAS de Valsauge"
    public static let association = "Association Le Relais des Tilleuls"

    public static let sophie = Colleague(key: "sophie", firstName: "Sophie", lastName: "Delmas", role: .responsable)
    public static let ines = Colleague(key: "ines", firstName: "Inès", lastName: "Marchand", role: .socialWorker)
    public static let karim = Colleague(key: "karim", firstName: "Karim", lastName: "Benali", role: .socialWorker)
    public static let lucie = Colleague(key: "lucie", firstName: "Lucie", lastName: "Perrin", role: .reception)
    public static let thomas = Colleague(key: "thomas", firstName: "Thomas", lastName: "Garnier", role: .mediator)
    public static let nadia = Colleague(key: "nadia", firstName: "Nadia", lastName: "Haddad", role: .instructor)
    public static let paul = Colleague(key: "paul", firstName: "Paul", lastName: "Lemoine", role: .referent)
    public static let admin = Colleague(key: "admin", firstName: "Yann", lastName: "Kerbrat", role: .administrator)
    /// The responsable of the other structure.
    public static let claire = Colleague(key: "claire", firstName: "Claire", lastName: "Ostermann", role: .responsable)

    /// Colleagues of the CCAS, the responsable first.
    public static let team = [sophie, ines, lucie, thomas, karim, nadia, paul, admin]

    /// The password of every invented account; the demo listens on this machine only.
    public static let password = "quatre cailloux sous la lune"
}

/// The world once written: who is who.
public struct Built: Sendable {
    public var ccas: ID<Structure>
    public var association: ID<Structure>
    public var aidants: [String: ID<Aidant>]
    public var usagers: [String: ID<Usager>]
    public var dossiers: [String: ID<Dossier>]

    public func aidant(_ colleague: Cast.Colleague) -> ID<Aidant> { aidants[colleague.key] ?? ID("") }
}
