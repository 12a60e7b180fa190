import Markup

/// The statement of accessibility: not assessed, what was tested, what remains.
struct AccessibilityPage {
    let viewer: Viewer?

    var body: HTML {
        Layout(
            title: "Accessibilité", viewer: viewer, breadcrumb: Breadcrumb([("Aide", Paths.help)]),
            content: """
                \(Heading("Accessibilité : non évaluée", lead: "Aucun audit de conformité au RGAA n’a été fait. Nous ne pouvons donc pas dire que Cordée est conforme.").body)\
                \(Section("Ce qui est vérifié à chaque modification", tested).body)\
                \(Section("Ce qui reste à faire", remaining).body)\
                \(Section("Ce qui ne va pas encore, à notre connaissance", known).body)\
                \(Section("Signaler une difficulté", report).body)
                """
        ).body
    }

    private var tested: HTML {
        """
        <p>Par des tests automatiques, sur les pages\u{A0}:</p><ul>\
        <li>le contraste des textes\u{A0}: 7 pour 1 au moins, en clair et en sombre\u{A0};</li>\
        <li>une étiquette pour chaque champ, un seul titre principal, des titres dans l’ordre\u{A0};</li>\
        <li>chaque erreur est dite à côté du champ et dans un résumé en haut\u{A0};</li>\
        <li>un état est un mot et un dessin avant d’être une couleur.</li></ul>\
        <p>Les pages sont faites pour servir aussi au clavier seul, sans JavaScript et à un zoom de 400\u{A0}%.</p>
        """
    }

    private var remaining: HTML {
        """
        <ul><li>Un audit RGAA complet par une personne dont c’est le métier.</li>\
        <li>Des essais avec des lecteurs d’écran (NVDA, VoiceOver, Orca), une plage braille et la commande vocale.</li>\
        <li>Des essais avec des professionnels en situation de handicap.</li></ul>
        """
    }

    private var known: HTML {
        """
        <ul><li>Les longues pages de guide ne sont pas traduites en facile à lire et à comprendre (FALC).</li>\
        <li>Les sites des organismes, vers lesquels mènent les liens, ont leur propre accessibilité.</li></ul>
        """
    }

    private var report: HTML {
        """
        <p>Dites-le à la personne responsable de votre structure\u{A0}: elle peut vous donner l’information autrement et transmettre \
        la difficulté.</p>\
        <p>Sans réponse, vous pouvez saisir le Défenseur des droits, en ligne ou par courrier gratuit\u{A0}: Défenseur des droits, \
        Libre réponse 71120, 75342 Paris CEDEX 07.</p>
        """
    }
}
