import Domain
import HTTPTypes
import Testing
import World

@testable import Web

@Suite struct `Sessions of a shared desk` {
    @Test func `a locked desk shows nothing until the password, then gives the page back`() async throws {
        try await withSite { site in
            let things = try await Things(site, for: Cast.ines)
            let browser = try await site.browser(Cast.ines)
            let locked = try await browser.post("/verrouiller", [], [.referer: "http://localhost/usagers"])
            #expect(locked.location?.hasPrefix("/deverrouiller?retour=") == true)
            #expect(locked.header("Clear-Site-Data") == "\"cache\"")
            for route in site.declared where route.isPersonal && route.right == .aidant && route.path != "/verrouiller"
            {
                let address = route.address(.followed, in: site, things)
                let answer = route.method == "GET" ? try await browser.get(address) : try await browser.post(address)
                #expect(answer.status == 303, "\(route.method) \(route.path)")
                #expect(
                    answer.location?.hasPrefix("/deverrouiller") == true, "\(route.path): \(answer.location ?? "-")")
            }
            let page = try await browser.follow(locked)
            #expect(PageChecks.problems(page) == [])
            #expect(!page.words.contains("Diallo"))
            let wrong = try await browser.fill(
                on: page, action: "/deverrouiller", [("mot_de_passe", "pas la bonne phrase")])
            #expect(wrong.status == 422)
            let open = try await browser.fill(on: wrong, action: "/deverrouiller", [("mot_de_passe", Cast.password)])
            #expect(open.asked == "/usagers")
        }
    }

    @Test func `another person can take over a locked desk`() async throws {
        try await withSite { site in
            let browser = try await site.browser(Cast.ines)
            _ = try await browser.post("/verrouiller")
            let page = try await browser.fill("/deverrouiller", action: "/deconnexion")
            #expect(page.asked == "/connexion")
            #expect(browser.cookies[Cookies.session] == nil)
        }
    }

    @Test func `a session without a gesture ends after thirty minutes, or ten on a shared desk`() async throws {
        try await withSite { site in
            let browser = try await site.browser(Cast.ines)
            for _ in 1...10 {
                site.clock.advance(minutes: 29)
                #expect(try await browser.get("/aujourdhui").status == 200)
            }
            site.clock.advance(minutes: 30)
            let ended = try await browser.get("/aujourdhui")
            #expect(ended.status == 303)
            #expect(try await browser.follow(ended).words.contains("Votre session s’est fermée"))
            let shared = try await site.browser(Cast.sophie)
            #expect(try await shared.fill("/structure", [("veille", "10")]).status == 200)
            site.clock.advance(minutes: 11)
            #expect(try await shared.get("/aujourdhui").status == 303)
        }
    }

    @Test func `a session ends after ten hours even if it is used all the time`() async throws {
        try await withSite { site in
            let browser = try await site.browser(Cast.ines)
            for _ in 1...29 {
                site.clock.advance(minutes: 20)
                #expect(try await browser.get("/aujourdhui").status == 200)
            }
            site.clock.advance(minutes: 20)
            #expect(try await browser.get("/aujourdhui").status == 303)
        }
    }

    @Test func `what was typed when the session ended is given back after the sign-in`() async throws {
        try await withSite { site in
            let path = "/usagers/\(site.usager("diallo"))/modifier"
            let browser = try await site.browser(Cast.ines)
            let form = try await browser.get(path)
            site.clock.advance(minutes: 45)
            let ended = try await browser.fill(on: form, action: path, [("telephone", "06 39 98 01 99")])
            #expect(ended.path == "/connexion")
            #expect(ended.words.contains("est gardé"))
            let back = try await browser.fill(
                on: ended, action: "/connexion", [("email", Cast.ines.email), ("mot_de_passe", Cast.password)])
            #expect(back.asked == path)
            let fields = try #require(back.page.form(to: path)).fields
            #expect(fields.contains { $0.0 == "telephone" && $0.1 == "06 39 98 01 99" })
            #expect(back.words.contains("Rien n’est perdu"))
            let saved = try await browser.fill(on: back, action: path)
            #expect(saved.status == 200)
            #expect(!(try await browser.get(path)).words.contains("Rien n’est perdu"))
        }
    }

    @Test func `what was typed on a locked desk is given back too`() async throws {
        try await withSite { site in
            let path = "/usagers/\(site.usager("diallo"))/modifier"
            let browser = try await site.browser(Cast.ines)
            let form = try await browser.get(path)
            _ = try await browser.post("/verrouiller")
            let locked = try await browser.fill(on: form, action: path, [("telephone", "06 39 98 01 99")])
            let back = try await browser.fill(on: locked, action: "/deverrouiller", [("mot_de_passe", Cast.password)])
            #expect(back.asked == path)
            let fields = try #require(back.page.form(to: path)).fields
            #expect(fields.contains { $0.0 == "telephone" && $0.1 == "06 39 98 01 99" })
        }
    }

    @Test func `a closed account is out at the next request`() async throws {
        try await withSite { site in
            let browser = try await site.browser(Cast.thomas)
            let responsable = try await site.browser(Cast.sophie)
            let path = "/structure/equipe/\(site.built.aidant(Cast.thomas))"
            _ = try await responsable.fill("/structure/equipe", action: path, press: ("action", "fermer"))
            #expect(try await browser.get("/aujourdhui").status == 303)
            let visitor = site.visitor()
            let answer = try await visitor.fill(
                "/connexion", [("email", Cast.thomas.email), ("mot_de_passe", Cast.password)])
            #expect(answer.status == 422)
        }
    }

    @Test func `a new password closes the other sessions of the person`() async throws {
        try await withSite { site in
            let (here, elsewhere) = (try await site.browser(Cast.ines), try await site.browser(Cast.ines))
            let new = "huit barques rouges au ponton"
            let changed = try await here.fill(
                "/compte", action: "/compte/mot-de-passe",
                [("mot_de_passe_actuel", Cast.password), ("mot_de_passe", new), ("mot_de_passe_2", new)])
            #expect(changed.words.contains("Le mot de passe est changé"))
            #expect(try await here.get("/aujourdhui").status == 200)
            #expect(try await elsewhere.get("/aujourdhui").status == 303)
            let visitor = site.visitor()
            #expect(
                try await visitor.fill("/connexion", [("email", Cast.ines.email), ("mot_de_passe", new)]).asked
                    == "/aujourdhui")
        }
    }
}
