/// The person who is helped. A first name or an anonymous label is enough; everything else is optional.
public struct Usager: Sendable, Identifiable {
    public enum Status: String, Codable, CaseIterable, Sendable {
        case active = "actif"
        case inactive = "inactif"
        case archived = "archive"
        case deceased = "decede"
    }

    public let id: ID<Usager>
    public let structure: ID<Structure>
    public var status: Status
    /// Facts by their code in `catalogue/vocabulaires/faits.yaml`; only those that the reader may see.
    public var facts: [String: String]
    public var referents: [Referent]
    public var createdAt: Moment
    public var lastContact: Day
    public var version: Int

    public init(
        id: ID<Usager>, structure: ID<Structure>, status: Status, facts: [String: String], referents: [Referent],
        createdAt: Moment, lastContact: Day, version: Int
    ) {
        self.id = id
        self.structure = structure
        self.status = status
        self.facts = facts
        self.referents = referents
        self.createdAt = createdAt
        self.lastContact = lastContact
        self.version = version
    }

    public var name: UsagerName { UsagerName(facts: facts) }
    public var birthDate: Day? { facts[FactID.birthDate].flatMap(Day.init) }
    public var protection: Protection? { facts[FactID.protection].flatMap(Protection.init) }
}

/// Codes of facts that the program itself reads; the rest is known by the catalogue only.
public enum FactID {
    public static let title = "civilite"
    public static let firstName = "prenom"
    public static let usualName = "nom_usage"
    public static let birthName = "nom_naissance"
    public static let label = "repere"
    public static let birthDate = "date_naissance"
    public static let birthYear = "annee_naissance"
    public static let birthCountry = "pays_naissance"
    public static let gender = "genre"
    public static let phone = "telephone"
    public static let phone2 = "telephone_2"
    public static let email = "email"
    public static let nir = "nir"
    public static let postalCode = "code_postal"
    public static let commune = "commune"
    public static let iban = "iban"
    public static let noPhone = "sans_telephone"
    public static let noEmail = "sans_email"
    public static let protection = "mesure_protection"
    public static let guardian = "representant_nom"
    public static let guardianPhone = "representant_telephone"
    public static let internalNumber = "numero_interne"

    /// Days of birth: never after today.
    public static let births: Set<String> = [birthDate, "conjoint_date_naissance"]

    /// Numbers by which a person is found (besides phones and the internal number).
    public static let searchableNumbers = [
        "numero_caf", "identifiant_france_travail", "numero_fiscal", "numero_etranger",
    ]
}

/// A legal protection measure; codes of Mon Suivi Social's list.
public enum Protection: String, Codable, CaseIterable, Sendable {
    case guardianship = "tutelle"
    case simpleCuratorship = "curatelle_simple"
    case reinforcedCuratorship = "curatelle_renforcee"
    case judicialSafeguard = "sauvegarde"
    case spouseAuthorisation = "habilitation_conjoint"
    case familyAuthorisation = "habilitation_familiale"
    case support = "accompagnement"
    case futureMandate = "mandat_protection_future"

    /// An ordinary mandate signed by the person alone would be void or voidable.
    /// Source: the clause of the Aidants Connect mandate (tutelle, curatelle, sauvegarde de justice).
    public var blocksMandate: Bool {
        switch self {
        case .guardianship, .simpleCuratorship, .reinforcedCuratorship, .judicialSafeguard: true
        default: false
        }
    }
}

/// How a person is named on the screen, from what is known.
public struct UsagerName: Hashable, Sendable {
    public var title: String?
    public var first: String
    public var last: String
    public var label: String

    public init(facts: [String: String]) {
        title = facts[FactID.title]
        first = facts[FactID.firstName] ?? ""
        last = facts[FactID.usualName] ?? facts[FactID.birthName] ?? ""
        label = facts[FactID.label] ?? ""
    }

    public var isEmpty: Bool { first.isEmpty && last.isEmpty && label.isEmpty }
}

/// A professional who follows a person, from one day to another.
public struct Referent: Hashable, Sendable {
    public var aidant: ID<Aidant>
    public var since: Day
    /// The last day of follow-up; nil while it goes on.
    public var until: Day?

    public init(aidant: ID<Aidant>, since: Day, until: Day?) {
        self.aidant = aidant
        self.since = since
        self.until = until
    }

    /// Days during which a former referent may still read, so that the handover goes well.
    public static let overlapDays = 30
}
