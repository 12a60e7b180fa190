import Domain
import Yams

/// Questions of a procedure, and what they share with the fields of its screens.
enum QuestionFormat {
    static let id = Key<String>.required(
        "id", .snake, "Unique dans la démarche, questions et champs ensemble.", "correction")
    static let label = Key<String>.required(
        "libelle", .text, "La question, en mots simples.", "\"Un montant est-il faux ?\"")
    static let help = Key<String>.optional(
        "aide", .text, or: "", "", "Où trouver la réponse, ce qu’il faut regarder.", "Sur le bulletin de paie.")
    /// nil when the fact gives it.
    static let type = Key<ValueType?>.optional(
        "type", .word(ValueType.self, fallback: .text),
        "Le type de la réponse. Sans « type », c’est celui du fait.", "oui_non")
    static let options = Key<[Option]>.optional(
        "choix", .list(.option, atLeast: 2), or: [], "ceux du fait",
        "Les réponses possibles d’un type choix ou choix_multiple.",
        "[{code: loyer, libelle: Un loyer}, {code: pret, libelle: Un prêt}]")
    static let fact = Key<String?>.optional(
        "fait", .reference(.fact), "Le fait de la personne qui donne la réponse : il n’est pas redemandé.",
        "situation_familiale")
    static let condition = Key<Condition?>.optional(
        "si", .condition, "La question n’est posée que si… Elle ne regarde que des faits et des questions d’avant.",
        "{reponse: correction, est: oui}")
    static let required = Key<Bool>.optional(
        "obligatoire", .flag, or: true, "oui", "Faut-il répondre pour déposer ?", "non")

    static let block = Block(
        "Question",
        "Une question fermée posée à l’accueil ; ses réponses décident des pièces, des écrans et des contrôles.",
        [id.page, label.page, help.page, type.page, options.page, fact.page, condition.page, required.page]
    ) { fields in
        let type = fields[type]
        reportMissingType(fields)
        return Question(
            id: fields[id], label: fields[label], help: fields[help], type: type ?? .text, options: fields[options],
            fact: fields[fact], condition: fields[condition], required: fields[required])
    }

    static func reportMissingType(_ fields: Fields) {
        if !fields.has(type), !fields.has(fact) {
            fields.cell?.report("« type » attendu (ou « fait », qui donne le type).")
        }
    }
}

/// The screens of the platform and their fields.
enum ScreenFormat {
    static let id = Key<String>.required("id", .snake, "Unique parmi les écrans de la démarche.", "ressources")
    static let title = Key<String>.required(
        "titre", .text, "Le titre de l’écran sur la plateforme.", "Ressources de chaque personne")
    static let note = Key<Statement?>.optional(
        "note", .statement, "Un avertissement, par exemple un ordre d’écrans reconstitué.",
        "{texte: \"Ordre des écrans reconstitué.\", a_verifier: oui}")
    static let condition = Key<Condition?>.optional(
        "si", .condition, "L’écran n’est montré que si…", "{reponse: correction, est: oui}")
    static let fields = Key<[Field]>.optional(
        "champs", .list(FieldFormat.block.kind), or: [], "aucun", "Les champs, dans l’ordre de l’écran.",
        "[{id: salaire, libelle: Salaire, type: montant}]")

    static let block = Block(
        "Écran", "Un écran de la plateforme, dans son ordre.",
        [id.page, title.page, note.page, condition.page, fields.page]
    ) {
        Screen(id: $0[id], title: $0[title], note: $0[note], condition: $0[condition], fields: $0[fields])
    }
}

enum FieldFormat {
    static let label = Key<String>.required(
        "libelle", .text, "Comme la plateforme l’écrit ; {mois} est remplacé par le mois demandé.",
        "\"Salaire de {mois}\"")
    static let required = Key<Field.Requirement>.optional(
        "obligatoire", .requirement, or: .always, "oui", "Toujours, jamais, ou selon une condition.",
        "{si: {reponse: en_couple, est: oui}}")
    static let condition = Key<Condition?>.optional(
        "si", .condition, "Le champ n’est montré que si…", "{reponse: correction, est: oui}")
    static let month = Key<Int?>.optional(
        "mois", .integer(in: -36...12),
        "Mois demandé, compté depuis le mois d’ouverture du dossier (-1 : le mois d’avant).", "-4")
    static let piece = Key<String?>.optional(
        "piece", .reference(.listedPiece), "Pour le type fichier : la pièce à joindre, prise dans « pieces ».",
        "bulletin-de-paie")

    static let block = Block(
        "Champ", "Un champ d’un écran : ce que la personne ou l’aidant y écrit.",
        [
            QuestionFormat.id.page, label.page, QuestionFormat.help.page, QuestionFormat.type.page,
            QuestionFormat.options.page, QuestionFormat.fact.page, required.page, condition.page, month.page,
            piece.page,
        ]
    ) { fields in
        let type = fields[QuestionFormat.type]
        QuestionFormat.reportMissingType(fields)
        return Field(
            id: fields[QuestionFormat.id], label: fields[label], help: fields[QuestionFormat.help], type: type ?? .text,
            options: fields[QuestionFormat.options], fact: fields[QuestionFormat.fact], requirement: fields[required],
            condition: fields[condition], monthOffset: fields[month], piece: fields[piece])
    }
}

extension Kind where Value == Field.Requirement {
    private static let when = Key<Condition>.required("si", .condition, "Obligatoire quand…", "{reponse: a, est: oui}")
    private static let whenBlock = Block("Obligatoire si", "Obligatoire selon une condition.", [when.page]) { $0[when] }

    static let requirement = Kind("oui, non ou {si: condition}", placeholder: { .always }) { cell in
        if case .mapping = cell.node { return .when(whenBlock.read(cell)) }
        return Kind<Bool>.flag.read(cell) ? .always : .never
    }
}
