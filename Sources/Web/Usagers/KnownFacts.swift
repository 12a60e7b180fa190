import Domain
import Markup

/// What is known of a person, by block; what this reader does not get is said, and not shown.
struct KnownFacts {
    let view: UsagerView

    var body: HTML {
        let blocks = HTML.each(view.blocks, block)
        return "<div class=\"feuille\">\(blocks)\(elsewhere)</div>"
    }

    private func block(_ block: FactBlock) -> HTML {
        let facts = FactBlocks.facts(of: block, view.definitions, readable: view.readable)
        let known = facts.compactMap { fact in view.usager.facts[fact.id].map { (fact, $0) } }
        let reserved: HTML =
            FactBlocks.hasReserved(block, view.definitions, readable: view.readable)
            ? "<p>\(Tag(.neutral, "réservé").body) Une partie n’est pas ouverte à votre rôle.</p>" : .empty
        let content: HTML = known.isEmpty ? "<p class=\"aide\">Rien n’est noté.</p>" : Facts(known.map(pair)).body
        if facts.isEmpty && reserved.isEmpty { return .empty }
        return "<h3>\(block.label)</h3>\(if: !facts.isEmpty, content)\(reserved)\(if: block.id == nirBlock, coherence)"
    }

    private func pair(_ fact: FactDefinition, _ value: String) -> (label: String, value: HTML) {
        let label = Words.typographic(fact.label)
        let shown = Words.typographic(ValueFormat.display(value, as: fact.type, options: fact.options))
        guard KnownFacts.isCopied(fact.type) else { return (label, HTML(text: shown)) }
        return (label, Copyable(ValueFormat.copyForm(value, as: fact.type), shown: shown, label: label.lowercased()).body)
    }

    /// Numbers and addresses that one types elsewhere.
    private static func isCopied(_ type: ValueType) -> Bool {
        switch type {
        case .nir, .iban, .siret, .taxNumber, .electricityPoint, .gasPoint, .cafNumber, .franceTravailNumber,
            .foreignerNumber, .housingNumber, .reference, .phone, .mobile, .email:
            true
        default: false
        }
    }

    private var nirBlock: String? { view.definitions.fact(FactID.nir)?.block }

    private var coherence: HTML {
        let facts = view.usager.facts
        guard let nir = facts[FactID.nir] else { return .empty }
        let problems = NIRCoherence.problems(
            nir: nir, civilite: facts[FactID.title], birth: view.usager.birthDate, birthCountry: facts[FactID.birthCountry])
        guard !problems.isEmpty else { return .empty }
        return Notice(.warning, "À vérifier sur la carte Vitale", HTML.each(problems) { "<p>\($0.sentence)</p>" }).body
    }

    /// Facts written in a procedure whose block the structure does not show: they exist, the reader may look.
    private var elsewhere: HTML {
        let shown = Set(view.blocks.map(\.id))
        let hidden = view.definitions.facts.compactMap { fact in
            shown.contains(fact.block) ? nil : view.usager.facts[fact.id].map { (fact, $0) }
        }
        guard !hidden.isEmpty else { return .empty }
        return Details("Écrit dans une démarche (\(hidden.count))", Facts(hidden.map(pair)).body).body
    }
}
