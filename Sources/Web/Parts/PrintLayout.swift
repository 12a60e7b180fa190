import Markup

/// A page made for paper: A4, large, one idea per line, and nothing private that the person does not need on it.
///
///     PrintLayout(title: "Feuille de route", structure: "CCAS de Valbourg", contact: "04 00 00 00 00",
///         madeOn: "samedi 21 novembre 2026", back: path, content: "…").body
struct PrintLayout {
    let title: String
    let structure: String
    /// Whom to call or where to come back; nil when the sheet does not leave the desk.
    let contact: String?
    /// The day in full words.
    let madeOn: String
    /// Where the screen goes back to; not on the paper.
    let back: Path
    let content: HTML

    init(title: String, structure: String, contact: String? = nil, madeOn: String, back: Path, content: HTML) {
        self.title = title
        self.structure = structure
        self.contact = contact
        self.madeOn = madeOn
        self.back = back
        self.content = content
    }

    var body: HTML {
        """
        <!doctype html>
        <html lang="fr"><head>\(Head(title: title, scripts: ["imprimer"]).body)</head>
        <body class="papier"><nav class="papier-outils" aria-label="Retour et impression"><a\(href: back)>\(Icon.revenir.drawing)Revenir à l’écran</a>\
        <button type="button" class="bouton" hidden data-imprimer>\(Icon.imprimer.drawing)Imprimer cette feuille</button></nav>
        <main class="page-a4" id="contenu"><header class="papier-tete">\(Logo.drawing)<p><b>\(structure)</b>\
        \(contact.map { "<span>\($0)</span>" } as HTML?)</p></header>
        <h1>\(title)</h1>
        \(content)
        <footer class="papier-pied"><p>Fait le \(madeOn).</p></footer></main></body></html>
        """
    }
}

/// Empty lines to write on by hand, under a word that says what for.
struct WritingLines {
    let label: String
    let count: Int

    init(_ label: String, count: Int = 3) {
        self.label = label
        self.count = count
    }

    var body: HTML {
        let lines = HTML.each(0..<count) { _ in "<div class=\"ligne-main\"></div>" }
        return "<div class=\"a-la-main\"><p>\(label)</p>\(lines)</div>"
    }
}

/// Boxes to tick with a pen: papers to bring, things to do.
struct PaperChecklist {
    let items: [(title: String, detail: String?)]

    init(_ items: [(title: String, detail: String?)]) { self.items = items }

    var body: HTML {
        let lines = HTML.each(items) { item in
            "<li><span>\(item.title)</span>\(item.detail.map { "<small>\($0)</small>" } as HTML?)</li>"
        }
        return "<ul class=\"a-cocher\">\(lines)</ul>"
    }
}
