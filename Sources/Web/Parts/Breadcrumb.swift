import Markup

/// The way back up, in words; the page itself is not in it, its title says it.
///
///     Breadcrumb([("Personnes", Paths.usagers), ("Mme Diallo", path)]).body
struct Breadcrumb {
    let steps: [(title: String, path: Path)]

    init(_ steps: [(title: String, path: Path)]) { self.steps = steps }

    var body: HTML {
        """
        <nav class="fil" aria-label="Chemin"><ol>\(HTML.each(steps) { "<li><a\(href: $0.path)>\($0.title)</a></li>" })</ol></nav>
        """
    }
}
