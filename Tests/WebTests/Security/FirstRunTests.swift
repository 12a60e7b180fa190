import Database
import Domain
import Foundation
import Store
import Testing
import World

@testable import Web

@Suite struct `First run and invitations` {
    private static let structure = [
        ("structure", "CCAS de Saint-Aubin"), ("prenom", "Jeanne"), ("nom", "Moreau"),
        ("email", "jeanne@saint-aubin.example"),
        ("mot_de_passe", "sept moutons sur le toit"), ("mot_de_passe_2", "sept moutons sur le toit"),
    ]

    @Test func `the link of the terminal creates the structure and its first responsable, once`() async throws {
        let token = SetupToken(now: Site.start)
        try await withEmptySite(WebSettings(setupToken: token)) { site in
            let visitor = site.visitor()
            #expect(try await visitor.get("/connexion").words.contains("aucune structure n’existe encore"))
            let first = try await visitor.fill(token.path, action: "/premiere-installation", Self.structure)
            #expect(first.asked == "/structure/equipe")
            #expect(first.words.contains("Jeanne Moreau"))
            let second = site.visitor()
            #expect(try await second.get(token.path).status == 410)
            let again = try await second.post("/premiere-installation", Self.structure + [("cle", token.value)])
            #expect(again.status == 403)
            _ = try await second.get("/connexion")
            #expect(
                try await second.post("/premiere-installation", Self.structure + [("cle", token.value)]).status == 410)
            #expect(try await site.count("SELECT COUNT(*) AS n FROM structures") == 1)
        }
    }

    @Test func `without the link, with another or after an hour nothing is created`() async throws {
        let token = SetupToken(now: Site.start)
        try await withEmptySite(WebSettings(setupToken: token)) { site in
            let visitor = site.visitor()
            for key in ["", "autre", String(token.value.dropLast()), token.value + "a"] {
                #expect(try await visitor.get("/premiere-installation?jeton=\(key)").status == 410)
                #expect(try await visitor.post("/premiere-installation", Self.structure + [("cle", key)]).status != 303)
            }
            let page = try await visitor.get(token.path)
            #expect(page.status == 200)
            site.clock.advance(minutes: 61)
            #expect(try await visitor.fill(on: page, action: "/premiere-installation", Self.structure).status == 410)
            #expect(try await site.store.isEmpty())
        }
    }

    @Test func `two people with the link at the same time make one structure`() async throws {
        let token = SetupToken(now: Site.start)
        try await withEmptySite(WebSettings(setupToken: token)) { site in
            let statuses = try await withThrowingTaskGroup(of: Int.self) { group in
                for number in 1...10 {
                    group.addTask {
                        let visitor = site.visitor()
                        _ = try await visitor.get(token.path)
                        let fields = Self.structure.map {
                            $0.0 == "email" ? ("email", "essai\(number)@saint-aubin.example") : $0
                        }
                        return try await visitor.post("/premiere-installation", fields + [("cle", token.value)]).status
                    }
                }
                return try await group.reduce(into: [Int]()) { $0.append($1) }
            }
            #expect(statuses.filter { $0 == 303 }.count == 1)
            #expect(statuses.filter { $0 == 410 }.count == 9)
            #expect(try await site.count("SELECT COUNT(*) AS n FROM structures") == 1)
        }
    }

    @Test func `an invitation opens one account, in the structure and the role that were chosen`() async throws {
        try await withSite { site in
            let responsable = try await site.browser(Cast.sophie)
            let invited = try await responsable.fill(
                "/structure/equipe", action: "/structure/equipe/inviter",
                [("prenom", "Zoé"), ("email", "zoe@valsauge.example"), ("role", "accueil")])
            #expect(invited.status == 200)
            let start = try #require(invited.text.range(of: "/invitation/"))
            let path =
                "/invitation/"
                + invited.text[start.upperBound...].prefix { $0.isLetter || $0.isNumber || $0 == "-" || $0 == "_" }
            let visitor = site.visitor()
            let password = "trois pommes vertes au marche"
            let fields = [("nom", "Aubert"), ("mot_de_passe", password), ("mot_de_passe_2", password)]
            let first = try await visitor.fill(path, fields + [("prenom", "Zoé")])
            #expect(first.asked == "/aujourdhui")
            #expect(first.words.contains("Zoé"))
            #expect(try await visitor.get("/structure/equipe").status == 403)
            #expect(try await site.visitor().get(path).status == 410)
            #expect(try await responsable.get("/structure/equipe").words.contains("Zoé Aubert"))
        }
    }

    @Test func `an invitation is void once withdrawn, or after two weeks`() async throws {
        try await withSite { site in
            let token = try await site.store.invite(
                site.access(Cast.sophie), form: FormKey("une"), firstName: "Zoé", lastName: "",
                email: "zoe@valsauge.example", role: .reception)
            let id = try #require(try await site.id("SELECT id FROM invitations"))
            let other = try await site.store.invite(
                site.access(Cast.sophie), form: FormKey("deux"), firstName: "Léo", lastName: "",
                email: "leo@valsauge.example", role: .reception)
            #expect(try await site.visitor().get("/invitation/\(token)").status == 200)
            let responsable = try await site.browser(Cast.sophie)
            #expect(try await responsable.post("/structure/equipe/invitations/\(id)/retirer").status == 303)
            #expect(try await site.visitor().get("/invitation/\(token)").status == 410)
            site.clock.advance(minutes: Invitation.days * 24 * 60 + 1)
            #expect(try await site.visitor().get("/invitation/\(other)").status == 410)
        }
    }

    @Test func `two invitations to the same address make one account, and the second is told`() async throws {
        try await withSite { site in
            var answers: [Answer] = []
            var links: [String] = []
            for key in ["une", "deux"] {
                let token = try await site.store.invite(
                    site.access(Cast.sophie), form: FormKey(key), firstName: "Zoé", lastName: "A",
                    email: "zoe@valsauge.example", role: .reception)
                links.append("/invitation/\(token)")
            }
            let password = "trois pommes vertes au marche"
            for link in links {
                answers.append(
                    try await site.visitor().fill(link, [("mot_de_passe", password), ("mot_de_passe_2", password)]))
            }
            #expect(answers.map(\.status) == [200, 410])
        }
    }
}
