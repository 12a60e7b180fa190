import Markup

/// A list to act on: each row a title that leads somewhere, one line that says why, a state at the end.
///
///     Rows([.init("Mme Diallo : déclaration trimestrielle", path: path, detail: "Sans elle, le RSA s’arrête.",
///                 tag: Tag(.lost, "dans 9 jours"), plate: DatePlate(day, today: today))]).body
struct Rows {
    struct Row {
        let title: String
        let path: Path?
        let detail: String?
        let tag: Tag?
        let plate: DatePlate?
        /// A button or a small form at the end of the row.
        let action: HTML

        init(
            _ title: String, path: Path? = nil, detail: String? = nil, tag: Tag? = nil, plate: DatePlate? = nil,
            action: HTML = .empty
        ) {
            self.title = title
            self.path = path
            self.detail = detail
            self.tag = tag
            self.plate = plate
            self.action = action
        }
    }

    let rows: [Row]

    init(_ rows: [Row]) { self.rows = rows }

    var body: HTML { "<ul class=\"rangs\">\(HTML.each(rows, Rows.item))</ul>" }

    private static func item(_ row: Row) -> HTML {
        let title: HTML =
            row.path.map { "<a class=\"rang-titre\"\(href: $0)>\(row.title)</a>" }
            ?? "<span class=\"rang-titre\">\(row.title)</span>"
        let detail: HTML? = row.detail.map { "<span class=\"rang-detail\">\($0)</span>" }
        let action: HTML = row.action.isEmpty ? .empty : "<span class=\"rang-action\">\(row.action)</span>"
        return """
            <li\(if: row.plate != nil, #" class="rang-date""#)>\(row.plate?.body)<span class="rang-texte">\(title)\(detail)</span>\
            \(row.tag?.body)\(action)</li>
            """
    }
}
