import Domain
import Markup
import Store

/// Files that may be of the same person: a name and a year, nothing that would tell somebody's phone or address.
struct SimilarPeople {
    struct Line {
        let name: String
        let year: String?
        let path: Path

        init(_ hit: UsagerHit) {
            name = hit.name.fullWords
            year = hit.birth.map { "Naissance en \($0.year)" }
            path = Paths.usager(hit.id)
        }
    }

    let lines: [Line]

    init(_ hits: [UsagerHit]) { lines = hits.map(Line.init) }

    var body: HTML {
        guard !lines.isEmpty else { return .empty }
        let items = HTML.each(lines) { line in
            "<li><a\(href: line.path)>\(line.name)</a>\(line.year.map { " <small>\($0)</small>" } as HTML?)</li>"
        }
        return Notice(.warning, "Est-ce l’une de ces personnes\u{A0}?", "<ul>\(items)</ul>").body
    }
}
