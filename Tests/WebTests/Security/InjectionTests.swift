import Database
import Domain
import Store
import Testing
import World

@testable import Web

@Suite struct `Hostile texts` {
    /// Two hundred pieces of SQL, closed and commented in every way.
    static let sql: [String] = {
        let closings = ["'", "\"", "')", "\")", "'))", "`", "]", "\\'", "%'", "1"]
        let acts = [
            " OR 1=1", " OR 'a'='a", " UNION SELECT * FROM aidants", " UNION ALL SELECT NULL,NULL,NULL",
            "; DROP TABLE usagers",
            "; DELETE FROM journal", "; UPDATE aidants SET role='responsable'", " AND SLEEP(5)",
            " AND randomblob(1000000000)",
            " ORDER BY 99",
        ]
        return closings.flatMap { closing in acts.flatMap { act in ["", "--"].map { closing + act + $0 } } }
    }()

    @Test func `SQL in an address finds nothing and breaks nothing`() async throws {
        try await withSite { site in
            let browser = try await site.browser(Cast.sophie)
            let rows = try await site.workRows()
            for text in Self.sql {
                let encoded = FormText.escape(text).replacing("+", with: "%20")
                for path in [
                    "/usagers/\(encoded)", "/dossiers/\(encoded)/fiche", "/echeances/\(encoded)",
                    "/usagers/\(encoded)/journal",
                ] {
                    #expect(try await browser.get(path).status == 404, "\(path)")
                }
                for path in ["/usagers?page=\(encoded)", "/aujourdhui?vue=\(encoded)", "/connexion?retour=\(encoded)"] {
                    #expect([200, 303].contains(try await browser.get(path).status), "\(path)")
                }
            }
            #expect(try await site.workRows() == rows)
        }
    }

    @Test func `SQL in a form is a text like another`() async throws {
        try await withSite { site in
            let browser = try await site.browser(Cast.ines)
            let none = try await browser.post("/usagers/chercher", [("q", "Introuvable-Absolument")])
            for text in Self.sql {
                let answer = try await browser.post("/usagers/chercher", [("q", text)])
                #expect(answer.status == none.status, "\(text)")
                #expect(!answer.words.contains("Diallo"), "\(text)")
            }
            #expect(try await site.count("SELECT COUNT(*) AS n FROM usagers") == 9)
        }
    }

    @Test func `SQL in every field of every form gives no fault`() async throws {
        try await withSite { site in
            let things = try await Things(site, for: Cast.sophie)
            let browser = try await site.browser(Cast.sophie)
            let names = [
                "nom", "prenom", "email", "role", "action", "version", "cle", "du", "au", "q", "besoin", "demarche",
                "facon", "minutes", "vers", "usager_version", "retour", "formulaire", "statut",
            ]
            for (number, route) in site.declared.filter({
                $0.method == "POST" && !["/deconnexion", "/verrouiller"].contains($0.path)
            }).enumerated() {
                for text in Self.sql.enumerated().filter({ $0.offset % 10 == number % 10 }).map(\.element) {
                    let answer = try await browser.post(
                        route.address(.colleague, in: site, things), names.map { ($0, text) })
                    #expect(answer.status < 500, "\(route.path): \(text): \(answer.status)")
                }
            }
            #expect(site.log.lines.filter { $0.contains("fault") } == [])
        }
    }

    /// Texts that would run, open or close something if they were not escaped. « mal » marks what must never be an element
    /// or an attribute.
    static let markup: [String] = {
        let cores = [
            "<mal>", "<mal onmal=1>", "</title><mal>", "</textarea><mal>", "</script><mal>", "</style><mal>",
            "</option><mal>",
            "<!--<mal>", "--><mal>", "<![CDATA[<mal>", "<svg><mal>", "<math><mal>", "<img src=x onmal=1>",
            "<script>mal()</script>",
            "\" onmal=\"1", "' onmal='1", "` onmal=`1", " onmal=1 ", "\"><mal x=\"", "'><mal x='", "><mal",
            "<mal\u{0301}>",
            "\"\u{0301}><mal>", "&lt;mal&gt;", "&#60;mal&#62;", "javascript:mal()", "<\u{200B}mal>", "\u{202E}<mal>",
            "<mal/>", "<<mal>>",
        ]
        let frames: [@Sendable (String) -> String] = [
            { $0 }, { "a\($0)" }, { "\($0)b" }, { "\"\($0)\"" }, { "'\($0)'" }, { "\n\($0)\n" }, { "\($0)\u{0301}" },
            { "é\($0)é" },
            { $0.uppercased() }, { "\($0)\($0)" },
        ]
        return cores.flatMap { core in frames.map { $0(core) } }
    }()

    @Test func `markup in every fact of a person stays text on every page`() async throws {
        #expect(Self.markup.count == 300)
        let facts = Site.definitions.facts.map(\.id)
        try await withSite { site in
            let browser = try await site.browser(Cast.ines)
            let demarches = try ["caf-declaration-trimestrielle", "rsa-demande"].map {
                try #require(Site.definitions.demarche($0))
            }
            let batches = stride(from: 0, to: Self.markup.count, by: facts.count).map {
                Array(Self.markup[$0..<min($0 + facts.count, Self.markup.count)])
            }
            for (number, texts) in batches.enumerated() {
                let values = Dictionary(uniqueKeysWithValues: zip(facts, texts + Self.markup.shuffled())).mapValues {
                    "\($0) témoin"
                }
                let person = try await site.store.createUsager(
                    site.access(Cast.ines), form: .init("hostile-\(number)"), facts: values)
                let dossier = try await site.store.openDossier(
                    site.access(Cast.ines), form: .init("hostile-dossier-\(number)"), person: .known(person),
                    .init(demarche: demarches[number % 2], way: .together, reception: nil, minutes: 5))
                let pages = try await Crawl(browser: browser).pages(of: ["/usagers/\(person)", "/dossiers/\(dossier)"])
                #expect(pages.count > 10)
                for page in pages { check(page) }
            }
            #expect(try await browser.get("/usagers").words.contains("témoin"))
        }
    }

    private func check(_ answer: Answer) {
        #expect(answer.status == 200, "\(answer.asked)")
        #expect(PageChecks.problems(answer) == [], "\(answer.asked)")
        let page = answer.page
        #expect(!page.elements.contains { $0.name.hasPrefix("mal") }, "\(answer.asked)")
        #expect(!page.elements.contains { $0.attributes.contains { $0.name.hasPrefix("onmal") } }, "\(answer.asked)")
        #expect(!page.title.lowercased().contains("mal"), "\(answer.asked)")
    }
}

extension Crawl {
    /// The pages that stand under these addresses.
    func pages(of roots: [String]) async throws -> [Answer] {
        var waiting = roots
        var seen = Set(roots)
        var result: [Answer] = []
        while let next = waiting.popLast() {
            let answer = try await browser.get(next)
            result.append(answer)
            for link in answer.page.links.map({ String($0.prefix { $0 != "#" }) })
            where roots.contains(where: { link.hasPrefix($0) }) && seen.insert(link).inserted { waiting.append(link) }
        }
        return result
    }
}
