import Domain
import Markup

/// What is known of a person, by block; what this reader does not get is said, and not shown.
struct KnownFacts {
    let view: UsagerView

    var body: HTML {
        "<div class=\"feuille\">\(HTML.each(view.blocks, block))\(unknown)\(elsewhere)</div>"
    }

    /// The blocks of which nothing is known, in one line.
    private var unknown: HTML {
        let empty = view.blocks.filter { known($0).isEmpty && !facts($0).isEmpty && !hasReserved($0) }.map {
            Words.continued($0.label)
        }
        guard !empty.isEmpty else { return .empty }
        let change: HTML = view.may(.edit) ? " <a\(href: Paths.editUsager(view.id))>Compléter la fiche</a>" : .empty
        return "<p class=\"aide\">Rien n’est noté pour\u{A0}: \(Words.list(empty)).\(change)</p>"
    }

    private func facts(_ block: FactBlock) -> [FactDefinition] {
        FactBlocks.facts(of: block, view.definitions, readable: view.readable)
    }

    private func hasReserved(_ block: FactBlock) -> Bool {
        FactBlocks.hasReserved(block, view.definitions, readable: view.readable)
    }

    private func known(_ block: FactBlock) -> [(FactDefinition, String)] {
        facts(block).compactMap { fact in view.usager.facts[fact.id].map { (fact, $0) } }
    }

    private func block(_ block: FactBlock) -> HTML {
        let known = known(block)
        let reserved: HTML =
            hasReserved(block)
            ? "<p>\(Tag(.neutral, "réservé").body) Une partie n’est pas ouverte à votre rôle.</p>" : .empty
        if known.isEmpty && reserved.isEmpty { return .empty }
        return
            "<h3>\(block.label)</h3>\(if: !known.isEmpty, Facts(known.map(pair)).body)\(reserved)\(if: block.id == nirBlock, coherence)"
    }

    private func pair(_ fact: FactDefinition, _ value: String) -> (label: String, value: HTML) {
        let label = Words.typographic(fact.label)
        let written = fact.type == .date ? Day(value)?.wordsWithYear : nil
        let shown = written ?? Words.typographic(ValueFormat.display(value, as: fact.type, options: fact.options))
        guard KnownFacts.isCopied(fact.type) else { return (label, HTML(text: shown)) }
        return (
            label, Copyable(ValueFormat.copyForm(value, as: fact.type), shown: shown, label: label.lowercased()).body
        )
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
            nir: nir, civilite: facts[FactID.title], birth: view.usager.birthDate,
            birthCountry: facts[FactID.birthCountry])
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
