import Domain
import Markup

/// One paper as this dossier asks for it, whatever the number of rules that ask.
struct PieceLine {
    let code: String
    let label: String
    /// When and why it is asked for.
    let reasons: [Statement]
    let precisions: [String]
    let help: String
    let isRequired: Bool
    let maximumAge: Delay?
    let isTooOld: Bool
    let followUp: PieceFollowUp?

    /// The papers of the checklist, each once, then those that the body asked for afterwards.
    static func all(_ view: DossierView) -> [PieceLine] {
        let checklist = view.checklist
        var seen: Set<String> = []
        let known = checklist.lines.filter { seen.insert($0.required.piece).inserted }.map { first in
            let same = checklist.lines.filter { $0.required.piece == first.required.piece }
            return PieceLine(
                code: first.required.piece, label: view.pieceLabel(first.required.piece),
                reasons: same.map(\.required.when),
                precisions: same.map(\.required.precision).filter { !$0.isEmpty },
                help: view.pieceHelp(first.required.piece),
                isRequired: same.contains { $0.required.required },
                maximumAge: same.compactMap(\.required.maximumAge).first,
                isTooOld: same.contains(where: \.isTooOld), followUp: first.followUp)
        }
        return known
            + checklist.others.map {
                PieceLine(
                    code: $0.piece, label: view.pieceLabel($0.piece), reasons: [], precisions: [],
                    help: view.pieceHelp($0.piece),
                    isRequired: $0.afterFiling, maximumAge: nil, isTooOld: false, followUp: $0)
            }
    }

    /// `Field` names of this paper in the form.
    var statusName: String { "etat_\(code)" }
    var dateName: String { "date_\(code)" }
    var noteName: String { "note_\(code)" }
    var asksDate: Bool { maximumAge != nil || followUp?.issuedOn != nil }

    var tag: Tag {
        if isTooOld { return Tag(.lost, "trop ancien") }
        if let status = followUp?.status { return status.tag }
        return isRequired ? Tag(.lost, "manque") : Tag(.neutral, "utile, pas obligatoire")
    }
}

/// The papers that apply to this person: where each stands, why it is asked for, where to get it.
struct PiecesPage {
    let view: DossierView
    var form: FormBody = .empty
    var errors: [FieldError] = []
    var draft: KeptDraft?
    /// Somebody else saved since the form was opened: what differs.
    var conflict: [PieceConflict]?
    var key = ""

    var body: HTML {
        let lines = PieceLine.all(view)
        let possible = UndecidedPiece.all(view)
        return DossierLayout(
            view: view, title: "Les papiers", lead: lead, hasErrors: !errors.isEmpty || conflict != nil,
            content: """
                \(draft?.notice(token: view.viewer.token))\(conflict.map { PieceConflict.notice($0, isDraft: draft != nil) })\
                \(lines.isEmpty && possible.isEmpty ? empty : content(lines, possible))
                """
        ).body
    }

    private var lead: String {
        let count = PaperCount(view)
        return count.total == 0
            ? count.words : "Ceux que demande \(view.demarche.platform) d’après les réponses. \(count.words)"
    }

    private var empty: HTML {
        EmptyState(
            "Aucun papier à réunir",
            "D’après les réponses, rien n’est demandé. Si l’organisme en demande après le dépôt, notez-le dans la suite.",
            action: LinkButton("Revenir à la démarche", to: Paths.dossier(view.id), .quiet).body
        ).body
    }

    private func content(_ lines: [PieceLine], _ possible: [UndecidedPiece]) -> HTML {
        let print: HTML = """
            <nav class="actes" aria-label="Sur papier">\(PrintButton("Imprimer la liste pour la personne", to: Paths.printPieces(view.id)).body)</nav>
            """
        let maybe = UndecidedPiece.section(possible)
        guard view.mayEdit, !lines.isEmpty else {
            let rows = Rows(lines.map { Rows.Row($0.label, detail: $0.reasons.first?.text, tag: $0.tag) })
            return print + (lines.isEmpty ? .empty : rows.body) + maybe
        }
        let action = Paths.pieces(view.id)
        return print
            + Form(
                to: action, token: view.viewer.token, errors: errors, version: view.dossier.version, key: key,
                draft: Paths.draft(action),
                """
                \(HTML.each(lines, paper))\(WorkFields(view, form: form, errors: errors).body)\
                \(Actions(Button("Enregistrer les papiers").body, staysInSight: true).body)
                """
            ).body + maybe
    }

    private func paper(_ line: PieceLine) -> HTML {
        let why = HTML.each(line.reasons) { "<p>\(StatementText($0).body)</p>" }
        let precision = HTML.each(line.precisions) { "<p><small>\($0)</small></p>" }
        let asked: HTML = line.followUp?.afterFiling == true ? "<p>Demandé par l’organisme après le dépôt.</p>" : .empty
        let age: HTML? = line.maximumAge.map { limit in
            line.isTooOld
                ? "<p><b>Trop ancien :</b> ce papier doit avoir moins de \(limit.words) le jour du dépôt. Demandez-en un plus récent.</p>"
                : "<p>Il doit avoir moins de \(limit.words) le jour du dépôt.</p>"
        }
        let help: HTML = line.help.isEmpty ? .empty : Details("Où le trouver", "<p>\(line.help)</p>").body
        return """
            <section class="feuille"\(attribute: "id", "papier-\(line.code)")><h2>\(line.label)</h2><p>\(line.tag.body)</p>\
            \(why)\(precision)\(asked)\(age)\(help)\(controls(line))</section>
            """
    }

    private func controls(_ line: PieceLine) -> HTML {
        let follow = line.followUp
        let status = Select(
            line.statusName, "Où en est ce papier ?",
            choices: PieceFollowUp.Status.allCases.map { Choice($0.rawValue, $0.label) },
            chosen: form.has(line.statusName) ? form[line.statusName] : follow?.status.rawValue,
            prompt: "Pas encore demandé",
            error: error(line.statusName), optional: true)
        let date: HTML =
            line.asksDate
            ? DateField(
                line.dateName, "Date écrite sur le papier",
                value: form.has(line.dateName) ? form[line.dateName] : follow?.issuedOn?.typed ?? "",
                error: error(line.dateName), optional: true
            ).body : .empty
        let note = TextField(
            line.noteName, "Note", value: form.has(line.noteName) ? form[line.noteName] : follow?.note ?? "",
            error: error(line.noteName), optional: true)
        return "\(status.body)\(date)\(note.body)"
    }

    private func error(_ name: String) -> String? { errors.first { $0.field == name }?.message }
}

/// A paper that two people changed: what this one sent, what is saved now.
struct PieceConflict {
    let label: String
    let mine: String
    let saved: String

    static func between(_ sent: [PieceFollowUp], _ view: DossierView) -> [PieceConflict] {
        sent.compactMap { mine in
            let saved = view.pieces.first { $0.piece == mine.piece }
            guard words(mine, view) != words(saved, view) else { return nil }
            return PieceConflict(label: view.pieceLabel(mine.piece), mine: words(mine, view), saved: words(saved, view))
        }
    }

    private static func words(_ piece: PieceFollowUp?, _ view: DossierView) -> String {
        guard let piece else { return "rien de noté" }
        let parts = [
            piece.status.label, piece.issuedOn.map { "papier du \($0.wordsWithYear)" },
            piece.note.isEmpty ? nil : piece.note,
        ]
        return parts.compactMap(\.self).joined(separator: ", ")
    }

    static func notice(_ conflicts: [PieceConflict], isDraft: Bool) -> HTML {
        StaleNotice(conflicts.map { ($0.label, $0.mine, $0.saved) }, isDraft: isDraft).body
    }
}
