import Markup

/// Whom one is working for and what comes next, in sight all along the page.
///
///     WhoBar(name: "Mme Diallo", path: path, next: "lundi 30 novembre", tag: Tag(.lost, "le RSA s’arrête le 5")).body
struct WhoBar {
    let name: String
    let path: Path
    /// The day of the next deadline in words; nil when there is none.
    let next: String?
    let tag: Tag?

    init(name: String, path: Path, next: String? = nil, tag: Tag? = nil) {
        self.name = name
        self.path = path
        self.next = next
        self.tag = tag
    }

    var body: HTML {
        let deadline: HTML =
            if let next {
                "<span class=\"qui-suite\">\(Icon.calendrier.drawing)<span class=\"qui-mot\">Prochaine échéance\u{A0}: </span><b>\(next)</b></span>"
            } else {
                "<span class=\"qui-suite\">Aucune échéance prévue</span>"
            }
        return """
            <section class="qui" aria-label="Personne accompagnée"><a class="qui-nom"\(href: path)>\
            \(Icon.compte.drawing)\(name)</a>\(deadline)\(tag?.body)</section>
            """
    }
}
