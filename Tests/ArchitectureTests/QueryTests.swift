import Store
import Testing

/// A statement of the Store as it stands in the code.
private struct Statement {
    let path: String
    let line: Int
    let text: String
    var place: String { "\(path):\(line)" }

    /// The tables that it reads or changes.
    var tables: Set<String> {
        Set(text.matches(of: /(?i)\b(?:FROM|JOIN|INTO|UPDATE)\s+([a-z_]+)/).map { String($0.1) })
    }

    static let all: [Statement] = Repository.scanned
        .filter { $0.file.target == "Store" && !$0.file.path.contains("/Migrations/") }
        .flatMap { file, swift in
            swift.literals.filter { $0.text.contains(/(?i)\b(SELECT|INSERT INTO|UPDATE|DELETE FROM)\b.*/) }
                .map { Statement(path: file.path, line: $0.line, text: $0.text) }
        }
}

@Suite struct `Queries` {
    /// Tables with something about a person helped, and that of those who follow them.
    static let personal = Set(Privacy.lines.filter { $0.content == .personal }.map(\.table)).union(["referents"])

    /// What is not scoped by structure, and why it may be so.
    static let unscoped: [(path: String, start: String, why: String)] = [
        (
            "Sources/Store/Accueil/Drafts.swift", "DELETE FROM drafts WHERE saved_at <",
            "the sweep of all structures reads nothing"
        )
    ]

    @Test func `on a personal table name the structure, each of them`() {
        let all = Statement.all
        #expect(all.count > 100)
        var excused: Set<String> = []
        for statement in all where !statement.tables.isDisjoint(with: Self.personal) {
            if statement.text.contains("structure_id") || statement.text.contains("Scope.sql(") { continue }
            let excuse = Self.unscoped.first { $0.path == statement.path && statement.text.hasPrefix($0.start) }
            #expect(excuse != nil, "\(statement.place): \(statement.text)")
            if let excuse { excused.insert(excuse.start) }
        }
        #expect(excused.count == Self.unscoped.count, "an excuse that is not needed any more")
    }

    @Test func `that change a personal table name the structure in what they change`() {
        for statement in Statement.all {
            guard let found = statement.text.firstMatch(of: /^\s*(UPDATE|DELETE FROM)\s+([a-z_]+)/),
                Self.personal.contains(String(found.2)),
                !Self.unscoped.contains(where: { statement.text.hasPrefix($0.start) })
            else { continue }
            let condition = statement.text.split(separator: "WHERE", maxSplits: 1).dropFirst().first ?? ""
            #expect(condition.contains("structure_id = "), "\(statement.place): \(statement.text)")
        }
    }

    /// A list by role goes through the scope that the access tests compare with the policy.
    @Test func `that list dossiers or people of a structure go through their scope or name one of them`() {
        for statement in Statement.all where statement.text.contains(/^\s*SELECT/) {
            for (table, scope) in [("dossiers", "DossierScope.sql("), ("usagers", "UsagerScope.sql(")] {
                guard statement.text.contains("FROM \(table)") else { continue }
                let isOne = statement.text.contains(/\b(id|usager_id|dossier_id) = \\\(/)
                let isInternal = Self.internalLists.contains {
                    statement.path.hasSuffix($0.path) && statement.text.contains($0.holds)
                }
                #expect(statement.text.contains(scope) || isOne || isInternal, "\(statement.place): \(statement.text)")
            }
        }
    }

    /// Lists that nobody is shown as they are.
    static let internalLists: [(path: String, holds: String, why: String)] = [
        ("SearchUsagers.swift", "ORDER BY u.updated_at, u.id", "fills the index in memory, whose searches are scoped"),
        ("SearchUsagers.swift", "AND u.id > ", "fills the index in memory, whose searches are scoped"),
        ("SaveUsager.swift", "MAX(updated_at)", "a moment, no person"),
    ]

    @Test func `bind their values: no text is put together into SQL`() {
        for (file, swift) in Repository.scanned
        where file.target == "Store" || file.target == "cordee" || file.target == "Web" {
            #expect(!swift.code.contains("SQL(stringLiteral"), "\(file.path)")
            #expect(!swift.code.contains(/\bunsafeSQL|\brawSQL/), "\(file.path)")
        }
        for (file, swift) in Repository.scanned where !["Store", "Database"].contains(file.target) {
            for literal in swift.literals
            where literal.text.contains(/^\s*(SELECT .* FROM|INSERT INTO|DELETE FROM|UPDATE \w+ SET)\s/) {
                Issue.record("SQL in \(file.path):\(literal.line)")
            }
        }
    }

    @Test func `are found by this reading of the code`() {
        let swift = SwiftText(
            #"""
            let a = "SELECT \(x("y")) FROM usagers" // "FROM comment"
            let b = """
                DELETE FROM drafts WHERE id = \(id)
                """
            """#)
        #expect(swift.literals.map(\.text).contains { $0.hasPrefix("SELECT") && $0.hasSuffix("FROM usagers") })
        #expect(swift.literals.contains { $0.text.contains("DELETE FROM drafts") && $0.line == 2 })
        #expect(!swift.code.contains("comment") && !swift.literals.contains { $0.text.contains("comment") })
    }
}
