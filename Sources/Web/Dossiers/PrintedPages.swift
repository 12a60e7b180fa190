import Domain
import Markup

/// The entry sheet on paper: to copy from at a desk without a second screen, and to fill by hand what is missing.
struct PrintedSheet {
    let view: DossierView
    let structure: Structure

    var body: HTML {
        let sheet = view.sheet
        let questions: HTML =
            sheet.questions.isEmpty
            ? .empty : "<section><h2>Les questions</h2>\(table("Les questions", sheet.questions))</section>"
        let pages = HTML.each(sheet.pages.enumerated()) { index, page in
            page.cells.isEmpty
                ? .empty
                : "<section><h2>Écran \(index + 1)\u{A0}: \(page.screen.title)</h2>\(table(page.screen.title, page.cells))</section>"
        }
        return PrintLayout(
            title: "Fiche de saisie", structure: structure.name, madeOn: view.today.fullWords,
            back: Paths.entrySheet(view.id),
            content: """
                <div class="papier-fiche"><p><b>\(view.demarche.title)</b><br>Pour \(view.usager.name.words). Site : \(view.demarche.platform).</p>\
                <p>Cette feuille porte des données personnelles : rendez-la à la personne ou détruisez-la après.</p>\
                \(questions)\(pages)\(WritingLines("À noter", count: 2).body)</div>
                """
        ).body
    }

    private func table(_ caption: String, _ cells: [EntrySheet.Cell]) -> HTML {
        Table(
            caption: caption, columns: ["Ce qui est demandé", "Réponse"],
            rows: cells.map { cell in
                let help: HTML? = cell.help.isEmpty ? nil : "<small>\(cell.help)</small>"
                return Table.Row(["\(cell.words)\(help)", answer(cell)])
            }
        ).body
    }

    private func answer(_ cell: EntrySheet.Cell) -> HTML {
        switch cell.state {
        case .known: HTML(text: ValueFormat.display(cell.value ?? "", as: cell.type, options: cell.options))
        case .missing: "À demander\u{A0}: <div class=\"ligne-main\"></div>"
        case .optional: "<div class=\"ligne-main\"></div>"
        case .wrong:
            "\(ValueFormat.display(cell.value ?? "", as: cell.type, options: cell.options)) (à corriger)<div class=\"ligne-main\"></div>"
        case .bySelf: "La personne le tape elle-même. Ne le notez jamais."
        case .tick: "À cocher par la personne"
        case .attach(let piece): "À joindre : \(view.pieceLabel(piece))"
        case .reserved: "Réservé"
        }
    }
}

/// The papers to bring, for the person: no name, no number, nothing that they do not need on it.
struct PrintedPieces {
    let view: DossierView
    let structure: Structure

    var body: HTML {
        let lines = PieceLine.all(view)
        let missing = lines.filter { !($0.followUp?.status.isSettled ?? false) || $0.isTooOld }
        let settled = lines.filter {
            ($0.followUp?.status.isSettled ?? false) && !$0.isTooOld && $0.followUp?.status != .waived
        }
        let received: HTML =
            settled.isEmpty
            ? .empty : "<h2>Ce que nous avons déjà</h2><ul>\(HTML.each(settled) { "<li>\($0.label)</li>" })</ul>"
        let possible = UndecidedPiece.all(view)
        let nothing: HTML =
            possible.isEmpty
            ? "<p>Vous n’avez plus rien à apporter.</p>" : "<p>Rien de certain pour l’instant.</p>"
        let toBring: HTML = missing.isEmpty ? nothing : PaperChecklist(missing.map(item)).body
        return PrintLayout(
            title: "Les papiers à apporter", structure: structure.name, contact: contact, madeOn: view.today.fullWords,
            back: Paths.pieces(view.id),
            content: """
                <p>Pour : <b>\(view.demarche.title)</b></p><h2>À apporter</h2>\(toBring)\(UndecidedPiece.printed(possible))\(received)\
                \(WritingLines("Votre prochain rendez-vous", count: 1).body)\(WritingLines("À noter", count: 3).body)
                """
        ).body
    }

    private var contact: String? {
        let parts = [structure.phone, structure.address].filter { !$0.isEmpty }
        return parts.isEmpty ? nil : parts.joined(separator: ", ")
    }

    private func item(_ line: PieceLine) -> (title: String, detail: String?) {
        var details = line.precisions
        if let age = line.maximumAge { details.append("De moins de \(age.words).") }
        if !line.help.isEmpty { details.append(line.help) }
        if !line.isRequired { details.insert("Utile, pas obligatoire.", at: 0) }
        return (line.label, details.isEmpty ? nil : details.joined(separator: " "))
    }
}
