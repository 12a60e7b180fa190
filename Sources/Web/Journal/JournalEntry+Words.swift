import Domain

extension JournalEntry.Action {
    /// What was done, in words.
    var words: String {
        switch self {
        case .signIn: "s’est connecté·e"
        case .signInFailed: "connexion refusée"
        case .signOut: "s’est déconnecté·e"
        case .lock: "a verrouillé son poste"
        case .unlock: "a déverrouillé son poste"
        case .passwordChanged: "a changé de mot de passe"
        case .sessionClosed: "a fermé une session"
        case .invited: "a préparé ou retiré une invitation"
        case .invitationUsed: "a accepté une invitation"
        case .roleChanged: "a changé un rôle"
        case .aidantDeactivated: "a fermé un compte"
        case .aidantReactivated: "a rouvert un compte"
        case .absenceSet: "a noté une absence ou un retour"
        case .settingsChanged: "a changé les réglages"
        case .structureCreated: "a créé la structure"
        default: fileWords
        }
    }

    private var fileWords: String {
        switch self {
        case .usagerCreated: "a ouvert une nouvelle fiche"
        case .usagerRead: "a lu la fiche"
        case .usagerChanged: "a modifié la fiche"
        case .usagerStatus: "a changé l’état de la fiche"
        case .usagerPrinted: "a imprimé une feuille"
        case .usagersSearched: "a cherché une personne"
        case .receptionRecorded: "a noté un accueil"
        case .referentsChanged: "a changé les référents"
        case .dossierOpened: "a ouvert une démarche"
        case .dossierRead: "a lu une démarche"
        case .dossierChanged: "a modifié une démarche"
        case .dossierPrinted: "a imprimé une démarche"
        case .pieceChanged: "a noté des papiers"
        case .dossierFiled: "a noté un dépôt"
        case .dossierMoved: "a changé l’état d’une démarche"
        case .echeanceDone: "a noté une échéance faite"
        case .echeanceSnoozed: "a reporté une échéance"
        case .activityCorrected: "a corrigé un temps passé"
        case .refusedAccess: "accès refusé"
        case .keyRotated: "renouvellement des clés"
        case .journalRead: "a lu le journal"
        default: rawValue
        }
    }

    /// Reading, as opposed to changing: said apart, a file is also protected against looks.
    var isReading: Bool {
        switch self {
        case .usagerRead, .dossierRead, .journalRead, .usagersSearched, .usagerPrinted, .dossierPrinted: true
        default: false
        }
    }
}

extension JournalEntry {
    /// The code that completes the action, in words where it has some.
    var detailWords: String? {
        switch action {
        case .usagerStatus: Usager.Status(rawValue: detail)?.words
        case .dossierMoved: Dossier.State(rawValue: detail)?.words
        case .dossierFiled: Filing.Channel(rawValue: detail)?.label.lowercased()
        case .roleChanged, .invited, .invitationUsed: Role(rawValue: detail)?.words
        case .usagerRead, .dossierRead, .usagerPrinted, .dossierPrinted: JournalEntry.pages[detail]
        default: nil
        }
    }

    /// Codes of the screens.
    private static let pages = [
        "fiche": "les informations", "modifier": "pour la modifier", "historique": "l’historique",
        "echeances": "le calendrier", "echeance": "une échéance", "referents": "les référents", "statut": "l’état",
        "feuille-de-route": "la feuille de route", "pieces": "les papiers", "verifier": "la vérification",
        "depot": "le dépôt", "suite": "la suite", "etat": "l’état",
    ]
}
