import Domain
import Markup

/// A sentence of the catalogue; what may have changed says "à vérifier".
struct StatementText {
    let statement: Statement

    init(_ statement: Statement) { self.statement = statement }

    var body: HTML {
        "\(statement.text)\(if: statement.isDoubtful, " \(Tag(.watch, "à vérifier").body)")"
    }
}

/// Sentences of the catalogue, one per line.
struct StatementList {
    let statements: [Statement]

    init(_ statements: [Statement]) { self.statements = statements }

    var body: HTML { "<ul>\(HTML.each(statements) { "<li>\(StatementText($0).body)</li>" })</ul>" }
}

/// The pages and documents that the sentences rest on.
struct SourceList {
    let sources: [Source]
    let checkedOn: Day

    var body: HTML {
        let lines = HTML.each(sources, SourceList.line)
        return Details(
            "Les sources, et quand nous les avons lues",
            "<p>Relu le \(checkedOn.wordsWithYear). Ce qui peut avoir changé porte la mention « à vérifier ».</p><ul>\(lines)</ul>"
        ).body
    }

    /// One source: its title, its address when it may be followed, the date that its page shows.
    static func line(_ source: Source) -> HTML {
        let title: HTML =
            CheckedAddress(source.address).map { OutsideLink(source.title, to: $0).body } ?? HTML(text: source.title)
        return "<li>\(title) <small>(\(Day(source.date)?.wordsWithYear ?? source.date))</small></li>"
    }
}
