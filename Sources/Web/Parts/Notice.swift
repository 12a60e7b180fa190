import Markup

/// Something to read before going on: a title that says it, a text that explains, perhaps a link that acts.
///
///     Notice(.danger, "Ce qui ferait rejeter la demande", "<p>Le salaire d’août est le net à payer.</p>").body
struct Notice {
    enum Kind: CaseIterable {
        case information, warning, danger, success
    }

    let kind: Kind
    let title: String
    let content: HTML

    init(_ kind: Kind, _ title: String, _ content: HTML = .empty) {
        self.kind = kind
        self.title = title
        self.content = content
    }

    var body: HTML {
        """
        <div class="avis \(style)"><p class="avis-titre">\(icon.drawing)<strong>\(title)</strong></p>\(content)</div>
        """
    }

    private var style: HTML {
        switch kind {
        case .information: "avis-information"
        case .warning: "avis-attention"
        case .danger: "avis-danger"
        case .success: "avis-reussite"
        }
    }

    private var icon: Icon {
        switch kind {
        case .information: .information
        case .warning: .attention
        case .danger: .perdu
        case .success: .fait
        }
    }
}
