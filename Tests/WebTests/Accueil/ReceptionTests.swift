import Database
import Domain
import Testing
import World

@testable import Web

@Suite struct `A reception without scripts` {
    static let said = ("mots", "on va me couper l'electricité")

    /// From the words to the proposal.
    static func proposal(_ browser: Browser, _ words: (String, String) = said) async throws -> Answer {
        let found = try await browser.fill("/accueillir", [words], press: ("action", "chercher"))
        return try await browser.fill(
            on: found, [("urgence", "cette_semaine"), ("gene", "lecture")], press: ("action", "proposer"))
    }

    @Test func `ends in an open dossier for a new person`() async throws {
        try await withSite { site in
            let browser = try await site.browser(Cast.lucie)
            let before = try await site.count("SELECT count(*) AS n FROM usagers")
            let page = try await Self.proposal(browser)
            #expect(page.page.problems == [])
            let dossier = try await browser.fill(on: page, [("qui", "Zéphyrine")], press: ("action", "commencer"))
            #expect(dossier.path.hasPrefix("/dossiers/"))
            #expect(dossier.words.contains("Zéphyrine"))
            #expect(try await site.count("SELECT count(*) AS n FROM usagers") == before + 1)
            let left = try await browser.get("/accueillir")
            #expect(!left.words.contains("Un accueil commencé"))
        }
    }

    @Test func `asks whether a person who resembles is the one, and opens no second file`() async throws {
        try await withSite { site in
            let browser = try await site.browser(Cast.lucie)
            let before = try await site.count("SELECT count(*) AS n FROM usagers")
            let asked = try await browser.fill(
                on: try await Self.proposal(browser), [("qui", "Diallo")], press: ("action", "commencer"))
            #expect(asked.status == 422)
            #expect(asked.words.contains("Une fiche ressemble"))
            let id = site.usager("diallo")
            #expect(asked.text.contains("value=\"\(id.raw)\""))
            let dossier = try await browser.fill(on: asked, [("personne", id.raw)], press: ("action", "commencer"))
            #expect(dossier.path.hasPrefix("/dossiers/"))
            #expect(try await site.count("SELECT count(*) AS n FROM usagers") == before)
        }
    }

    @Test func `another way asks why and keeps everything`() async throws {
        try await withSite { site in
            let browser = try await site.browser(Cast.lucie)
            let asked = try await browser.fill(
                on: try await Self.proposal(browser), [("qui", "Zéphyrine"), ("facon", "orienter")],
                press: ("action", "commencer"))
            #expect(asked.status == 422)
            #expect(asked.words.contains("Dites en quelques mots pourquoi"))
            let dossier = try await browser.fill(
                on: asked, [("pourquoi", "Elle habite loin.")], press: ("action", "commencer"))
            #expect(dossier.path.hasPrefix("/dossiers/"))
        }
    }

    @Test func `can be noted without a dossier, and be sent twice without counting twice`() async throws {
        try await withSite { site in
            let browser = try await site.browser(Cast.lucie)
            let before = try await site.count("SELECT count(*) AS n FROM activites")
            let page = try await Self.proposal(browser)
            for _ in 1...2 {
                let noted = try await browser.fill(on: page, press: ("action", "noter"))
                #expect(noted.path == "/accueillir")
            }
            #expect(try await site.count("SELECT count(*) AS n FROM activites") == before + 1)
            #expect(
                try await site.count(
                    "SELECT count(*) AS n FROM dossiers WHERE demarche = 'energie-impayes' AND opened_at >= \(site.clock.now.milliseconds)"
                ) == 0)
        }
    }

    @Test func `left half-way it waits, without showing what was said`() async throws {
        try await withSite { site in
            let browser = try await site.browser(Cast.lucie)
            _ = try await browser.fill("/accueillir", [("mots", "perdu mon permis")], press: ("action", "chercher"))
            let later = try await browser.get("/accueillir")
            #expect(later.words.contains("Un accueil commencé"))
            #expect(!later.text.contains("perdu mon permis"))
            let again = try await browser.fill(on: later, press: ("action", "reprendre"))
            #expect(again.text.contains("perdu mon permis"))
            let proposed = try await browser.fill(on: again, press: ("action", "proposer"))
            #expect(proposed.words.contains("Proposition"))
        }
    }

    @Test func `what is said stands in no line of the log`() async throws {
        try await withSite { site in
            let browser = try await site.browser(Cast.lucie)
            let page = try await Self.proposal(browser)
            _ = try await browser.fill(on: page, [("qui", "Zéphyrine")], press: ("action", "commencer"))
            #expect(!site.log.lines.contains { $0.contains("couper") || $0.contains("Zéphyrine") })
        }
    }

    @Test func `a procedure of the guide is taken from its page`() async throws {
        try await withSite { site in
            let browser = try await site.browser(Cast.ines)
            let guide = try await browser.get("/demarches/caf-compte")
            #expect(guide.status == 200 && guide.text.contains("href=\"/accueillir?demarche=caf-compte\""))
            let page = try await browser.get("/accueillir?demarche=caf-compte")
            #expect(page.text.contains("value=\"caf-compte\"") && page.words.contains("Proposer une façon de faire"))
            let unknown = [try await browser.get("/demarches/inconnue"), try await browser.get("/organismes/inconnu")]
            #expect(unknown.map(\.status) == [404, 404])
            let found = try await browser.post("/demarches", [("q", "ma caf elle marche plus")])
            #expect(found.words.contains("compte Caf"))
        }
    }

    @Test func `help is read by a visitor`() async throws {
        try await withSite { site in
            for path in ["/aide", "/aide/raccourcis", "/accessibilite", "/mentions"] {
                let page = try await site.visitor().get(path)
                #expect(page.status == 200)
            }
            let closed = try await site.visitor().get("/accueillir")
            #expect(closed.status == 303)
        }
    }
}
