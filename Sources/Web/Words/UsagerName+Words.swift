import Domain

extension UsagerName {
    /// How the person is called on the screen: « Mme Diallo », « Fatou Diallo », « Fatou », their label, or a word for nobody.
    var words: String {
        if !last.isEmpty, let short { return "\(short)\u{A0}\(last)" }
        let known = [first, last].filter { !$0.isEmpty }.joined(separator: " ")
        if !known.isEmpty { return known }
        return label.isEmpty ? "Personne sans nom" : label
    }

    /// First name and name: where two people of one family must be told apart.
    var fullWords: String {
        let known = [first, last].filter { !$0.isEmpty }.joined(separator: " ")
        return known.isEmpty ? words : known
    }

    private var short: String? {
        switch title {
        case "madame": "Mme"
        case "monsieur": "M."
        default: nil
        }
    }
}
