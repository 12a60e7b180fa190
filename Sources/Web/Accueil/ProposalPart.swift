import Domain
import Markup

/// The way proposed, why, what to take care of; another way can be chosen, saying why.
struct ProposalPart {
    let form: ReceptionForm
    let demarche: Demarche
    let proposal: Proposal
    let errors: [FieldError]

    private var chosen: Way { form.chosenWay(proposal) }

    var body: HTML {
        """
        <div data-partie="facon"><section class="feuille" id="proposition"\(attribute: "data-annonce", title)><h2>\(title)</h2>\
        <p><strong>\(demarche.title)</strong> \(FoundNeed(demarche).tags)</p><p>\(proposal.way.explanation)</p>\
        <h3>Pourquoi</h3>\(list(proposal.reasons.map(\.sentence)))\(advice)\(others)</section></div>
        """
    }

    private var title: String { "Proposition\u{A0}: \(proposal.way.label.lowercased())" }

    private var advice: HTML {
        guard !proposal.advice.isEmpty else { return .empty }
        return "<h3>À ne pas oublier</h3>\(list(proposal.advice.map(\.sentence)))"
    }

    private func list(_ lines: [String]) -> HTML { "<ul>\(HTML.each(lines) { "<li>\($0)</li>" })</ul>" }

    private var others: HTML {
        let choices = ([proposal.way] + proposal.others).map { way in
            Choice(way.rawValue, way == proposal.way ? "\(way.label) (proposé)" : way.label, help: way.explanation)
        }
        let error = { (name: String) in errors.first { $0.field == name }?.message }
        return """
            \(Hidden("proposee", proposal.way.rawValue).body)\
            \(Details("Faire autrement", isOpen: chosen != proposal.way || error("facon") != nil, """
                \(RadioGroup("facon", "Façon de faire", choices: choices, chosen: chosen.rawValue, error: error("facon")).body)\
                \(TextArea("pourquoi", "Pourquoi autrement ?", value: form.why, help: "Seulement si vous ne suivez pas la proposition. Quelques mots suffisent.", error: error("pourquoi"), optional: true, rows: 2).body)
                """).body)
            """
    }
}
