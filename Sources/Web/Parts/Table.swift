import Markup

/// A table that becomes a pile of cards on a phone, each value under its column's name.
///
/// The first cell of a row is its heading. Roles are written out: without them browsers forget that it is a table once
/// it is shown as cards.
///
///     Table(caption: "Écran 2 de la Caf", columns: ["Ce que la Caf demande", "À recopier", "État"], rows: [
///         .init(id: "aout", ["Salaire d’août", "1 212,00 €", Tag(.lost, "à corriger").body]),
///     ]).body
struct Table {
    struct Row {
        /// To be pointed at by a link (`#aout`).
        let id: String?
        let cells: [HTML]

        init(id: String? = nil, _ cells: [HTML]) {
            self.id = id
            self.cells = cells
        }
    }

    let caption: String
    let columns: [String]
    let rows: [Row]

    var body: HTML {
        """
        <table class="tableau" role="table"><caption>\(caption)</caption>\
        <thead role="rowgroup"><tr role="row">\(HTML.each(columns) { #"<th scope="col" role="columnheader">\#($0)</th>"# })</tr></thead>\
        <tbody role="rowgroup">\(HTML.each(rows, line))</tbody></table>
        """
    }

    private func line(_ row: Row) -> HTML {
        let cells = HTML.each(row.cells.enumerated()) { index, cell in
            index == 0
                ? #"<th scope="row" role="rowheader">\#(cell)</th>"#
                : #"<td role="cell"\#(attribute: "data-colonne", columns.indices.contains(index) ? columns[index] : nil)>\#(cell)</td>"#
        }
        return "<tr role=\"row\"\(attribute: "id", row.id)>\(cells)</tr>"
    }
}
