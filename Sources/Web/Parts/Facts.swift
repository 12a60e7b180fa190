import Markup

/// Labels and values read side by side: what is known of a person, the particulars of a dossier.
///
///     Facts([("Organisme", "Caf de l’Ain"), ("Numéro", Copyable("1234567", label: "le numéro").body)]).body
struct Facts {
    let pairs: [(label: String, value: HTML)]

    init(_ pairs: [(label: String, value: HTML)]) { self.pairs = pairs }

    var body: HTML {
        "<dl class=\"faits\">\(HTML.each(pairs) { "<div><dt>\($0.label)</dt><dd>\($0.value)</dd></div>" })</dl>"
    }
}
