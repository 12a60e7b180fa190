import Markup

/// A value to copy elsewhere, with its button (which only shows when the browser can copy).
///
///     Copyable("1 184,50", shown: "1 184,50 €", label: "le salaire de septembre").body
struct Copyable {
    /// What goes to the clipboard.
    let value: String
    /// What is read on the page; the value itself when nil.
    let shown: String?
    /// What the value is, with its article: the button says "Copier le salaire de septembre" to a screen reader.
    let label: String

    init(_ value: String, shown: String? = nil, label: String) {
        self.value = value
        self.shown = shown
        self.label = label
    }

    var body: HTML {
        """
        <span class="valeur"><span class="valeur-texte">\(shown ?? value)</span>\
        <button type="button" class="copier" hidden\(attribute: "data-copier", value)>\(Icon.copier.drawing)\
        <span data-mot>Copier</span><span class="hors-vue"> \(label)</span></button></span>
        """
    }
}
