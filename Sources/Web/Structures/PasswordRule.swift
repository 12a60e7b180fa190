import Domain

/// What a password must be: long, not common, not the person's or the structure's name. No classes of characters, no
/// periodic change. Source: OWASP ASVS 5.0 §6.2; Cnil, délibération 2022-100.
struct PasswordRule: Sendable {
    static let minimum = 12
    static let maximum = 128

    enum Problem: Equatable {
        case tooShort, tooLong, common, holdsName, repeated, guessable

        var sentence: String {
            switch self {
            case .tooShort:
                "Le mot de passe doit avoir au moins 12 caractères. Une phrase de quatre mots convient bien."
            case .tooLong: "Le mot de passe peut avoir 128 caractères au plus."
            case .common: "Ce mot de passe est trop connu. Choisissez une phrase qui ne se devine pas."
            case .holdsName: "Le mot de passe ne doit pas contenir votre nom, votre adresse ou le nom de la structure."
            case .guessable:
                "Ce mot de passe se devine trop vite. Choisissez une phrase de quatre mots sans lien entre eux."
            case .repeated: "Ce mot de passe répète les mêmes caractères. Choisissez une phrase de quatre mots."
            }
        }
    }

    func problem(_ password: String, names: [String]) -> Problem? {
        if password.count < Self.minimum { return .tooShort }
        if password.count > Self.maximum { return .tooLong }
        let folded = Folding.fold(password).filter { $0.isLetter || $0.isNumber }
        if Set(folded).count < 5 || Self.isSequence(folded) { return .repeated }
        let words = names.flatMap { Folding.fold($0).split { !$0.isLetter && !$0.isNumber } }.filter { $0.count >= 4 }
        if words.contains(where: { folded.contains($0) }) { return .holdsName }
        if Self.isCommon(folded) { return .common }
        let known = Self.common.union(words.map { String($0) })
        if PasswordEstimate(password, words: known).bits < PasswordEstimate.least { return .guessable }
        return nil
    }

    /// A common word with digits or repeats around it: `motdepasse2024`, `azertyazerty12`.
    private static func isCommon(_ folded: String) -> Bool {
        var core = folded
        while let last = core.last, last.isNumber { core.removeLast() }
        while let first = core.first, first.isNumber { core.removeFirst() }
        if common.contains(core) { return true }
        return common.contains { word in
            core.count % word.count == 0 && core == String(repeating: word, count: core.count / word.count)
        } || common.contains { $0.count >= 8 && core.contains($0) && core.count - $0.count < 5 }
    }

    private static func isSequence(_ folded: String) -> Bool {
        let values = folded.unicodeScalars.map { Int($0.value) }
        let steps = Set(zip(values, values.dropFirst()).map { $1 - $0 })
        return steps.count == 1
    }

    /// The hearts of the most used passwords in French and English lists.
    private static let common: Set<String> = [
        "motdepasse", "password", "passw", "azerty", "azertyuiop", "qwerty", "qwertyuiop", "qsdfghjklm", "wxcvbn",
        "soleil",
        "bonjour", "doudou", "loulou", "chouchou", "marseille", "paris", "football", "chocolat", "nicolas", "camille",
        "iloveyou", "jetaime", "monamour", "princesse", "princess", "dragon", "monkey", "letmein", "welcome",
        "bienvenue",
        "administrateur", "administrator", "admin", "secret", "changeme", "changezmoi", "france", "vacances", "juillet",
        "septembre", "printemps", "automne", "hiver", "bonjourbonjour", "azertyazerty", "motdepassemotdepasse",
        "superman",
        "batman", "starwars", "pokemon", "naruto", "sunshine", "baseball", "trustno", "master", "michael", "jordan",
        "liverpool", "chelsea", "abcdefghijkl", "mynameis", "utilisateur", "ordinateur", "internet",
        "correcthorsebatterystaple",
        "mairie", "ccas", "franceservices", "travailsocial", "papa", "maman", "bebe", "coucou", "salut", "merci",
        "amour", "jadore",
        "lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche", "janvier", "fevrier", "mars", "avril",
        "juin",
        "aout", "octobre", "novembre", "decembre", "test", "testtest", "user", "login", "root", "toto", "tata", "titi",
        "lapin",
        "chat", "chien", "mouton", "maison", "jardin", "travail", "bureau", "social", "service", "accueil", "cordee",
        "lyon",
        "toulouse", "bordeaux", "lille", "nantes", "strasbourg", "bretagne", "thomas", "julien", "pierre", "marie",
        "sophie",
        "alexandre", "caroline", "isabelle", "stephanie", "sebastien", "philippe", "christophe", "laurent", "olivier",
        "celine",
        "pass", "word", "mot", "love", "you", "hello", "baby", "angel", "summer", "winter", "spring", "autumn",
        "friend", "flower",
    ]
}
