import Domain
import Markup

/// A paper that an answer still to come will ask for, or not: which question decides, and where to answer it.
struct UndecidedPiece {
    struct OpenQuestion {
        let label: String
        /// The place where it is answered; nil when the reader may not answer it.
        let path: Path?
    }

    let code: String
    let label: String
    let reasons: [Statement]
    let precisions: [String]
    let help: String
    let deciders: [OpenQuestion]

    /// Each paper once, whatever the number of rules that may ask for it.
    static func all(_ view: DossierView) -> [UndecidedPiece] {
        let possible = view.checklist.possible
        let sheet = view.sheet
        var seen: Set<String> = []
        return possible.map(\.required.piece).filter { seen.insert($0).inserted }.map { code in
            let same = possible.filter { $0.required.piece == code }
            var open: [Condition.Operand] = []
            for operand in same.flatMap(\.open) where !open.contains(operand) { open.append(operand) }
            return UndecidedPiece(
                code: code, label: view.pieceLabel(code), reasons: same.map(\.required.when),
                precisions: Array(Set(same.map(\.required.precision).filter { !$0.isEmpty })).sorted(),
                help: view.pieceHelp(code), deciders: open.map { decider($0, sheet, view) })
        }
    }

    private static func decider(_ operand: Condition.Operand, _ sheet: EntrySheet, _ view: DossierView) -> OpenQuestion
    {
        let cell = sheet.cells.first { cell in
            switch operand {
            case .answer(let id): cell.id == id
            case .fact(let id): cell.fact == id
            }
        }
        if let cell {
            let isOpen = view.mayEdit && cell.state != .reserved
            return OpenQuestion(label: cell.words, path: isOpen ? EntrySheetPage.field(view.id, cell.id) : nil)
        }
        switch operand {
        case .answer(let id):
            let field = view.demarche.screens.flatMap(\.fields).first { $0.id == id }?.label
            let question = view.demarche.questions.first { $0.id == id }?.label
            return OpenQuestion(label: question ?? field ?? id, path: nil)
        case .fact(let id):
            let isOpen = view.mayEdit && view.context.readable(id)
            return OpenQuestion(
                label: view.definitions.fact(id)?.label ?? id,
                path: isOpen ? Paths.editUsager(view.usager.id) : nil)
        }
    }

    /// On screen: when it is asked for, and the questions that decide.
    static func section(_ pieces: [UndecidedPiece]) -> HTML {
        guard !pieces.isEmpty else { return .empty }
        return Section(
            "Peut-être, selon les réponses", id: "peut-etre",
            "<p>Ces papiers ne manquent pas : une réponse encore vide dira s’il les faut.</p>\(HTML.each(pieces, \.line))"
        ).body
    }

    private var line: HTML {
        let why = HTML.each(reasons) { "<p>\(StatementText($0).body)</p>" }
        let questions = HTML.each(deciders) { decider in
            decider.path.map { "<li><a\(href: $0)>\(decider.label)</a></li>" } ?? "<li>\(decider.label)</li>"
        }
        let decides: HTML = deciders.isEmpty ? .empty : "<p>Ce qui en décide :</p><ul>\(questions)</ul>"
        return """
            <section class="feuille"\(attribute: "id", "papier-\(code)")><h3>\(label)</h3>\
            <p>\(Tag(.neutral, "peut-être").body)</p>\(why)\(decides)</section>
            """
    }

    /// On paper, for the person.
    static func printed(_ pieces: [UndecidedPiece]) -> HTML {
        guard !pieces.isEmpty else { return .empty }
        let items = pieces.map { piece in
            let details = piece.reasons.map(\.text) + piece.precisions
            return (title: piece.label, detail: details.isEmpty ? nil : details.joined(separator: " "))
        }
        return "<h2>À prévoir, peut-être</h2>\(PaperChecklist(items).body)"
    }
}

/// How many papers are there, asked for, and possible; in words.
struct PaperCount {
    let settled: Int
    let total: Int
    let possible: Int

    init(_ view: DossierView) {
        let lines = PieceLine.all(view)
        settled = lines.filter { ($0.followUp?.status.isSettled ?? false) && !$0.isTooOld }.count
        total = lines.count
        possible = UndecidedPiece.all(view).count
    }

    var words: String {
        switch (total, possible) {
        case (0, 0): "Aucun papier demandé d’après les réponses."
        case (0, _):
            "\(Words.sentence(Words.count(possible, "papier possible", "papiers possibles"))) : des réponses encore vides en décident."
        case (_, 0): "\(settled) sur \(total) réunis."
        default:
            "\(settled) sur \(total) réunis, et \(Words.count(possible, "autre possible", "autres possibles")) selon les réponses à venir."
        }
    }
}
