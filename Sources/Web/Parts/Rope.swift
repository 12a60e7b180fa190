import Markup

/// Where one stands, drawn as a rope with knots: the sign of a dossier, a mandate, a person's year.
///
///     Rope(label: "Où en est la démarche", knots: [
///         .init(.done, "Préparer", detail: "le 20 novembre"),
///         .init(.here, "Vérifier", detail: "1 point à régler"),
///         .init(.next, "Déposer"),
///     ]).body
struct Rope {
    struct Knot {
        enum State { case done, here, next, blocked }

        let state: State
        let title: String
        /// What more there is to say: a day, a count, a reason.
        let detail: String?
        /// Where the knot leads, when one may go there.
        let path: Path?
        /// How near or how grave it is; then the day says enough and the state is not written.
        let tag: Tag?

        init(_ state: State, _ title: String, detail: String? = nil, path: Path? = nil, tag: Tag? = nil) {
            self.state = state
            self.title = title
            self.detail = detail
            self.path = path
            self.tag = tag
        }
    }

    /// What the rope shows, for those who do not see it.
    let label: String
    let knots: [Knot]
    /// A few short steps, that stay side by side on a phone.
    var isShort = false

    var body: HTML {
        "<ol class=\"corde\(if: isShort, " corde-etapes")\"\(attribute: "aria-label", label)>\(HTML.each(knots, Rope.item))</ol>"
    }

    private static func item(_ knot: Knot) -> HTML {
        let title: HTML = knot.path.map { "<a\(href: $0)>\(knot.title)</a>" } ?? HTML(text: knot.title)
        return """
            <li class="\(style(knot.state))"\(if: knot.state == .here, #" aria-current="step""#)>\(drawing(knot.state))\
            <span class="noeud-titre">\(title)</span>\
            <span class="noeud-etat">\(says(knot))</span>\(knot.tag?.body)</li>
            """
    }

    private static func says(_ knot: Knot) -> String {
        guard let detail = knot.detail else { return words(knot.state) }
        return knot.tag == nil ? "\(words(knot.state))\u{A0}: \(detail)" : detail
    }

    private static func style(_ state: Knot.State) -> HTML {
        switch state {
        case .done: "noeud-fait"
        case .here: "noeud-ici"
        case .next: "noeud-suite"
        case .blocked: "noeud-bloque"
        }
    }

    private static func words(_ state: Knot.State) -> String {
        switch state {
        case .done: "fait"
        case .here: "en cours"
        case .next: "à venir"
        case .blocked: "bloqué"
        }
    }

    /// Four shapes that differ without colour: a tied knot, a ring held, an open ring, a stop.
    private static func drawing(_ state: Knot.State) -> HTML {
        let shape: HTML =
            switch state {
            case .done:
                """
                <circle class="noeud-plein" cx="16" cy="16" r="11"/>\
                <path class="noeud-signe" d="M10.5 16.5l4 4 7.5-8.5"/>
                """
            case .here:
                """
                <circle class="noeud-halo" cx="16" cy="16" r="15"/><circle class="noeud-plein" cx="16" cy="16" r="10.5"/>\
                <circle class="noeud-coeur" cx="16" cy="16" r="4"/>
                """
            case .next: "<circle class=\"noeud-vide\" cx=\"16\" cy=\"16\" r=\"8\"/>"
            case .blocked:
                """
                <path class="noeud-plein" d="M11 4h10l7 7v10l-7 7H11l-7-7V11z"/>\
                <path class="noeud-signe" d="M11 11l10 10M21 11l-10 10"/>
                """
            }
        return """
            <svg class="noeud" viewBox="0 0 32 32" fill="none" aria-hidden="true" focusable="false">\(shape)</svg>
            """
    }
}
