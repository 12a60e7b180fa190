import Markup

/// A page or a list that holds nothing yet: what would stand here and how to put the first one.
///
///     EmptyState("Aucune personne pour l’instant", "Une fiche commence par un prénom.", action: button).body
struct EmptyState {
    let title: String
    let text: String
    let action: HTML

    init(_ title: String, _ text: String, action: HTML = .empty) {
        self.title = title
        self.text = text
        self.action = action
    }

    var body: HTML {
        """
        <div class="vide">\(Logo.drawing)<p class="vide-titre">\(title)</p><p>\(text)</p>\(action)</div>
        """
    }
}
