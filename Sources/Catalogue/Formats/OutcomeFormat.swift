import Domain

/// Steps, known failures, processing times, silence and appeals.
enum StepFormat {
    static let actor = Key<Actor>.required("qui", .word(Actor.self, fallback: .together), "Qui agit.", "ensemble")
    static let screen = Key<String?>.optional("ecran", .reference(.screen), "L’écran concerné.", "ressources")

    static let block = Block(
        "Étape", "Un pas de la démarche : un énoncé, et qui le fait.",
        StatementFormat.pages + [actor.page, screen.page]
    ) { Step(text: StatementFormat.statement($0), actor: $0[actor], screen: $0[screen]) }
}

enum FailureFormat {
    static let id = Key<String>.required("id", .snake, "Unique parmi les échecs de la démarche.", "net_imposable")
    static let cause = Key<Statement>.required(
        "cause", .statement, "Pourquoi la démarche n’aboutit pas.", "{texte: \"…\"}")
    static let remedy = Key<String>.required(
        "remede", .text, "Ce qu’il faut faire.", "\"Prendre le montant net social.\"")
    static let field = Key<String?>.optional("champ", .reference(.field), "Le champ en cause.", "salaire_1")

    static let block = Block(
        "Échec connu", "Une cause fréquente de refus ou d’abandon.",
        [id.page, cause.page, remedy.page, StepFormat.screen.page, field.page]
    ) {
        Failure(id: $0[id], cause: $0[cause], remedy: $0[remedy], screen: $0[StepFormat.screen], field: $0[field])
    }
}

enum ProcessingFormat {
    static let delay = Key<Delay?>.optional(
        "duree", .delay, "La même durée, pour calculer la date de réponse attendue.", "{mois: 2}")

    static let block = Block(
        "Délai de traitement", "Combien de temps met l’organisme.", StatementFormat.pages + [delay.page]
    ) {
        Processing(text: StatementFormat.statement($0), delay: $0[delay])
    }
}

enum SilenceFormat {
    static let meaning = Key<Silence.Meaning>.required(
        "sens", .word(Silence.Meaning.self, fallback: .nothing), "Ce que veut dire le silence.", "rejet")
    static let after = Key<Delay?>.optional("apres", .delay, "Au bout de combien de temps.", "{mois: 2}")

    static let block = Block(
        "Silence", "Ce que vaut l’absence de réponse.", StatementFormat.pages + [meaning.page, after.page]
    ) {
        Silence(text: StatementFormat.statement($0), meaning: $0[meaning], after: $0[after])
    }
}

enum AppealFormat {
    static let id = Key<String>.required("id", .snake, "Unique parmi les recours de la démarche.", "amiable")
    static let level = Key<String>.required("niveau", .text, "Le nom du recours.", "Recours amiable")
    static let way = Key<Statement>.required(
        "voie", .statement, "À qui et comment.", "{texte: \"Lettre à la commission.\"}")
    static let limit = Key<String>.required("delai", .text, "Le délai en mots.", "\"2 mois après la décision\"")
    static let delay = Key<Delay?>.optional("duree", .delay, "Le même délai, pour calculer la date.", "{mois: 2}")
    static let start = Key<Appeal.Start>.optional(
        "depuis", .word(Appeal.Start.self, fallback: .decision), or: .decision, "decision", "D’où court le délai.",
        "decision")

    static let block = Block(
        "Recours", "Une voie pour contester.", [id.page, level.page, way.page, limit.page, delay.page, start.page]
    ) {
        Appeal(id: $0[id], level: $0[level], way: $0[way], limit: $0[limit], delay: $0[delay], start: $0[start])
    }
}
