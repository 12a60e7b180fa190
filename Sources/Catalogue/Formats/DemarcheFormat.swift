import Domain

/// `demarches/<id>.yaml`: a whole procedure.
enum DemarcheFormat {
    static let id = Key<String>.required("id", .kebab, "Le nom du fichier, sans « .yaml ».", "rsa-demande")
    static let version = Key<Int>.required(
        "version", .integer(in: 1...10_000), "À augmenter quand le sens change : un dossier garde sa version.", "1")
    static let level = Key<Demarche.Level>.required(
        "niveau", .word(Demarche.Level.self, fallback: .guide), "Écrite en entier, ou guide seul.", "guide")
    static let title = Key<String>.required("titre", .text, "Ce que l’on fait, avec un verbe.", "Demander le RSA")
    static let purpose = Key<String>.required(
        "objet", .text, "À quoi cela sert, en mots simples : 60 mots au plus.", "\"Le RSA est un revenu minimum.\"")
    static let category = Key<String>.required("categorie", .reference(.category), "La rubrique.", "famille-caf")
    static let organisme = Key<String>.required("organisme", .reference(.organisme), "L’organisme qui décide.", "caf")
    static let platform = Key<String>.required(
        "plateforme", .text, "Le service en ligne, comme on le dit.", "\"caf.fr, Mon Compte\"")
    static let address = Key<String?>.optional("adresse", .address, "L’adresse du service.", "https://www.caf.fr")
    static let checkedOn = Key<Day>.required("verifie_le", .day, "Le jour de la dernière relecture.", "2026-11-21")
    static let search = Key<SearchWords>.required(
        "recherche", Search.block.kind, "Les mots qui mènent ici.",
        "{noms: [RSA], phrases: [\"j’ai plus rien pour vivre\"]}")
    static let urgency = Key<Urgency>.optional(
        "urgence", UrgencyFormat.block.kind, or: Urgency(), "normale", "À quelle vitesse un droit se perd.",
        "{degre: rapide}")
    static let needs = Key<[Need]>.optional(
        "besoins", .list(.word(Need.self, fallback: .device)), or: [], "aucun",
        "Ce que la démarche demande à la personne.", "[appareil, connexion, mail]")
    static let standIn = Key<StandIn>.optional(
        "a_la_place", StandInFormat.block.kind, or: StandIn(), "avec_mandat",
        "Peut-on la faire à la place de la personne ?", "{regle: avec_mandat, raison: \"…\"}")
    static let audience = statements("public", "Pour qui.")
    static let rules = statements("conditions", "Les règles à connaître.")
    static let identification = Key<[Identification]>.optional(
        "identification", .list(IdentificationFormat.block.kind), or: [], "aucune", "Comment on s’identifie.",
        "[{moyen: FranceConnect, texte: \"…\"}]")
    static let prerequisites = statements("prerequis", "Ce qu’il faut avoir avant de commencer.")
    static let alone = statements("seul", "Ce que la personne peut faire sans aide.")
    static let questions = Key<[Question]>.optional(
        "questions", .list(QuestionFormat.block.kind), or: [], "aucune", "Les questions, dans l’ordre où on les pose.",
        "[{id: seul, libelle: \"…\", type: oui_non}]")
    static let screens = Key<[Screen]>.optional(
        "ecrans", .list(ScreenFormat.block.kind), or: [], "aucun", "Les écrans, dans l’ordre de la plateforme.",
        "[{id: identite, titre: Identité, champs: [{id: nom, libelle: Nom, type: texte}]}]")
    static let checks = Key<[Check]>.optional(
        "controles", .list(CheckFormat.block.kind), or: [], "aucun",
        "Les causes de rejet que l’on sait voir avant de déposer.",
        "[{id: rib, gravite: bloquant, si: {reponse: rib_au_nom, est: non}, pourquoi: {texte: \"…\"}, que_faire: \"…\"}]"
    )
    static let pieces = Key<[RequiredPiece]>.optional(
        "pieces", .list(RequiredPieceFormat.block.kind), or: [], "aucune", "Les justificatifs.",
        "[{piece: rib, quand: {texte: \"Toujours\"}}]")
    static let steps = Key<[Step]>.optional(
        "etapes", .list(StepFormat.block.kind), or: [], "aucune", "Les étapes, dans l’ordre.",
        "[{texte: \"…\", qui: ensemble}]")
    static let failures = Key<[Failure]>.optional(
        "echecs", .list(FailureFormat.block.kind), or: [], "aucun", "Pourquoi cela échoue.",
        "[{id: rib, cause: {texte: \"…\"}, remede: \"…\"}]")
    static let deadlines = Key<[Deadline]>.optional(
        "echeances", .list(DeadlineFormat.block.kind), or: [], "aucune", "Les obligations avec une date.",
        "[{id: declaration, libelle: \"…\", regle: {texte: \"…\"}}]")
    static let processing = Key<[Processing]>.optional(
        "delais", .list(ProcessingFormat.block.kind), or: [], "aucun",
        "Les délais de réponse ; le premier qui a une durée donne la date attendue.",
        "[{texte: \"…\", duree: {mois: 2}}]")
    static let silence = Key<[Silence]>.optional(
        "silence", .list(SilenceFormat.block.kind), or: [], "rien", "Ce que vaut le silence.",
        "[{texte: \"…\", sens: rejet}]")
    static let appeals = Key<[Appeal]>.optional(
        "recours", .list(AppealFormat.block.kind), or: [], "aucun", "Comment contester.",
        "[{id: amiable, niveau: Recours amiable, voie: {texte: \"…\"}, delai: 2 mois}]")
    static let alternatives = Key<Alternatives>.optional(
        "alternatives", AlternativesFormat.block.kind, or: Alternatives(), "aucune", "Faire sans internet.",
        "{guichet: [{texte: \"…\"}]}")
    static let worker = Key<WorkerRules>.optional(
        "professionnel", WorkerFormat.block.kind, or: WorkerRules(), "rien", "Ce que l’aidant peut faire.",
        "{peut: [{texte: \"…\"}]}")
    static let amounts = Key<[Amount]>.optional(
        "montants", .list(AmountFormat.block.kind), or: [], "aucun", "Les montants connus.",
        "[{libelle: \"…\", valeur: {texte: \"…\"}, date_effet: avril 2026}]")
    static let related = Key<[String]>.optional(
        "liees", .list(.reference(.demarche)), or: [], "aucune", "Les démarches voisines.", "[caf-compte]")
    static let mapping = Key<Mapping>.optional(
        "correspondances", MappingFormat.block.kind, or: Mapping(), "aucune", "Les mots des bilans.",
        "{coop: [social-sante]}")
    static let exercises = Key<[String]>.optional(
        "mises_en_situation", .list(.text), or: [], "aucune", "Idées d’exercices, fictives.", "[\"…\"]")
    static let sources = Key<[String]>.optional(
        "sources", .list(.reference(.source)), or: [], "aucune",
        "Toutes les références citées dans le fichier, et elles seules.", "[ac_repo]")

    private static func statements(_ name: String, _ meaning: String) -> Key<[Statement]> {
        .optional(name, .list(.statement), or: [], "aucun", meaning, "[{texte: \"…\"}]")
    }

    private static let pages: [KeyPage] = [
        id.page, version.page, level.page, title.page, purpose.page, category.page, organisme.page, platform.page,
        address.page, checkedOn.page, search.page, urgency.page, needs.page, standIn.page, audience.page, rules.page,
        identification.page, prerequisites.page, alone.page, questions.page, screens.page, checks.page, pieces.page,
        steps.page, failures.page, deadlines.page, processing.page, silence.page, appeals.page, alternatives.page,
        worker.page, amounts.page, related.page, mapping.page, exercises.page, sources.page,
    ]

    static let block = Block("demarches/<id>.yaml", "Une démarche.", pages) { fields in
        var value = Demarche(
            id: fields[id], version: fields[version], level: fields[level], title: fields[title],
            purpose: fields[purpose], category: fields[category], organisme: fields[organisme],
            platform: fields[platform], address: fields[address], checkedOn: fields[checkedOn])
        value.search = fields[search]
        value.urgency = fields[urgency]
        value.needs = fields[needs]
        value.standIn = fields[standIn]
        value.audience = fields[audience]
        value.rules = fields[rules]
        value.identification = fields[identification]
        value.prerequisites = fields[prerequisites]
        value.alone = fields[alone]
        readEntry(fields, into: &value)
        readOutcome(fields, into: &value)
        return value
    }

    private static func readEntry(_ fields: Fields, into value: inout Demarche) {
        value.questions = fields[questions]
        value.screens = fields[screens]
        value.checks = fields[checks]
        value.pieces = fields[pieces]
        value.steps = fields[steps]
        value.failures = fields[failures]
    }

    private static func readOutcome(_ fields: Fields, into value: inout Demarche) {
        value.deadlines = fields[deadlines]
        value.processing = fields[processing]
        value.silence = fields[silence]
        value.appeals = fields[appeals]
        value.alternatives = fields[alternatives]
        value.worker = fields[worker]
        value.amounts = fields[amounts]
        value.related = fields[related]
        value.mapping = fields[mapping]
        value.exercises = fields[exercises]
        value.sources = fields[sources]
    }

    enum Search {
        static let names = Key<[String]>.required(
            "noms", .list(.text, atLeast: 1), "Noms officiels, anciens, courants, sigles.", "[RSA, RMI]")
        static let phrases = Key<[String]>.required(
            "phrases", .list(.said, atLeast: 1), "Ce que les gens disent à l’accueil : 8 au moins (5 pour un guide).",
            "[\"mon rsa est coupé\"]")
        static let block = Block("Recherche", "Les mots qui mènent à la démarche.", [names.page, phrases.page]) {
            SearchWords(names: $0[names], phrases: $0[phrases])
        }
    }
}

enum UrgencyFormat {
    static let degree = Key<Urgency.Degree>.required(
        "degre", .word(Urgency.Degree.self, fallback: .normal), "À quelle vitesse il faut agir.", "rapide")
    static let loss = Key<Statement?>.optional(
        "perte", .statement, "Ce qui est perdu si l’on attend.", "{texte: \"Le paiement s’arrête.\"}")
    static let block = Block("Urgence", "Ce qui se perd, et à quelle vitesse.", [degree.page, loss.page]) {
        Urgency(degree: $0[degree], loss: $0[loss])
    }
}

enum StandInFormat {
    static let rule = Key<StandIn.Rule>.required(
        "regle", .word(StandIn.Rule.self, fallback: .mandate), "Avec un mandat, librement, ou jamais.", "avec_mandat")
    static let reason = Key<String>.required(
        "raison", .text, "Pourquoi, en mots simples.", "\"La déclaration engage la personne.\"")
    static let block = Block("À la place", "Faire à la place de la personne.", [rule.page, reason.page]) {
        StandIn(rule: $0[rule], reason: $0[reason])
    }
}

enum CheckFormat {
    static let id = Key<String>.required("id", .snake, "Unique parmi les contrôles de la démarche.", "rib_autre_nom")
    static let severity = Key<Severity>.required(
        "gravite", .word(Severity.self, fallback: .warning), "Bloque le dépôt, ou attire l’attention.", "bloquant")
    static let condition = Key<Condition>.required(
        "si", .condition, "Vrai quand il y a un problème.", "{reponse: rib_au_nom, est: non}")
    static let target = Key<String?>.optional("cible", .reference(.answer), "La question ou le champ en cause.", "iban")
    static let reason = Key<Statement>.required(
        "pourquoi", .statement, "Pourquoi la demande serait rejetée.", "{texte: \"…\"}")
    static let remedy = Key<String>.required(
        "que_faire", .text, "Ce qu’il faut faire.", "\"Demander un relevé au nom de la personne.\"")
    static let block = Block(
        "Contrôle", "Une cause de rejet que l’on voit avant de déposer.",
        [id.page, severity.page, condition.page, target.page, reason.page, remedy.page]
    ) {
        Check(
            id: $0[id], severity: $0[severity], condition: $0[condition], target: $0[target], reason: $0[reason],
            remedy: $0[remedy])
    }
}

enum RequiredPieceFormat {
    static let piece = Key<String>.required("piece", .reference(.piece), "La sorte de pièce.", "bulletin-de-paie")
    static let condition = Key<Condition?>.optional(
        "si", .condition, "Demandée seulement si…", "{reponse: travaille, est: oui}")
    static let when = Key<Statement>.required(
        "quand", .statement, "Quand elle est demandée, en mots.", "{texte: \"Si vous travaillez.\"}")
    static let required = Key<Bool>.optional(
        "obligatoire", .flag, or: true, "oui", "Faut-il l’avoir pour déposer ?", "non")
    static let age = Key<Delay?>.optional("age_max", .delay, "Pas plus vieille que…, le jour du dépôt.", "{mois: 3}")
    static let precision = Key<String>.optional(
        "precision", .text, or: "", "", "Ce qu’elle doit montrer ici.", "\"Les trois derniers.\"")
    static let block = Block(
        "Pièce demandée", "Un justificatif de la démarche.",
        [piece.page, condition.page, when.page, required.page, age.page, precision.page]
    ) {
        RequiredPiece(
            piece: $0[piece], condition: $0[condition], when: $0[when], required: $0[required],
            maximumAge: $0[age], precision: $0[precision])
    }
}
