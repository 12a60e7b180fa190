import Markup

/// The top of the page: the sign, the structure, the search of a person, who is signed in, the lock.
struct Banner {
    let viewer: Viewer?

    var body: HTML {
        """
        <header class="bandeau"><a class="enseigne"\(href: viewer == nil ? Path.root : Paths.today)>\(Logo.drawing)\
        <span><b>Cordée</b>\(viewer.map { "<span class=\"enseigne-structure\">\($0.structureName)</span>" } as HTML?)</span></a>\
        \(viewer.map(session))</header>
        """
    }

    private func session(_ viewer: Viewer) -> HTML {
        """
        \(search(viewer))<div class="session"><span class="session-nom">\(Icon.compte.drawing)<span class="hors-vue">Connexion de\u{A0}: </span>\(viewer.firstName)</span>\
        <form method="post" data-verrou\(action: Paths.lock)>\(Hidden("jeton", viewer.token).body)\
        <button type="submit" class="lien">\(Icon.verrouiller.drawing)Verrouiller</button></form>\
        <form class="bureau" method="post"\(action: Paths.signOut)>\(Hidden("jeton", viewer.token).body)\
        <button type="submit" class="lien">\(Icon.sortir.drawing)Se déconnecter</button></form></div>\
        \(if: viewer.lockAfterMinutes != nil, lockWarning)
        """
    }

    private func search(_ viewer: Viewer) -> HTML {
        SearchBox(
            id: "chercher-personne", label: "Chercher une personne", action: Paths.findUsager,
            fragment: Paths.usagersFragment, token: viewer.token, isLarge: false, shortcut: "/"
        ).body
    }

    private var lockWarning: HTML {
        """
        <div class="verrou-avis" role="alert" hidden data-verrou-avis><p data-verrou-dit></p>\
        <button type="button" class="bouton" data-verrou-rester>Rester sur cette page</button></div>
        """
    }
}

/// The navigation, in words: at the left on a desk screen, at the foot on a phone.
struct Navigation {
    let viewer: Viewer
    let current: Layout.Entry?

    var body: HTML {
        let entries = Layout.Entry.allCases.filter { $0 != .structure || viewer.isResponsable }
        let items = HTML.each(entries.enumerated()) { index, entry in
            """
            <li\(if: entry.isSecondary, #" class="bureau""#)><a\(href: entry.path)\(if: entry == current, #" aria-current="page""#)\
            \(attribute: "data-raccourci", "Alt+\(index + 1)")>\(entry.icon.drawing)<span>\(entry.words)</span></a></li>
            """
        }
        return "<nav class=\"rampe\" aria-label=\"Navigation principale\"><ul>\(items)</ul></nav>"
    }
}

extension Layout.Entry {
    var words: String {
        switch self {
        case .aujourdhui: "Aujourd’hui"
        case .accueillir: "Accueillir"
        case .personnes: "Personnes"
        case .demarches: "Démarches"
        case .structure: "Structure"
        case .compte: "Mon compte"
        }
    }

    var path: Path {
        switch self {
        case .aujourdhui: Paths.today
        case .accueillir: Paths.welcome
        case .personnes: Paths.usagers
        case .demarches: Paths.demarches
        case .structure: Paths.structure
        case .compte: Paths.account
        }
    }

    var icon: Icon {
        switch self {
        case .aujourdhui: .aujourdhui
        case .accueillir: .accueillir
        case .personnes: .personnes
        case .demarches: .demarches
        case .structure: .structure
        case .compte: .compte
        }
    }

    /// On a phone these stand in the foot of the page: the bar has room for four words.
    var isSecondary: Bool { self == .structure || self == .compte }
}

/// The foot of the page: help, the state of accessibility, and on a phone what the bar has no room for.
struct Footer {
    let viewer: Viewer?

    var body: HTML {
        """
        <footer class="pied">\(viewer.map(phone))<ul><li><a\(href: Paths.help)>Aide</a></li>\
        \(if: viewer?.shortcuts == true, "<li class=\"bureau\"><a\(href: Paths.shortcuts)>Raccourcis clavier</a></li>")\
        <li><a\(href: Paths.accessibility)>Accessibilité\u{A0}: non évaluée</a></li>\
        <li>Cordée \(Layout.version)</li></ul></footer>
        """
    }

    private func phone(_ viewer: Viewer) -> HTML {
        let links = Layout.Entry.allCases.filter { $0.isSecondary && ($0 != .structure || viewer.isResponsable) }
        return """
            <ul class="poche">\(HTML.each(links) { "<li><a\(href: $0.path)>\($0.icon.drawing)\($0.words)</a></li>" })\
            <li><form method="post"\(action: Paths.signOut)>\(Hidden("jeton", viewer.token).body)\
            <button type="submit" class="lien">\(Icon.sortir.drawing)Se déconnecter</button></form></li></ul>
            """
    }
}
