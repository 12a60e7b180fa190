/// The type of an answer: how it is checked, shown and copied. Codes are those of the catalogue files.
public enum ValueType: String, Codable, CaseIterable, Sendable {
    case text = "texte"
    case longText = "texte_long"
    case yesNo = "oui_non"
    case choice = "choix"
    case choices = "choix_multiple"
    case date
    case month = "mois"
    case year = "annee"
    case amount = "montant"
    case integer = "entier"
    case percentage = "pourcentage"
    case nir
    case iban
    case siret
    case taxNumber = "numero_fiscal"
    case taxAccessNumber = "numero_acces_impots"
    case referenceIncome = "rfr"
    case electricityPoint = "pdl"
    case gasPoint = "pce"
    case cafNumber = "numero_allocataire_caf"
    case franceTravailNumber = "identifiant_ft"
    case foreignerNumber = "numero_etranger"
    case housingNumber = "numero_unique_logement"
    case reference
    case phone = "telephone"
    case mobile = "telephone_mobile"
    case email
    case address = "adresse"
    case postalCode = "code_postal"
    case commune
    case country = "pays"
    /// A box that the person ticks on the platform (certification, consent): shown, never stored as an answer.
    case tick = "case_a_cocher"
    /// A file to attach on the platform: points to a paper of the checklist.
    case file = "fichier"
    /// A password or a one-time code: typed by the person alone, never stored; no input exists for it.
    case secret

    /// False for what Cordée shows in the entry sheet but never keeps.
    public var isStored: Bool {
        switch self {
        case .tick, .file, .secret: false
        default: true
        }
    }
}
