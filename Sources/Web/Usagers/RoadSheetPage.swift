import Domain
import Markup
import Store

/// The sheet that the person takes home: what we did, what to do and when, what to bring, whom to call.
///
/// One idea per line, dates in full words, and no number but that of the desk.
struct RoadSheetPage {
    let view: UsagerView
    let dossiers: [DossierFile]
    let structure: Structure
    /// Who prints: named when nobody else follows.
    let me: Aidant

    var body: HTML {
        PrintLayout(
            title: "Votre feuille de route", structure: structure.name, contact: contact, madeOn: view.today.fullWords,
            back: Paths.usager(view.id),
            content: """
                \(chooser)<p>Pour <b>\(view.usager.name.words)</b></p>\
                \(part("Ce que nous avons fait", done))\(part("Ce que vous devez faire", toDo))\
                \(part("Ce que vous devez apporter", papers))\(part("Ce que vous attendez", waiting))\
                <div class="papier-deux"><div><h2>Qui appeler</h2>\(call)</div>\
                <div><h2>Votre prochain rendez-vous</h2>\(WritingLines("Jour et heure", count: 1).body)</div></div>\
                \(WritingLines("À noter", count: 2).body)
                """
        ).body
    }

    private func part(_ title: String, _ content: HTML) -> HTML {
        content.isEmpty ? .empty : "<h2>\(title)</h2>\(content)"
    }

    private var contact: String? {
        let parts = [structure.phone, structure.address].filter { !$0.isEmpty }
        return parts.isEmpty ? nil : parts.joined(separator: ", ")
    }

    // What we did

    private var done: HTML {
        guard !dossiers.isEmpty else { return .empty }
        return "<ul>\(HTML.each(dossiers) { "<li><b>\($0.demarche.title)</b><br>\(sentence($0))</li>" })</ul>"
    }

    private func sentence(_ file: DossierFile) -> String {
        let organisme = view.organisme(file.demarche)
        let dossier = file.dossier
        switch dossier.state {
        case .preparing: return "Nous préparons cette demande. Elle n’est pas encore envoyée."
        case .stopped: return "La demande s’est arrêtée en route. Nous cherchons une solution."
        case .filed, .piecesRequested:
            let day = dossier.filedOn.map { " le \($0.fullWords)" } ?? ""
            return "La demande est envoyée\(day) (\(organisme))."
        case .granted: return "La réponse est oui (\(organisme))."
        case .obtained: return "C’est obtenu."
        case .refused: return "La réponse est non (\(organisme))."
        case .appealing: return "Nous contestons la décision (\(organisme))."
        case .abandoned: return "Cette demande est arrêtée."
        }
    }

    // What to do

    private var toDo: HTML {
        let mine = dossiers.flatMap { file in
            file.echeances.filter { $0.status != .done && isAct($0, file) }.map { (echeance: $0, file: file) }
        }.sorted { $0.echeance.window.due < $1.echeance.window.due }
        let undated = dossiers.compactMap { file -> String? in
            guard let step = file.dossier.nextStep, step.day == nil, !file.dossier.state.isClosed,
                step.owner == .person || step.owner == .together
            else { return nil }
            return step.what
        }
        let items =
            HTML.each(mine) { item(for: $0.echeance, $0.file) }
            + HTML.each(undated) { "<h3>Dès que possible</h3><p>\($0)</p>" }
        return items.isEmpty && !dossiers.isEmpty ? "<p>Rien pour l’instant. Nous vous préviendrons.</p>" : items
    }

    /// What the person has to do; waiting for an answer is not an act, nor is what the desk does alone.
    private func isAct(_ echeance: Echeance, _ file: DossierFile) -> Bool {
        switch echeance.kind {
        case .deadline: true
        case .appeal: file.dossier.state == .refused
        case .nextStep: file.dossier.nextStep.map { $0.owner == .person || $0.owner == .together } ?? false
        case .answer, .silence: false
        }
    }

    private func item(for echeance: Echeance, _ file: DossierFile) -> HTML {
        if case .appeal(let id) = echeance.kind {
            let level = file.demarche.appeals.first { $0.id == id }.map { " (\($0.level))" } ?? ""
            return """
                <h3>\(when(echeance))</h3><p>Vous n’êtes pas d’accord\u{A0}? Vous pouvez contester\(level).\
                <br>Nous pouvons vous aider. Après, ce n’est plus possible.</p>
                """
        }
        let title = Words.typographic(echeance.title(file.demarche, next: file.dossier.nextStep))
        let loss: HTML? =
            echeance.hasLoss
            ? echeance.loss(file.demarche).map { "<br>Après\u{A0}: \(Words.continued(Words.typographic($0)))" } : nil
        return "<h3>\(when(echeance))</h3><p>\(title)\(loss)</p>"
    }

    private func when(_ echeance: Echeance) -> String {
        if echeance.window.due < view.today {
            return "Tout de suite (c’était à faire pour le \(echeance.window.due.fullWords))"
        }
        guard let opens = echeance.window.opens, opens > view.today else {
            return "Au plus tard le \(echeance.window.due.fullWords)"
        }
        return "Entre le \(opens.fullWords) et le \(echeance.window.due.fullWords)"
    }

    // What to bring

    private var papers: HTML {
        var seen: Set<String> = []
        let items = dossiers.flatMap(missing).filter { seen.insert($0.piece).inserted }.map { paper in
            let piece = view.definitions.piece(paper.piece)
            return (
                title: Words.typographic(piece?.label ?? paper.piece),
                detail: [paper.precision, piece?.help ?? ""].filter { !$0.isEmpty }.map(Words.typographic).joined(
                    separator: " ")
            )
        }
        return items.isEmpty
            ? .empty : PaperChecklist(items.map { ($0.title, $0.detail.isEmpty ? nil : $0.detail) }).body
    }

    private func missing(_ file: DossierFile) -> [(piece: String, precision: String)] {
        guard !file.dossier.state.isClosed else { return [] }
        let checklist = file.checklist
        let asked = checklist.others.filter { $0.status == .asked || $0.status == .refused }.map { ($0.piece, "") }
        if file.dossier.state.isFiled {
            return asked
                + checklist.lines.filter { $0.followUp?.afterFiling == true && $0.followUp?.status.isSettled == false }
                .map { ($0.required.piece, $0.required.precision) }
        }
        let old = checklist.lines.filter(\.isTooOld)
        return checklist.missing.map { ($0.required.piece, $0.required.precision) }
            + old.map { ($0.required.piece, "Celui que nous avons est trop ancien.") } + asked
    }

    // What to wait for

    private var waiting: HTML {
        let answers = dossiers.flatMap { file in
            file.echeances.filter { $0.kind == .answer && $0.status != .done }.map { (file, $0.window.due) }
        }
        guard !answers.isEmpty else { return .empty }
        return HTML.each(answers) { file, day in
            "<p>Une réponse de\u{A0}: <b>\(view.organisme(file.demarche))</b>, vers le \(day.fullWords).<br>Rien ne vient\u{A0}? Appelez-nous.</p>"
        }
    }

    private var call: HTML {
        let followers = dossiers.map { view.colleague($0.dossier.follower) }
        var names: [String] = []
        for name in followers.isEmpty ? [me.firstName] : followers where !names.contains(name) { names.append(name) }
        let phone: HTML = structure.phone.isEmpty ? .empty : "<br><b>\(structure.phone)</b>"
        return "<p>Demandez <b>\(Words.list(names, last: "ou"))</b>\(phone)</p>"
    }

    // What to print: on the screen only

    private var chooser: HTML {
        guard view.dossiers.count > 1 else { return .empty }
        let choices = view.dossiers.map { Choice($0.id.raw, view.title($0), help: Words.sentence($0.state.words)) }
        let boxes = Checkboxes(
            "dossier", "Les démarches à mettre sur la feuille", choices: choices,
            chosen: Set(dossiers.map(\.dossier.id.raw)), inColumns: false)
        return """
            <form class="papier-outils" method="get"\(action: Paths.roadSheet(view.id))>\(boxes.body)\
            \(Button("Refaire la feuille", .quiet).body)</form>
            """
    }
}
