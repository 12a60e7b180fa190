import Domain
import Markup

/// A finding of the check before filing, in words: what, why it would be rejected, what to do, where.
struct FindingWords {
    let title: String
    let why: Statement
    let remedy: String
    let path: Path?
    let pathWords: String

    init(_ finding: Finding, _ view: DossierView) {
        let cell = finding.target.flatMap { id in view.sheet.cells.first { $0.id == id } }
        let label = cell?.words ?? "La demande"
        (title, why, remedy) = FindingWords.sentences(finding.kind, label, view)
        switch finding.kind {
        case .pieceMissing(let piece), .pieceRefused(let piece), .pieceTooOld(let piece, _):
            path = Paths.pieces(view.id).fragment("papier-\(piece)")
            pathWords = "Voir ce papier"
        default:
            path = cell.map { EntrySheetPage.field(view.id, FindingWords.asked($0, view).id) }
            pathWords = "Corriger cette réponse"
        }
    }

    /// The place where a fact that is asked twice can be typed: its first.
    private static func asked(_ cell: EntrySheet.Cell, _ view: DossierView) -> EntrySheet.Cell {
        cell.fact.flatMap { fact in view.sheet.cells.first { $0.fact == fact && $0.type.isStored } } ?? cell
    }

    private static func sentences(_ kind: Finding.Kind, _ label: String, _ view: DossierView) -> (
        String, Statement, String
    ) {
        func own(_ text: String) -> Statement { Statement(text, confidence: .high) }
        switch kind {
        case .missing:
            return (
                label, own("Cette réponse manque. Le site la demande et n’avance pas sans elle."),
                "Demandez-la à la personne, puis écrivez-la dans la fiche."
            )
        case .format(let problem):
            return (
                label, own("Telle qu’elle est écrite, le site refuserait cette réponse. \(problem.sentence)"),
                "Relisez le papier et corrigez la fiche."
            )
        case .coherence(let problem):
            return (
                label, own(problem.sentence),
                "Corrigez ce qui est faux. Si tout est juste, gardez le papier qui le montre."
            )
        case .accountHolder:
            return (
                label,
                own(
                    "Le titulaire du compte ne porte aucun nom de la personne. Les organismes ne paient que sur un compte à son nom."
                ),
                "Demandez un relevé d’identité bancaire (RIB) à son nom, ou corrigez le nom du titulaire."
            )
        case .pieceMissing(let piece):
            let when = view.checklist.lines.first { $0.required.piece == piece }?.required.when
            return (
                view.pieceLabel(piece), when ?? own("Ce papier est demandé."),
                help(piece, view, "Demandez ce papier à la personne.")
            )
        case .pieceRefused(let piece):
            let note = view.pieces.first { $0.piece == piece }?.note ?? ""
            return (
                view.pieceLabel(piece), own("Ce papier a été refusé.\(note.isEmpty ? "" : " \(note)")"),
                help(piece, view, "Demandez-en un autre.")
            )
        case .pieceTooOld(let piece, let limit):
            let issued = view.pieces.first { $0.piece == piece }?.issuedOn
            return (
                view.pieceLabel(piece),
                own(
                    "Ce papier\(issued.map { ", du \($0.wordsWithYear)," } ?? "") est trop ancien : il doit avoir moins de \(limit.words)."
                ),
                help(piece, view, "Demandez-en un plus récent.")
            )
        case .rule(let check): return (label == "La demande" ? view.demarche.title : label, check.reason, check.remedy)
        }
    }

    private static func help(_ piece: String, _ view: DossierView, _ start: String) -> String {
        let help = view.pieceHelp(piece)
        return help.isEmpty ? start : "\(start) \(help)"
    }
}
