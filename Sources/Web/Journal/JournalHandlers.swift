import Domain
import Hummingbird
import Markup
import Store

/// The journal, for a responsable: of the whole structure, or of one person's file.
struct JournalHandlers {
    let app: App

    /// Lines of one page: it stays under 60 KB, and one screen is what a person reads at once.
    private static let shown = 50

    @Sendable func structure(_ request: Request, _ context: ResponsableContext) async throws -> Response {
        .html(try await page(request, context, usager: nil).body)
    }

    @Sendable func usager(_ request: Request, _ context: ResponsableContext) async throws -> Response {
        .html(try await page(request, context, usager: ID(context.coreContext.parameters.get("id") ?? "")).body)
    }

    private func page(_ request: Request, _ context: ResponsableContext, usager: ID<Usager>?) async throws
        -> JournalPage
    {
        let access = context.access
        let before = Int64(request.query["avant"])
        // One more than shown tells whether older ones exist.
        let found = try await app.store.journalLines(access, usager: usager, before: before, limit: Self.shown + 1)
        let lines = found.prefix(Self.shown)
        let names = try await app.store.names(
            access, Set(lines.compactMap(\.entry.usager)).union(usager.map { [$0] } ?? []))
        if let usager, names[usager] == nil { throw StoreError.notFound }
        let team = try await app.store.team(access)
        return JournalPage(
            viewer: context.viewer, usager: usager.map { ($0, names[$0]?.words ?? "") },
            lines: lines.map { line in
                JournalPage.Line(
                    at: "\(Words.sentence(line.at.day.words(today: access.today))), \(DateWords.hour(line.at))",
                    who: line.aidant.map { id in team.first { $0.id == id }?.fullName ?? "Un ancien collègue" } ?? "—",
                    entry: line.entry, person: line.entry.usager.flatMap { id in names[id].map { (id, $0.words) } })
            }, older: found.count > Self.shown ? lines.last?.sequence : nil, isFirst: before == nil)
    }
}

/// Who opened or changed what, and when; newest first.
struct JournalPage {
    struct Line {
        let at: String
        let who: String
        let entry: JournalEntry
        let person: (id: ID<Usager>, name: String)?
    }

    let viewer: Viewer
    /// The person whose file it is about; nil for the whole structure.
    let usager: (id: ID<Usager>, name: String)?
    let lines: [Line]
    /// The line after which the next page goes on; nil when no older line exists.
    let older: Int64?
    let isFirst: Bool

    var body: HTML {
        Layout(
            title: usager == nil ? "Le journal" : "Qui a ouvert cette fiche", viewer: viewer,
            current: usager == nil ? .structure : .personnes, breadcrumb: breadcrumb,
            content: """
                \(Heading(usager == nil ? "Le journal" : "Qui a ouvert cette fiche", lead: "Chaque lecture et chaque changement y est, sans le contenu. Personne ne peut l’effacer. Votre lecture y est notée aussi.").body)\
                \(table)\(pages)
                """
        ).body
    }

    private var pages: HTML {
        let path = usager.map { Paths.usagerJournal($0.id) } ?? Paths.journal
        let links: [HTML] =
            (isFirst ? [] : [LinkButton("Les lignes les plus récentes", to: path, .quiet).body])
            + (older.map {
                [LinkButton("Les lignes plus anciennes", to: path.query(["avant": String($0)]), .quiet).body]
            } ?? [])
        return links.isEmpty ? .empty : Actions(HTML.join(links)).body
    }

    private var breadcrumb: Breadcrumb {
        guard let usager else { return Breadcrumb([("Structure", Paths.structure)]) }
        return Breadcrumb([("Personnes", Paths.usagers), (usager.name, Paths.usager(usager.id))])
    }

    private var table: HTML {
        let columns = usager == nil ? ["Quand", "Qui", "Quoi", "Fiche"] : ["Quand", "Qui", "Quoi"]
        return Table(caption: Words.count(lines.count, "ligne", "lignes"), columns: columns, rows: lines.map(row)).body
    }

    private func row(_ line: Line) -> Table.Row {
        let detail: HTML? = line.entry.detailWords.map { "<br><small>\($0)</small>" }
        var cells: [HTML] = [
            HTML(text: line.at), HTML(text: line.who),
            "\(line.entry.action.isReading ? Icon.information.drawing : Icon.modifier.drawing) \(Words.sentence(line.entry.action.words))\(detail)",
        ]
        if usager == nil {
            cells.append(
                line.person.map { person in "<a\(href: Paths.usager(person.id))>\(person.name)</a>" } ?? .empty)
        }
        return Table.Row(cells)
    }
}
