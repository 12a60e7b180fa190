import Domain
import Markup

/// Help in plain French: where to begin by role, then what each screen is for.
struct AidePage {
    let viewer: Viewer?

    var body: HTML {
        Layout(
            title: "Aide", viewer: viewer,
            content: """
                \(Heading("Aide", lead: "Ce que fait Cordée, par où commencer, et ce que fait chaque écran.").body)\
                \(Section("En deux phrases", intro).body)\(Section("Par où commencer", roles).body)\
                \(Section("Écran par écran", screens).body)\(Section("Questions fréquentes", questions).body)\
                \(Section("Aller plus loin", links).body)
                """
        ).body
    }

    private var intro: HTML {
        """
        <p>Vous écrivez ce que la personne dit, et Cordée propose la démarche et la façon de la faire. Ensuite Cordée garde les \
        papiers, les dates et les étapes, pour que rien ne se perde.</p>\
        <p>Cordée ne dépose rien à votre place sur les sites de la Caf ou des impôts : la personne ou vous le faites, la fiche de \
        saisie à côté.</p>
        """
    }

    private var roles: HTML {
        Facts([
            (
                "Agent d’accueil",
                "Ouvrez <b>Accueillir</b>. Écrivez les mots de la personne, suivez la proposition, écrivez un prénom."
            ),
            (
                "Instructeur",
                "Ouvrez <b>Aujourd’hui</b>, puis le dossier en haut de la liste. Suivez le bouton principal."
            ),
            (
                "Travailleur social",
                "Ouvrez la fiche d’une <b>personne</b> : ses dossiers, ses échéances, ses référents."
            ),
            (
                "Médiateur numérique",
                "Accueillez, choisissez <b>Faire avec</b> ou <b>Apprendre</b>, imprimez la feuille de route."
            ),
            ("Référent", "Vous voyez les personnes que vous suivez. Les autres fiches ne vous sont pas ouvertes."),
            (
                "Responsable",
                "Ouvrez <b>Structure</b> : invitez vos collègues, choisissez les informations à demander, lisez le journal."
            ),
        ]).body
    }

    private var screens: HTML {
        Facts([
            (
                "Aujourd’hui",
                "Ce qui doit être fait aujourd’hui et cette semaine. En haut : ce qui se perdrait en premier."
            ),
            (
                "Accueillir",
                "Du besoin dit à voix haute au dossier ouvert, sur une seule page. Tout se change jusqu’au bout."
            ),
            (
                "Personnes",
                "Retrouver une fiche par un morceau de nom, de téléphone ou de numéro. Un prénom ou un repère suffit pour l’ouvrir."
            ),
            (
                "Un dossier",
                "Une démarche pour une personne : les papiers, la fiche de saisie, la vérification, le dépôt, la suite."
            ),
            (
                "La fiche de saisie",
                "Les écrans du site, dans leur ordre, avec un bouton pour copier chaque valeur. Aucun mot de passe n’y est gardé."
            ),
            ("Vérifier", "Ce qui ferait rejeter la demande, et quoi faire. À lire avant de déposer."),
            (
                "Démarches",
                "Le guide de chaque démarche, avec ses sources, la date de relecture et ce qui est à vérifier."
            ),
            ("Mon compte", "Votre mot de passe, votre absence, vos sessions ouvertes."),
        ]).body
    }

    private var questions: HTML {
        """
        \(Details("La session s’est fermée pendant que j’écrivais", "<p>Ce qui était écrit est gardé. Reconnectez-vous et ouvrez la même page : les champs sont remplis.</p>").body)\
        \(Details("Un collègue a enregistré avant moi", "<p>La page vous montre les deux versions. Rien n’est écrasé : choisissez ce qu’il faut garder.</p>").body)\
        \(Details("Je quitte mon poste", "<p>Appuyez sur <b>Verrouiller</b>, en haut de chaque page. Votre travail vous attend.</p>").body)\
        \(Details("La personne ne veut pas donner son nom", "<p>Écrivez un repère, par exemple « dame au chien », et cochez la case. Vous pourrez compléter plus tard.</p>").body)\
        \(Details("Aucune démarche ne correspond", "<p>Choisissez un thème dans la liste, ou notez une orientation sans ouvrir de dossier.</p>").body)\
        \(Details("J’ai oublié mon mot de passe", "<p>La personne responsable de votre structure ferme votre compte et vous invite de nouveau.</p>").body)
        """
    }

    private var links: HTML {
        """
        <ul><li><a\(href: Paths.shortcuts)>Raccourcis clavier</a></li><li><a\(href: Paths.accessibility)>Accessibilité</a></li>\
        <li><a\(href: Paths.notices)>Mentions et licences</a></li></ul>
        """
    }
}

/// The keys that act.
struct ShortcutsPage {
    let viewer: Viewer?

    var body: HTML {
        let keys: [(String, String)] = [
            ("/", "Chercher une personne, depuis n’importe quelle page"), ("Alt + 1", "Aujourd’hui"),
            ("Alt + 2", "Accueillir"),
            ("Alt + 3", "Personnes"), ("Alt + 4", "Démarches"),
            ("Flèches haut et bas", "Aller d’un résultat à l’autre dans une recherche"),
            ("Échap", "Fermer la liste des résultats"), ("Entrée", "Ouvrir, ou envoyer le formulaire"),
            ("Tab", "Aller au champ, au bouton ou au lien suivant"),
        ]
        return Layout(
            title: "Raccourcis clavier", viewer: viewer, breadcrumb: Breadcrumb([("Aide", Paths.help)]),
            content: """
                \(Heading("Raccourcis clavier", lead: "Ils ne servent que si vous n’êtes pas en train d’écrire dans un champ.").body)\
                \(Table(caption: "Ce que fait chaque touche", columns: ["Touche", "Effet"], rows: keys.map { key, effect in .init(["\(key)", "\(effect)"]) }).body)
                """
        ).body
    }
}

/// What Cordée is made of, and under which licences.
struct NoticesPage {
    let viewer: Viewer?

    var body: HTML {
        Layout(
            title: "Mentions", viewer: viewer, breadcrumb: Breadcrumb([("Aide", Paths.help)]),
            content: """
                \(Heading("Mentions et licences").body)\
                \(Section("Le logiciel", "<p>Cordée est un logiciel libre, sous licence publique de l’Union européenne, version 1.2 (EUPL-1.2).</p>").body)\
                \(Section("Le catalogue des démarches", "<p>Les fiches du catalogue sont sous licence Creative Commons Attribution, partage dans les mêmes conditions, version 4.0 (CC BY-SA 4.0). Chaque fiche cite ses sources.</p>").body)\
                \(Section("Les données des personnes", "<p>Elles restent dans votre structure, chiffrées. Aucun service extérieur n’est appelé. Chaque lecture d’une fiche est inscrite au journal.</p>").body)\
                \(Section("Ce que Cordée n’est pas", "<p>Un guide ne remplace ni la loi ni la réponse de l’organisme. Ce qui porte la mention «\u{A0}à vérifier\u{A0}» se vérifie avant d’agir.</p>").body)
                """
        ).body
    }
}
