import Domain

/// What a procedure must say to be shown as complete, or as a guide.
enum MinimumCheck {
    static let phrasesFull = 8
    static let phrasesGuide = 5
    static let purposeWords = 60
    static let checksFull = 2
    static let failuresFull = 4
    /// Keys that a full procedure writes, even to say « none » with an empty list.
    static let keysFull = [
        "urgence", "besoins", "a_la_place", "pieces", "etapes", "recours", "alternatives", "professionnel",
    ]

    static func check(_ demarche: Demarche, _ places: Places) {
        let words = demarche.purpose.split(whereSeparator: \.isWhitespace).count {
            $0.contains(where: \.isLetter) || $0.contains(where: \.isNumber)
        }
        if words > purposeWords {
            places.report("objet trop long : \(words) mots, \(purposeWords) au plus.", ["objet"])
        }
        let phrases = demarche.level == .full ? phrasesFull : phrasesGuide
        if !demarche.search.phrases.isEmpty, demarche.search.phrases.count < phrases {
            places.report(
                "\(demarche.search.phrases.count) phrases : \(phrases) au moins pour un niveau « \(demarche.level.rawValue) ».",
                ["recherche", "phrases"])
        }
        if demarche.alternatives == Alternatives() {
            places.report(
                "au moins une autre voie que le web : cerfa, telephone, guichet ou courrier.", ["alternatives"])
        }
        if !places.has(["sources"]) { places.report("clé « sources » manquante : la liste des références citées.", []) }
        if demarche.level == .full { checkFull(demarche, places) }
    }

    private static func checkFull(_ demarche: Demarche, _ places: Places) {
        for key in keysFull where !places.has([.key(key)]) {
            let empty = ["besoins", "pieces", "recours"].contains(key) ? " (« \(key): [] » s’il n’y en a pas)" : ""
            places.report("une démarche complète a besoin de « \(key) »\(empty).", [])
        }
        if demarche.questions.isEmpty, demarche.screens.isEmpty {
            places.report("une démarche complète a besoin de « questions » ou de « ecrans ».", [])
        }
        atLeast(checksFull, demarche.checks.count, "controles", "contrôles", places)
        atLeast(failuresFull, demarche.failures.count, "echecs", "échecs", places)
        if places.has(["etapes"]) { atLeast(1, demarche.steps.count, "etapes", "étape", places) }
        if places.has(["professionnel"]), demarche.worker == WorkerRules() {
            places.report("« professionnel » ne dit rien : peut, ne_peut_pas ou acces.", ["professionnel"])
        }
    }

    private static func atLeast(_ minimum: Int, _ count: Int, _ key: String, _ noun: String, _ places: Places) {
        if count < minimum {
            places.report(
                "une démarche complète a besoin d’au moins \(minimum) \(noun) (trouvé \(count)).", [.key(key)])
        }
    }
}
