import Domain

extension Dossier.State {
    /// The state as one reads it beside the title of a procedure.
    var words: String {
        switch self {
        case .preparing: "en préparation"
        case .filed: "déposée"
        case .piecesRequested: "pièces demandées"
        case .granted: "accordée"
        case .obtained: "obtenue"
        case .refused: "refusée"
        case .appealing: "recours en cours"
        case .stopped: "bloquée"
        case .abandoned: "abandonnée"
        }
    }

    var tag: Tag {
        let state: Tag.State =
            switch self {
            case .preparing: .watch
            case .filed, .appealing: .waiting
            case .piecesRequested: .watch
            case .granted, .obtained: .done
            case .refused: .lost
            case .stopped: .blocked
            case .abandoned: .neutral
            }
        return Tag(state, words)
    }
}

extension Dossier.Reason {
    var label: String {
        switch self {
        case .notEligible: "Les conditions ne sont pas remplies"
        case .missingPieces: "Des papiers manquent"
        case .late: "La date limite était passée"
        case .error: "Une erreur dans la demande"
        case .noAnswer: "L’organisme n’a pas répondu"
        case .personRenounced: "La personne a renoncé"
        case .personUnreachable: "La personne n’est plus joignable"
        case .alreadyDone: "C’était déjà fait"
        case .platformDown: "Le site est en panne"
        case .accessLost: "L’accès au compte est perdu"
        case .other: "Autre raison"
        }
    }

    /// Reasons for which a body refuses; the others are those of people who stop.
    static let ofRefusals: [Dossier.Reason] = [.notEligible, .missingPieces, .late, .error, .alreadyDone, .other]
    static let ofAbandons: [Dossier.Reason] = [
        .personRenounced, .personUnreachable, .notEligible, .missingPieces, .late, .noAnswer, .alreadyDone,
        .platformDown,
        .accessLost, .other,
    ]
}

extension Actor {
    /// Who acts, in the middle of a line.
    var words: String {
        switch self {
        case .person: "la personne"
        case .together: "ensemble"
        case .worker: "vous"
        case .organisme: "l’organisme"
        }
    }

    /// Who owns the next step, as a choice.
    var label: String {
        switch self {
        case .person: "La personne"
        case .together: "La personne et nous, ensemble"
        case .worker: "Nous"
        case .organisme: "L’organisme"
        }
    }
}

extension Filing.Channel {
    var label: String {
        switch self {
        case .online: "En ligne"
        case .paper: "Par courrier"
        case .counter: "Au guichet"
        case .phone: "Par téléphone"
        case .email: "Par mail"
        }
    }
}

extension Filing.Clicker {
    var label: String {
        switch self {
        case .person: "La personne"
        case .together: "La personne, avec nous à côté"
        case .worker: "Nous, à sa place"
        }
    }
}

extension Filing.Proof {
    var label: String {
        switch self {
        case .receipt: "Un accusé de réception"
        case .screenshot: "Une copie de l’écran"
        case .registeredMail: "Un recommandé"
        case .stamp: "Un tampon du guichet"
        case .none: "Aucune preuve"
        }
    }
}

extension Activity.Kind {
    var words: String {
        switch self {
        case .reception: "Accueil"
        case .opening: "Ouverture de la démarche"
        case .preparation: "Préparation"
        case .check: "Vérification"
        case .filing: "Dépôt"
        case .followUp: "Suivi"
        case .outcome: "Réponse de l’organisme"
        case .referral: "Orientation"
        }
    }
}

extension Way {
    /// How an act was done, as a choice in a form.
    var doneLabel: String {
        switch self {
        case .standIn: "À la place de la personne"
        case .together: "Avec la personne"
        case .teach: "La personne seule, nous à côté"
        case .refer: "En l’orientant ailleurs"
        }
    }

    /// The same in the middle of a line.
    var doneWords: String {
        switch self {
        case .standIn: "à sa place"
        case .together: "avec la personne"
        case .teach: "la personne seule"
        case .refer: "orientation"
        }
    }
}

extension StandIn.Rule {
    var words: String {
        switch self {
        case .mandate: "Vous pouvez agir à sa place, avec un mandat écrit."
        case .free: "Vous pouvez agir à sa place, sans mandat."
        case .forbidden: "Vous ne pouvez pas agir à sa place."
        }
    }
}

extension Dossier.Refusal {
    /// What to do next, in one sentence.
    var sentence: String {
        switch self {
        case .closed: "Cette démarche est fermée. Reprenez-la d’abord, ou ouvrez-en une autre."
        case .alreadyFiled: "Le dépôt est déjà noté. Notez maintenant la réponse de l’organisme."
        case .notFiled: "Notez d’abord le dépôt."
        case .personMustAct:
            "Pour cette démarche, la personne doit agir elle-même. Choisissez « La personne » ou « avec nous à côté »."
        case .blockingFindings(let count):
            "Il reste \(Words.count(count, "point", "points")) à corriger avant le dépôt. Corrigez, ou dites pourquoi vous déposez quand même."
        case .reservedAnswers(let count):
            "\(Words.sentence(Words.count(count, "réponse manque et est réservée", "réponses manquent et sont réservées"))) à un collègue autorisé. Demandez-lui de compléter la fiche, ou dites pourquoi vous déposez sans attendre."
        case .filedInFuture: "La date du dépôt n’est pas encore arrivée. Écrivez le jour où la demande est partie."
        case .proofReasonMissing: "Dites pourquoi il n’y a pas de preuve."
        case .whyMissing: "Dites la raison : elle servira à la personne et aux collègues."
        case .notPossibleFrom(let state):
            "La démarche est maintenant « \(state.words) » : ce changement n’est plus possible. Regardez où elle en est."
        }
    }
}
