import Database
import Domain
import Testing
import World

@testable import Web

@Suite struct `The same form twice` {
    /// Sends one form fifty times at once; gives the statuses and where they lead.
    private func fifty(_ browser: Browser, _ path: String, _ fields: [(String, String)]) async throws -> Set<String> {
        try await withThrowingTaskGroup(of: String.self) { group in
            for _ in 1...50 {
                group.addTask {
                    let answer = try await browser.post(path, fields)
                    return "\(answer.status) \(answer.location ?? answer.text)"
                }
            }
            return try await group.reduce(into: Set<String>()) { $0.insert($1) }
        }
    }

    @Test func `opens one file, and fifty same answers`() async throws {
        try await withSite { site in
            let browser = try await site.browser(Cast.ines)
            let fields = [("cle", "une-seule"), ("prenom", "Double"), ("nom_usage", "Clic"), ("nouvelle", "oui")]
            let answers = try await fifty(browser, "/usagers/nouveau", fields)
            #expect(answers.count == 1)
            #expect(answers.first?.hasPrefix("303 /usagers/") == true)
            #expect(try await site.count("SELECT COUNT(*) AS n FROM usagers") == 10)
            #expect(try await site.count("SELECT COUNT(*) AS n FROM journal WHERE action = 'usager_cree'") == 10)
        }
    }

    @Test func `opens one dossier`() async throws {
        try await withSite { site in
            let browser = try await site.browser(Cast.ines)
            let fields = [("cle", "une-seule"), ("demarche", "rsa-demande"), ("facon", "faire_avec"), ("minutes", "5")]
            let page = try await browser.get("/usagers/\(site.usager("maya"))/dossiers/nouveau?demarche=rsa-demande")
            let form = try #require(page.page.form(to: "/usagers/\(site.usager("maya"))/dossiers"))
            let sent =
                form.fields.filter { !["jeton", "cle"].contains($0.0) }
                + fields.filter { form.names.contains($0.0) && $0.0 != "facon" }
            let answers = try await fifty(browser, "/usagers/\(site.usager("maya"))/dossiers", sent)
            #expect(answers.count == 1)
            #expect(answers.first?.hasPrefix("303 /dossiers/") == true)
            #expect(try await site.count("SELECT COUNT(*) AS n FROM dossiers") == 10)
        }
    }

    @Test func `prepares one invitation, with one link`() async throws {
        try await withSite { site in
            let browser = try await site.browser(Cast.sophie)
            let fields = [
                ("cle", "une-seule"), ("prenom", "Zoé"), ("email", "zoe@valsauge.example"), ("role", "accueil"),
            ]
            let answers = try await fifty(browser, "/structure/equipe/inviter", fields)
            #expect(answers.count == 1)
            #expect(try await site.count("SELECT COUNT(*) AS n FROM invitations") == 1)
        }
    }

    @Test func `counts the minutes of a dossier's work once`() async throws {
        try await withSite { site in
            let browser = try await site.browser(Cast.ines)
            let path = "/dossiers/\(site.dossier("declaration"))/suite"
            let form = try #require(try await browser.get(path).page.form(to: path))
            let fields = form.fields.filter { $0.0 != "jeton" && $0.0 != "minutes" } + [("minutes", "7")]
            let before = try await site.count("SELECT COUNT(*) AS n FROM activites")
            let answers = try await fifty(browser, path, fields)
            #expect(answers.count == 1)
            #expect(answers.first?.hasPrefix("303") == true)
            #expect(try await site.count("SELECT COUNT(*) AS n FROM activites") == before + 1)
        }
    }

    @Test func `acts for the person who sent it, not for a colleague with the same key`() async throws {
        try await withSite { site in
            for colleague in [Cast.ines, Cast.sophie] {
                let fields = [
                    ("cle", "meme-cle"), ("prenom", "Même"), ("nom_usage", "Clé \(colleague.key)"), ("nouvelle", "oui"),
                ]
                let browser = try await site.browser(colleague)
                #expect(try await browser.post("/usagers/nouveau", fields).status == 303)
            }
            #expect(try await site.count("SELECT COUNT(*) AS n FROM usagers") == 11)
        }
    }
}

@Suite struct `Two people on the same thing` {
    @Test func `a person's facts: the second is shown both texts and loses nothing`() async throws {
        try await withSite { site in
            let path = "/usagers/\(site.usager("diallo"))/modifier"
            let (ines, sophie) = (try await site.browser(Cast.ines), try await site.browser(Cast.sophie))
            let (first, second) = (try await ines.get(path), try await sophie.get(path))
            #expect(try await ines.fill(on: first, action: path, [("telephone", "06 39 98 01 01")]).status == 200)
            let stale = try await sophie.fill(on: second, action: path, [("telephone", "06 39 98 01 02")])
            #expect(stale.status == 409)
            #expect(stale.words.contains("06 39 98 01 01") && stale.text.contains("06 39 98 01 02"))
            #expect(PageChecks.problems(stale) == [])
            #expect(try await sophie.fill(on: stale, action: path).status == 200)
            #expect(try await ines.get(path).text.contains("06 39 98 01 02"))
        }
    }

    @Test func `the settings: the second is shown both texts`() async throws {
        try await withSite { site in
            let (one, two) = (try await site.browser(Cast.sophie), try await site.browser(Cast.sophie))
            let (first, second) = (try await one.get("/structure"), try await two.get("/structure"))
            #expect(
                try await one.fill(on: first, action: "/structure", [("telephone", "03 86 55 01 01")]).status == 200)
            let stale = try await two.fill(on: second, action: "/structure", [("adresse", "4 place de l’Église")])
            #expect(stale.status == 409)
            #expect(stale.words.contains("03 86 55 01 01") && stale.text.contains("4 place de l’Église"))
            #expect(PageChecks.problems(stale) == [])
            #expect(try await one.get("/structure").text.contains("2 place de l’Église"))
        }
    }

    @Test func `one's own minutes, corrected twice: the second is shown both`() async throws {
        try await withSite { site in
            let things = try await Things(site, for: Cast.ines)
            let path = "/activites/\(things.activities[.followed] ?? "")"
            let browser = try await site.browser(Cast.ines)
            let (first, second) = (try await browser.get(path), try await browser.get(path))
            #expect(try await browser.fill(on: first, action: path, [("minutes", "11")]).status == 200)
            let stale = try await browser.fill(on: second, action: path, [("minutes", "22")])
            #expect(stale.status == 409)
            #expect(stale.words.contains("11") && stale.text.contains("22"))
            #expect(try await browser.fill(on: stale, action: path).status == 200)
        }
    }

    @Test func `a colleague's role: the second save overwrites nothing`() async throws {
        try await withSite { site in
            let path = "/structure/equipe/\(site.built.aidant(Cast.lucie))"
            let (one, two) = (try await site.browser(Cast.sophie), try await site.browser(Cast.sophie))
            let (first, second) = (try await one.get("/structure/equipe"), try await two.get("/structure/equipe"))
            #expect(
                try await one.fill(on: first, action: path, [("role", "mediateur")], press: ("action", "role")).status
                    == 200)
            #expect(
                try await two.fill(on: second, action: path, [("role", "instructeur")], press: ("action", "role"))
                    .status == 409)
            #expect(try await site.count("SELECT COUNT(*) AS n FROM aidants WHERE role = 'mediateur'") == 2)
        }
    }

    @Test func `many hands on one file never overwrite each other in silence`() async throws {
        try await withSite { site in
            let id = site.usager("diallo")
            let path = "/usagers/\(id)/modifier"
            let hands = [try await site.browser(Cast.ines), try await site.browser(Cast.sophie)]
            var open: [Int: Answer] = [:]
            var saves = 0
            var dice = SystemRandomNumberGenerator()
            let start = try await site.count("SELECT version AS n FROM usagers WHERE id = \(id.raw)")
            for turn in 0..<200 {
                let hand = Int.random(in: 0...1, using: &dice)
                guard let page = open[hand], Bool.random(using: &dice) else {
                    open[hand] = try await hands[hand].get(path)
                    continue
                }
                let answer = try await hands[hand].fill(
                    on: page, action: path, [("adresse", "\(turn) rue des Lavoirs")])
                if answer.status == 200 { saves += 1 } else { #expect(answer.status == 409) }
                open[hand] = nil
            }
            #expect(saves > 20)
            #expect(try await site.count("SELECT version AS n FROM usagers WHERE id = \(id.raw)") == start + saves)
        }
    }
}
