import Markup

/// The page around every page: head, banner, navigation, content, foot.
///
/// How a page is made, in one place:
///
///     struct UsagerPage {
///         let viewer: Viewer          // built by the handler from the session
///         let name: String            // everything is already in French words
///         let rows: [Rows.Row]
///
///         var body: HTML {
///             Layout(title: name, viewer: viewer, current: .personnes, content: """
///                 \(Heading(name, lead: "Depuis le 3 mars 2026").body)\
///                 \(Section("Échéances", Rows(rows).body).body)
///                 """).body
///         }
///     }
///
/// Every part is a struct with a `body: HTML`. Parts are in `Sources/Web/Parts` (fields of forms in `Parts/Forms`), words
/// for dates, amounts and lists in `Sources/Web/Words`, addresses in `App/Paths.swift`, styles in `Assets/cordee.css`
/// (there is no `style` attribute: the content policy refuses it). One `h1` per page, from `Heading`.
struct Layout {
    static let version = "0.1"

    /// The words of the navigation, in their order.
    enum Entry: CaseIterable {
        case aujourdhui, accueillir, personnes, demarches, structure, compte
    }

    let title: String
    /// Nil for someone who has not signed in.
    let viewer: Viewer?
    let current: Entry?
    /// What has just been done, said once after a redirect.
    var flash: String?
    /// The form came back with something to correct: the title says so first.
    var hasErrors = false
    var who: WhoBar?
    var breadcrumb: Breadcrumb?
    /// Modules of this page only, beside those of every page.
    var ownScripts: [String] = []
    let content: HTML

    init(
        title: String, viewer: Viewer?, current: Entry? = nil, flash: String? = nil, hasErrors: Bool = false,
        who: WhoBar? = nil, breadcrumb: Breadcrumb? = nil, scripts: [String] = [], content: HTML
    ) {
        self.title = title
        self.viewer = viewer
        self.current = current
        self.flash = flash
        self.hasErrors = hasErrors
        self.who = who
        self.breadcrumb = breadcrumb
        ownScripts = scripts
        self.content = content
    }

    var body: HTML {
        """
        <!doctype html>
        <html lang="fr"><head>\(Head(title: hasErrors ? "Erreur : \(title)" : title, scripts: scripts).body)</head>
        <body class="\(viewer == nil ? "visiteur" : "connecte")"\(lockDelay)\(if: viewer?.shortcuts == false, #" data-raccourcis="non""#)>
        <a class="evitement" href="#contenu">Aller au contenu</a>
        \(Banner(viewer: viewer).body)
        \(viewer.map { Navigation(viewer: $0, current: current).body })
        <main id="contenu" tabindex="-1">\(who?.body)\(breadcrumb?.body)\(flashMessage)
        \(content)
        </main>
        \(Footer(viewer: viewer).body)
        <p class="hors-vue" role="status" id="annonces"></p>
        </body></html>
        """
    }

    private var flashMessage: HTML {
        let inside: HTML? = flash.map { "<p class=\"message\">\(Icon.fait.drawing)<span>\($0)</span></p>" }
        return "<div role=\"status\">\(inside)</div>"
    }

    private var lockDelay: HTML {
        "\(attribute: "data-verrou-minutes", viewer?.lockAfterMinutes.map(String.init))"
    }

    private var scripts: [String] {
        guard let viewer else { return [] }
        return ["copier", "recherche", "ressemblances", "brouillon", "minuteur"]
            + (viewer.shortcuts ? ["raccourcis"] : [])
            + (viewer.lockAfterMinutes == nil ? [] : ["verrou"]) + ownScripts
    }
}

/// What the pages need to know of the person at the keyboard.
struct Viewer: Sendable {
    let firstName: String
    let structureName: String
    /// Sees the entry "Structure".
    let isResponsable: Bool
    /// The session's CSRF token.
    let token: String
    /// Minutes without a gesture after which the desk locks itself; nil for never.
    let lockAfterMinutes: Int?
    /// Whether single keys act (`/` for the search): each person may turn them off (WCAG 2.1.4).
    let shortcuts: Bool

    init(
        firstName: String, structureName: String, isResponsable: Bool, token: String, lockAfterMinutes: Int? = nil,
        shortcuts: Bool = true
    ) {
        self.firstName = firstName
        self.structureName = structureName
        self.isResponsable = isResponsable
        self.token = token
        self.lockAfterMinutes = lockAfterMinutes
        self.shortcuts = shortcuts
    }
}

/// The head of every document.
struct Head {
    let title: String
    var scripts: [String] = []

    var body: HTML {
        """
        <meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">\
        <title>\(title) · Cordée</title><meta name="color-scheme" content="light dark"><meta name="robots" content="noindex">\
        <link rel="icon" type="image/svg+xml"\(href: Paths.asset("favicon.svg"))>\
        <link rel="stylesheet"\(href: Paths.asset("cordee.css"))>\
        \(HTML.each(scripts) { "<script type=\"module\"\(src: Paths.asset("\($0).js"))></script>" })
        """
    }
}
