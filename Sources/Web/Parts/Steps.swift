import Markup

/// What to do, in order, with who does it.
///
///     Steps([.init("Ouvrir « Mon compte »", who: "avec Mme Diallo", content: "<p>…</p>")]).body
struct Steps {
    struct Step {
        let title: String
        let who: String?
        let content: HTML

        init(_ title: String, who: String? = nil, content: HTML = .empty) {
            self.title = title
            self.who = who
            self.content = content
        }
    }

    let steps: [Step]

    init(_ steps: [Step]) { self.steps = steps }

    var body: HTML {
        let items = HTML.each(steps) { step in
            let who: HTML? = step.who.map { "<span class=\"etape-qui\">\($0)</span>" }
            return "<li><span class=\"etape-titre\">\(step.title)</span>\(who)\(step.content)</li>"
        }
        return "<ol class=\"etapes\">\(items)</ol>"
    }
}
