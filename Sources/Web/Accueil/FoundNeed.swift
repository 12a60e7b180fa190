import Domain
import Markup

/// A procedure that may answer, as one line of the list: what it is, why it was found, how pressing it is.
struct FoundNeed: Sendable {
    let id: String
    let title: String
    /// Why it was found; its purpose when it was not found by words.
    let why: String
    let tag: Tag?
    let isGuide: Bool

    init(_ demarche: Demarche, because: NeedSearch.Because? = nil) {
        id = demarche.id
        title = demarche.title
        why = Words.typographic(because.map(reasonSentence) ?? demarche.purpose)
        tag = demarche.urgency.degree.tag
        isGuide = demarche.level == .guide
    }

    var tags: HTML {
        "\(tag?.body)\(if: tag != nil && isGuide, " ")\(if: isGuide, Tag(.neutral, "guide seulement").body)"
    }
}

extension Urgency.Degree {
    var tag: Tag? {
        switch self {
        case .immediate: Tag(.lost, "à faire tout de suite")
        case .soon: Tag(.watch, "à faire vite")
        case .normal: nil
        }
    }
}

/// The procedures found, one to choose.
struct NeedChoice {
    let found: [FoundNeed]
    let chosen: String
    let error: String?

    /// The right one is nearly always among the first: the others wait folded.
    private static let inSight = 3

    var body: HTML {
        let field = Field(name: "demarche", label: "Quelle démarche ?", error: error)
        let lines = found.enumerated().map { index, need in line(field, index, need) }
        let others = lines.dropFirst(NeedChoice.inSight)
        let folded: HTML =
            others.isEmpty
            ? .empty
            : Details(
                Words.count(others.count, "autre démarche possible", "autres démarches possibles"),
                isOpen: found.dropFirst(NeedChoice.inSight).contains { $0.id == chosen },
                "<div class=\"choix\">\(HTML.join(Array(others)))</div>"
            ).body
        return field.around(choices: HTML.join(Array(lines.prefix(NeedChoice.inSight))) + folded)
    }

    private func line(_ field: Field, _ index: Int, _ need: FoundNeed) -> HTML {
        let id = index == 0 ? field.id : "\(field.id)-\(index + 1)"
        return """
            <div class="case case-titre"><input type="radio" name="demarche"\(attribute: "id", id)\(attribute: "value", need.id)\
            \(attribute: "aria-describedby", "\(id)-note")\(if: need.id == chosen, " checked")>\
            <label\(attribute: "for", id)>\(need.title)</label>\
            <span class="case-aide"\(attribute: "id", "\(id)-note")>\(need.why)\(if: !need.tags.isEmpty, "<span class=\"case-etats\">\(need.tags)</span>")</span></div>
            """
    }
}

/// Procedures to take by one press: those asked for most, or all of a category.
struct NeedShortcuts {
    let needs: [FoundNeed]

    var body: HTML {
        let items = HTML.each(needs) { need in
            """
            <li><span class="rang-texte"><button type="submit" class="lien rang-titre" name="choix"\
            \(attribute: "value", need.id)>\(need.title)</button></span>\(need.tags)</li>
            """
        }
        return "<ul class=\"rangs\">\(items)</ul>"
    }
}

/// Every procedure, folded by category.
struct AllNeeds {
    let categories: [(label: String, needs: [FoundNeed])]

    init(_ definitions: Definitions) {
        categories = definitions.categories.map { category in
            (category.label, definitions.demarches.filter { $0.category == category.code }.map { FoundNeed($0) })
        }.filter { !$0.needs.isEmpty }
    }

    var body: HTML {
        HTML.each(categories) { Details("\($0.label) (\($0.needs.count))", NeedShortcuts(needs: $0.needs).body).body }
    }

    /// One procedure of each category, written in full and the most pressing first: what is offered before any word.
    static func common(_ definitions: Definitions) -> [FoundNeed] {
        definitions.categories.compactMap { category in
            definitions.demarches.filter { $0.category == category.code && $0.level == .full }
                .max { $0.urgency.degree < $1.urgency.degree }
        }.map { FoundNeed($0) }
    }
}
