import Database
import Domain
import Testing
import World

@testable import Web

@Suite struct `Faults of the server` {
    /// Each breaks the base in another way.
    static let damages: [SQL] = [
        "DROP TABLE journal", "DROP TABLE journal_heads", "ALTER TABLE usagers RENAME COLUMN last_contact TO autre",
        "DROP TABLE referents", "DROP TABLE usager_facts", "DROP TABLE data_keys", "DROP TABLE echeances",
        "DROP TABLE activites",
        "UPDATE usager_facts SET facts = x'00'", "UPDATE data_keys SET wrapped = x'0102030405'",
    ]

    /// Words of the inside of the program: none may reach a reader.
    static let inside = [
        "SELECT", "INSERT", "sqlite", "SQLite", "no such", "table", "column", "Database", "Error", "Swift", ".swift",
        "/work/", "/tmp/",
        "/dev/shm", "journal_heads", "data_keys", "usager_facts", "SealError", "Optional(", "Fatal", "stack",
    ]

    @Test func `show a reference that finds the line of the log, and nothing of the inside`() async throws {
        var provoked = 0
        for damage in Self.damages {
            try await withSite { site in
                let browser = try await site.browser(Cast.ines)
                _ = try await site.engine.write { try $0.execute(damage) }
                let person = "/usagers/\(site.usager("diallo"))"
                for path in [
                    person, "\(person)/historique", "\(person)/echeances", "/dossiers/\(site.dossier("declaration"))",
                ] {
                    let answer = try await browser.get(path)
                    guard answer.status == 500 else { continue }
                    provoked += 1
                    try check(answer, site)
                }
            }
        }
        #expect(provoked >= 30)
    }

    private func check(_ answer: Answer, _ site: Site) throws {
        #expect(PageChecks.problems(answer) == [], "\(answer.asked)")
        #expect(answer.words.contains("Une erreur est survenue de notre côté"))
        for word in Self.inside { #expect(!answer.words.contains(word), "\(answer.asked) says \(word)") }
        let strong = try #require(answer.page.all("strong").first)
        let reference = answer.page.text(strong)
        #expect(reference.count == 8)
        let lines = site.log.lines.filter { $0.contains(reference) }
        #expect(lines.count == 1)
        for name in ["Diallo", "Fatou", "0639980112", "4471208"] { #expect(lines.first?.contains(name) == false) }
    }

    @Test func `when the journal cannot be written, the act is not done either`() async throws {
        try await withSite { site in
            let browser = try await site.browser(Cast.ines)
            let path = "/usagers/\(site.usager("diallo"))/modifier"
            let form = try await browser.get(path)
            try await site.engine.write {
                try $0.executeScript(
                    "CREATE TRIGGER ferme BEFORE INSERT ON journal BEGIN SELECT RAISE(ABORT, 'ferme'); END")
            }
            let before = try await site.rowsByTable()
            #expect(try await browser.fill(on: form, action: path, [("telephone", "06 39 98 01 99")]).status >= 500)
            #expect(try await browser.get("/usagers/\(site.usager("diallo"))").status >= 500)
            #expect(try await site.rowsByTable() == before)
            try await site.engine.write { try $0.executeScript("DROP TRIGGER ferme") }
            #expect(!(try await browser.get(path)).text.contains("06 39 98 01 99"))
        }
    }

    @Test func `a full disk refuses writes with a page, still reads, and recovers`() async throws {
        try await withSite { site in
            let browser = try await site.browser(Cast.ines)
            try await site.engine.limitPages(try await site.count("SELECT page_count AS n FROM pragma_page_count"))
            let words = String(repeating: "une longue note ", count: 4000)
            let path = "/brouillons?formulaire=/usagers/nouveau"
            let refused = try await browser.post(path, [("note", words)])
            #expect(refused.status == 507)
            #expect(refused.words.contains("plus de place"))
            #expect(PageChecks.problems(refused) == [])
            #expect(try await browser.get("/aujourdhui").status == 200)
            try await site.engine.limitPages(1 << 20)
            #expect(try await browser.post(path, [("note", words)]).status == 204)
        }
    }
}

extension SQLiteEngine {
    /// Holds the base to a number of pages: the disk is full beyond.
    fileprivate func limitPages(_ count: Int) async throws {
        try await write { try $0.executeScript("PRAGMA max_page_count = \(count)") }
    }
}
