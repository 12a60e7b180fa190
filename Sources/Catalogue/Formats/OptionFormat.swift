import Domain

/// `{code, libelle}`: an option of a question, or a line of a vocabulary.
enum OptionFormat {
    static let code = Key<String>.required("code", .code, "Le code, court et stable.", "parent_isole")
    static let label = Key<String>.required("libelle", .text, "Ce que lit l’aidant.", "\"Parent isolé·e\"")

    static let block = Block("Choix", "Une réponse possible, ou une ligne d’un vocabulaire.", [code.page, label.page]) {
        Option(code: $0[code], label: $0[label])
    }
}

extension Kind where Value == Option {
    static var option: Kind { OptionFormat.block.kind }
}
