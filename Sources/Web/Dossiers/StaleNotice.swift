import Markup

/// Somebody else saved first: both texts side by side, and what to do.
struct StaleNotice {
    let lines: [(label: String, mine: String, saved: String)]
    /// What was typed is a draft given back, not a form just sent.
    let isDraft: Bool

    init(_ lines: [(label: String, mine: String, saved: String)], isDraft: Bool = false) {
        self.lines = lines
        self.isDraft = isDraft
    }

    var body: HTML {
        let rows = lines.map { Table.Row([HTML(text: $0.label), HTML(text: $0.mine), HTML(text: $0.saved)]) }
        let table: HTML =
            lines.isEmpty
            ? .empty
            : Table(
                caption: "Ce qui diffère", columns: ["Champ", "Ce que vous avez écrit", "Ce qui est enregistré"],
                rows: rows
            ).body
        return """
            <div role="alert" tabindex="-1" autofocus>\(Notice(
                .warning, isDraft ? "Cela a changé depuis votre brouillon" : "Quelqu’un d’autre a enregistré avant vous",
                "<p>Rien n’est perdu : ce que vous avez écrit est dans les champs, et n’a rien remplacé. Comparez, corrigez, puis enregistrez de nouveau.</p>"
            ).body)\(table)</div>
            """
    }
}
