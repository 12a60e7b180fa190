import Domain

/// The other ways, what the professional may do, amounts, and the vocabularies of reports.
enum AlternativesFormat {
    static let forms = Key<[Alternatives.Form]>.optional(
        "cerfa", .list(Form.block.kind), or: [], "aucun", "Formulaires papier.",
        "[{numero: \"15481*01\", intitule: {texte: \"…\"}}]")
    static let phones = Key<[Alternatives.Phone]>.optional(
        "telephone", .list(Phone.block.kind), or: [], "aucun", "Numéros à appeler.",
        "[{numero: \"32 30\", service: {texte: \"…\"}}]")
    static let counters = Key<[Statement]>.optional(
        "guichet", .list(.statement), or: [], "aucun", "Où aller.", "[{texte: \"…\"}]")
    static let letters = Key<[Statement]>.optional(
        "courrier", .list(.statement), or: [], "aucun", "Où écrire.", "[{texte: \"…\"}]")

    static let block = Block(
        "Autres voies", "Faire la démarche sans internet.", [forms.page, phones.page, counters.page, letters.page]
    ) { Alternatives(forms: $0[forms], phones: $0[phones], counters: $0[counters], letters: $0[letters]) }

    enum Form {
        static let number = Key<String>.required("numero", .text, "Le numéro du formulaire.", "\"15481*01\"")
        static let title = Key<Statement>.required("intitule", .statement, "Ce que c’est.", "{texte: \"…\"}")
        static let block = Block("Formulaire", "Un formulaire papier.", [number.page, title.page]) {
            Alternatives.Form(number: $0[number], title: $0[title])
        }
    }

    enum Phone {
        static let number = Key<String>.required("numero", .text, "Le numéro de téléphone.", "\"32 30\"")
        static let service = Key<Statement>.required(
            "service", .statement, "Qui répond, quand, à quel prix.", "{texte: \"…\"}")
        static let block = Block("Téléphone", "Un numéro à appeler.", [number.page, service.page]) {
            Alternatives.Phone(number: $0[number], service: $0[service])
        }
    }
}

enum WorkerFormat {
    static let may = Key<[Statement]>.optional(
        "peut", .list(.statement), or: [], "rien", "Ce que le professionnel peut faire.", "[{texte: \"…\"}]")
    static let mayNot = Key<[Statement]>.optional(
        "ne_peut_pas", .list(.statement), or: [], "rien", "Ce qu’il ne peut pas faire.", "[{texte: \"…\"}]")
    static let access = Key<[Statement]>.optional(
        "acces", .list(.statement), or: [], "aucun", "Son accès à lui.", "[{texte: \"…\"}]")

    static let block = Block(
        "Professionnel", "Ce que l’aidant peut et ne peut pas faire.", [may.page, mayNot.page, access.page]
    ) {
        WorkerRules(may: $0[may], mayNot: $0[mayNot], access: $0[access])
    }
}

enum AmountFormat {
    static let label = Key<String>.required("libelle", .text, "Ce que c’est.", "\"RSA, personne seule\"")
    static let value = Key<Statement>.required(
        "valeur", .statement, "Le montant.", "{texte: \"646 € par mois\", a_verifier: oui}")
    static let effective = Key<String>.required("date_effet", .text, "Depuis quand.", "\"avril 2026\"")

    static let block = Block("Montant", "Un montant, avec sa date.", [label.page, value.page, effective.page]) {
        Amount(label: $0[label], value: $0[value], effective: $0[effective])
    }
}

enum MappingFormat {
    static let coop = Key<[String]>.optional(
        "coop", .list(.reference(.coop)), or: [], "aucun", "Thématiques administratives de La Coop.", "[social-sante]")
    static let aidantsConnect = Key<[String]>.optional(
        "aidants_connect", .list(.reference(.aidantsConnect)), or: [], "aucun", "Familles d’Aidants Connect.",
        "[social]")

    static let block = Block(
        "Correspondances", "La même démarche dans les mots des bilans.", [coop.page, aidantsConnect.page]
    ) { Mapping(coop: $0[coop], aidantsConnect: $0[aidantsConnect]) }
}

enum IdentificationFormat {
    static let means = Key<String>.required("moyen", .text, "Le moyen de s’identifier.", "FranceConnect")
    static let detail = Key<Statement?>.optional(
        "detail", .statement, "Ce qu’il faut savoir ; ou bien les clés de l’énoncé ici même.", "{texte: \"…\"}")
    static let text = Key<String?>.optional(
        "texte", .text, "Ce qu’il faut savoir, sans passer par « detail ».", "\"…\"")

    static let block = Block(
        "Identification", "Un moyen de s’identifier : « detail » ou « texte ».",
        [means.page, detail.page, text.page] + StatementFormat.pages.dropFirst()
    ) { fields in
        let inline = StatementFormat.statement(fields, text: fields[text] ?? "")
        let detail = fields[detail]
        if (detail == nil) == (fields[text] == nil) {
            fields.cell?.report("« texte » ou « detail » attendu, l’un des deux.")
        }
        return Identification(means: fields[means], detail: detail ?? inline)
    }
}
