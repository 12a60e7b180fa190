import Domain

extension Way {
    /// A verb, as on a button.
    var label: String {
        switch self {
        case .standIn: "Faire à la place"
        case .together: "Faire avec"
        case .teach: "Apprendre"
        case .refer: "Orienter"
        }
    }

    /// What it means at the desk.
    var explanation: String {
        switch self {
        case .standIn: "Vous faites la démarche au nom de la personne, avec son accord écrit quand il le faut."
        case .together: "La personne est à côté de vous et garde la main. Vous la guidez."
        case .teach: "La personne fait elle-même et apprend à le refaire."
        case .refer: "Un autre lieu peut mieux l’aider. Vous préparez le passage."
        }
    }
}

extension ReceptionUrgency {
    var label: String {
        switch self {
        case .today: "Aujourd’hui"
        case .thisWeek: "Cette semaine"
        case .canWait: "Peut attendre"
        }
    }
}

extension Obstacle {
    /// A box to tick at the desk.
    var label: String {
        switch self {
        case .noDevice: "Pas d’appareil"
        case .noConnection: "Pas de connexion, zone blanche"
        case .noMailbox: "Pas d’adresse mail"
        case .noMobile: "Pas de téléphone pour le code reçu par SMS"
        case .noBankAccount: "Pas de compte bancaire"
        case .reading: "Lire ou écrire est difficile"
        case .french: "Le français est difficile"
        case .disability: "Un handicap"
        case .fear: "La peur de se tromper"
        case .guardianship: "Une mesure de protection (tutelle, curatelle…)"
        }
    }

    /// In the middle of a sentence.
    fileprivate var inSentence: String {
        switch self {
        case .noDevice: "pas d’appareil"
        case .noConnection: "pas de connexion"
        case .noMailbox: "pas d’adresse mail"
        case .noMobile: "pas de téléphone pour le code"
        case .noBankAccount: "pas de compte bancaire"
        case .reading: "lire ou écrire est difficile"
        case .french: "le français est difficile"
        case .disability: "un handicap"
        case .fear: "la peur de se tromper"
        case .guardianship: "une mesure de protection"
        }
    }
}

extension AloneSkill {
    var label: String {
        switch self {
        case .signIn: "Se connecter"
        case .readScreen: "Lire l’écran"
        case .type: "Taper"
        case .confirm: "Confirmer"
        case .photograph: "Photographier un papier"
        case .comeBack: "Revenir seul·e"
        }
    }

    fileprivate var inSentence: String {
        switch self {
        case .signIn: "se connecter"
        case .readScreen: "lire l’écran"
        case .type: "taper"
        case .confirm: "confirmer"
        case .photograph: "photographier un papier"
        case .comeBack: "revenir"
        }
    }
}

extension Proposal.Reason {
    var sentence: String {
        switch self {
        case .emergency(let loss):
            loss.map { "C’est urgent. \($0)" } ?? "C’est urgent : il faut agir aujourd’hui."
        case .hasTime: "Rien ne presse : il y a le temps d’apprendre."
        case .obstacles(let obstacles): "Ce qui gêne : \(Words.list(obstacles.map(\.inSentence)))."
        case .canDoEverythingAlone: "La personne sait tout faire seule ; votre présence suffit."
        case .canDoAlone(let skills): "La personne sait déjà \(Words.list(skills.map(\.inSentence)))."
        case .nothingAlone: "Pour l’instant, la personne ne peut rien faire seule à l’écran."
        case .wantsToLearn: "La personne veut apprendre."
        case .doesNotWantToLearn: "La personne ne souhaite pas apprendre aujourd’hui."
        case .staysInCharge: "La personne garde la main sur sa démarche."
        case .standInForbidden(let why):
            why.isEmpty
                ? "Cette démarche ne peut pas être faite à la place de la personne."
                : "Personne ne peut la faire à sa place. \(why)"
        case .mandateNeeded: "Il faut un mandat écrit, signé par la personne."
        case .noMandateNeeded: "Aucun mandat n’est nécessaire pour cette démarche."
        case .guardianship: "La personne a une mesure de protection : elle ne peut pas vous donner seule un mandat."
        case .codeCannotArrive: "Le code par SMS ne peut pas arriver : le service en ligne est fermé pour l’instant."
        case .structureHoldsAccess: "Votre structure a un accès professionnel à ce service."
        case .otherChannel: "La démarche peut se faire autrement qu’en ligne."
        }
    }
}

extension Proposal.Advice {
    var sentence: String {
        switch self {
        case .signMandate: "Faites signer un mandat avant de commencer."
        case .involveGuardian(true):
            "Appelez tout de suite le tuteur ou le curateur : lui seul peut agir ou donner son accord."
        case .involveGuardian(false):
            "Prévenez le tuteur ou le curateur : il agit avec la personne ou donne son accord."
        case .createMailboxFirst: "Créez d’abord une adresse mail avec la personne."
        case .askForBankAccount:
            "Sans compte, le versement est bloqué. Une banque a refusé ? La Banque de France peut en désigner une (droit au compte)."
        case .goToAgency: "Un accueil de l’organisme peut recevoir la personne, avec sa pièce d’identité."
        case .phone(let numbers): "Par téléphone : \(Words.list(numbers, last: "ou"))."
        case .paperForm(let numbers): "Sur papier : formulaire \(Words.list(numbers, last: "ou"))."
        case .useOurDevice: "Prêtez un appareil et la connexion de la structure."
        case .readAloud: "Lisez à voix haute ce qui est à l’écran avant chaque validation."
        case .findInterpreter: "Trouvez un interprète, ou une personne de confiance pour traduire."
        case .adaptToDisability: "Demandez ce qui aide : grossir le texte, écouter l’écran, prendre plus de temps."
        case .reassure: "Montrez que l’on peut revenir en arrière avant de valider."
        case .secretsByPersonOnly: "La personne tape elle-même ses mots de passe et ses codes."
        case .scanHere: "Numérisez les papiers ici, puis rendez-les."
        case .finishToday: "La personne aura du mal à revenir : terminez aujourd’hui, ou prévoyez une visite."
        case .learnLater: "La personne veut apprendre : proposez un rendez-vous quand ce sera réglé."
        case .proposeWorkshop: "Proposez un atelier ou un second rendez-vous pour refaire la démarche."
        case .announceReferral:
            "Appelez avant d’envoyer la personne, et donnez-lui un papier avec l’adresse et la raison."
        }
    }
}
