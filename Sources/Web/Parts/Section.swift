import Markup

/// A part of a page under its own heading.
///
///     Section("Ce qu’il faut avoir sous la main", id: "pieces", rows.body).body
struct Section {
    let title: String
    let id: String?
    /// On a sheet of its own, when the content is not already a list or a table.
    let onSheet: Bool
    let content: HTML

    init(_ title: String, id: String? = nil, onSheet: Bool = false, _ content: HTML) {
        self.title = title
        self.id = id
        self.onSheet = onSheet
        self.content = content
    }

    var body: HTML {
        let inside: HTML = onSheet ? "<div class=\"feuille\">\(content)</div>" : content
        return "<section\(attribute: "id", id)><h2>\(title)</h2>\(inside)</section>"
    }
}

/// The title of a page and the sentence under it that says what it is for.
struct Heading {
    let title: String
    let lead: String?

    init(_ title: String, lead: String? = nil) {
        self.title = title
        self.lead = lead
    }

    var body: HTML { "<h1>\(title)</h1>\(lead.map { "<p class=\"chapeau\">\($0)</p>" } as HTML?)" }
}

/// What is read on demand: closed at first, opened without script.
struct Details {
    let summary: String
    let content: HTML
    let isOpen: Bool

    init(_ summary: String, isOpen: Bool = false, _ content: HTML) {
        self.summary = summary
        self.isOpen = isOpen
        self.content = content
    }

    var body: HTML {
        """
        <details class="depli"\(if: isOpen, " open")><summary>\(summary)</summary><div class="depli-corps">\(content)</div></details>
        """
    }
}
