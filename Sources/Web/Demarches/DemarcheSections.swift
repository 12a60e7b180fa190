import Domain
import Markup

/// Everything that a definition says, cut into titled parts: for the page of the guide and for paper.
struct DemarcheSections {
    struct Part {
        let id: String
        let title: String
        let content: HTML
    }

    let demarche: Demarche
    let definitions: Definitions
    let today: Day

    /// For the screen, in the order in which one works. Parts that say nothing are left out.
    var all: [Part] {
        [before + [papers, steps, screens, failures], after, [alternatives, worker, amounts, related]].flatMap { $0 }
            .filter { !$0.content.isEmpty }
    }

    /// For paper: what is read beside the person.
    var paper: [Part] {
        [atHand, paperChecklist, paperSteps, deadlines, refusal, alternatives].filter { !$0.content.isEmpty }
    }

    private var before: [Part] {
        [
            Part(id: "pour-qui", title: "Qui peut la faire", content: DemarcheSections.statements(demarche.audience)),
            Part(id: "conditions", title: "À quelles conditions", content: DemarcheSections.statements(demarche.rules)),
            atHand,
            Part(id: "connexion", title: "Pour se connecter", content: identification),
            Part(
                id: "seul", title: "Ce que la personne peut faire seule",
                content: DemarcheSections.statements(demarche.alone)),
        ]
    }

    private var atHand: Part {
        Part(
            id: "sous-la-main", title: "À avoir sous la main",
            content: DemarcheSections.statements(demarche.prerequisites))
    }

    private var after: [Part] {
        [
            deadlines,
            Part(
                id: "delais", title: "Combien de temps faut-il",
                content: DemarcheSections.statements(demarche.processing.map(\.text))),
            silence, refusal,
        ]
    }

    private var identification: HTML {
        DemarcheSections.list(demarche.identification) { "<b>\($0.means)</b>\u{A0}: \(StatementText($0.detail).body)" }
    }

    private var papers: Part {
        let content = DemarcheSections.list(demarche.pieces) { required in
            let piece = definitions.piece(required.piece)
            let age: HTML? = required.maximumAge.map { "<br><small>De moins de \($0.words).</small>" }
            let help: HTML? = piece.map { "<br><small>\($0.help)</small>" }
            return """
                <b>\(piece?.label ?? required.piece)</b>\(if: !required.precision.isEmpty, " (\(required.precision))")\
                \(if: !required.required, " <small>si possible</small>")<br>\(StatementText(required.when).body)\(age)\(help)
                """
        }
        return Part(id: "papiers", title: "Les papiers", content: content)
    }

    private var paperChecklist: Part {
        let items = demarche.pieces.map { required -> (title: String, detail: String?) in
            (definitions.piece(required.piece)?.label ?? required.piece, required.when.text)
        }
        return Part(id: "papiers", title: "Les papiers", content: items.isEmpty ? .empty : PaperChecklist(items).body)
    }

    private var steps: Part {
        let organisme = definitions.organisme(demarche.organisme)?.shortName ?? "l’organisme"
        let steps = demarche.steps.map { step in
            Steps.Step(
                step.text.text, who: step.actor == .organisme ? organisme : step.actor.words,
                content: step.text.isDoubtful ? Tag(.watch, "à vérifier").body : .empty)
        }
        return Part(
            id: "etapes", title: "Les étapes, et qui fait quoi", content: steps.isEmpty ? .empty : Steps(steps).body)
    }

    private var paperSteps: Part {
        let lines = HTML.each(demarche.steps) {
            "<li>\(StatementText($0.text).body) <small>(\($0.actor.words))</small></li>"
        }
        return Part(id: "etapes", title: "Les étapes", content: lines.isEmpty ? .empty : "<ol>\(lines)</ol>")
    }

    private var screens: Part {
        let folds = HTML.each(demarche.screens) { screen in
            let note: HTML? = screen.note.map { "<p>\(StatementText($0).body)</p>" }
            let fields = DemarcheSections.list(screen.fields) { field in
                let label = field.label.replacing("{mois}", with: "(mois demandé)")
                return
                    "\(label)\(if: field.requirement == .never, " <small>(facultatif)</small>")\(if: !field.help.isEmpty, "<br><small>\(field.help)</small>")"
            }
            return Details(screen.title, "\(note)\(fields)").body
        }
        return Part(id: "ecrans", title: "Ce que le site demande, écran par écran", content: folds)
    }

    private var failures: Part {
        Part(id: "echecs", title: "Ce qui fait souvent échouer", content: FailureList(demarche.failures).body)
    }

    private var deadlines: Part {
        let content = DemarcheSections.list(demarche.deadlines) { deadline in
            let next = deadline.calculation?.occurrences(anchors: { _ in nil }, from: today, count: 1).first
            let day: HTML? = next.map { "<br>Prochaine date\u{A0}: <b>\($0.due.words(today: today))</b>." }
            let loss: HTML? = deadline.loss.map { "<br><small>Sinon\u{A0}: \($0)</small>" }
            return "<b>\(deadline.label)</b>\u{A0}: \(StatementText(deadline.rule).body)\(day)\(loss)"
        }
        return Part(id: "echeances", title: "Les dates à ne pas manquer", content: content)
    }

    private var silence: Part {
        let content = DemarcheSections.list(demarche.silence) { silence in
            let after: HTML? = silence.after.map { " <small>(après \($0.words))</small>" }
            return "\(StatementText(silence.text).body)\(after)<br><small>\(silence.meaning.sentence)</small>"
        }
        return Part(id: "silence", title: "Si personne ne répond", content: content)
    }

    private var refusal: Part {
        let content = DemarcheSections.list(demarche.appeals) {
            "<b>\($0.level)</b>\u{A0}: \(StatementText($0.way).body)<br><small>Délai\u{A0}: \($0.limit).</small>"
        }
        return Part(id: "recours", title: "Si la réponse est non", content: content)
    }

    private var alternatives: Part {
        let other = demarche.alternatives
        let phones = HTML.each(other.phones) { phone in
            let number: HTML =
                CheckedAddress(phone: phone.number).map { "<a\(href: $0)>\(phone.number)</a>" }
                ?? HTML(text: phone.number)
            return "<li>\(Icon.telephone.drawing) <b>\(number)</b>\u{A0}: \(StatementText(phone.service).body)</li>"
        }
        let forms = HTML.each(other.forms) {
            "<li>\(Icon.piece.drawing) Formulaire <b>\($0.number)</b>\u{A0}: \(StatementText($0.title).body)</li>"
        }
        let counters = HTML.each(other.counters) { "<li>\(Icon.lieu.drawing) \(StatementText($0).body)</li>" }
        let letters = HTML.each(other.letters) { "<li>\(Icon.courrier.drawing) \(StatementText($0).body)</li>" }
        let lines = HTML.join([phones, counters, letters, forms])
        return Part(
            id: "autrement", title: "Autrement que sur internet", content: lines.isEmpty ? .empty : "<ul>\(lines)</ul>")
    }

    private var worker: Part {
        let part = { (title: String, statements: [Statement]) -> HTML in
            statements.isEmpty ? .empty : "<h3>\(title)</h3>\(DemarcheSections.statements(statements))"
        }
        let rule: HTML =
            demarche.standIn.reason.isEmpty
            ? .empty : "<p><b>\(demarche.standIn.rule.guideWords)</b> \(demarche.standIn.reason)</p>"
        let rules = demarche.worker
        return Part(
            id: "professionnel", title: "Ce que vous pouvez faire, et ne pas faire",
            content:
                "\(rule)\(part("Vous pouvez", rules.may))\(part("Vous ne devez pas", rules.mayNot))\(part("Votre accès professionnel", rules.access))"
        )
    }

    private var amounts: Part {
        let pairs = demarche.amounts.map { amount -> (label: String, value: HTML) in
            (amount.label, "\(StatementText(amount.value).body)<br><small>\(amount.effective)</small>")
        }
        return Part(id: "montants", title: "Les montants", content: pairs.isEmpty ? .empty : Facts(pairs).body)
    }

    private var related: Part {
        let links = DemarcheSections.list(demarche.related.compactMap(definitions.demarche)) {
            "<a\(href: Paths.demarche($0.id))>\($0.title)</a>"
        }
        return Part(id: "liees", title: "Voir aussi", content: links)
    }

    static func statements(_ statements: [Statement]) -> HTML { list(statements) { StatementText($0).body } }

    /// A list, or nothing when there is nothing to list.
    static func list<Item>(_ items: [Item], _ line: (Item) -> HTML) -> HTML {
        items.isEmpty ? .empty : "<ul>\(HTML.each(items) { "<li>\(line($0))</li>" })</ul>"
    }
}

extension StandIn.Rule {
    /// Whether one may stand in, as a line of the guide.
    var guideWords: String {
        switch self {
        case .mandate: "À la place de la personne : seulement avec un mandat écrit."
        case .free: "À la place de la personne : possible sans mandat."
        case .forbidden: "À la place de la personne : jamais."
        }
    }
}
