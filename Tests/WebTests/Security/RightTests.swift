import Domain
import HTTPTypes
import Testing
import World

@testable import Web

@Suite struct `Rights of the routes` {
    @Test func `every route is declared once, with its right`() async throws {
        try await withSite { site in
            #expect(site.declared.count > 60)
            #expect(Set(site.declared.map { "\($0.method) \($0.path)" }).count == site.declared.count)
            #expect(Set(site.declared.map(\.right)) == [.visitor, .aidant, .responsable])
        }
    }

    /// What anybody may open without an account: a new line here is a decision.
    static let open: Set<String> = [
        "GET /", "GET /assets/:nom", "GET /polices/:nom", "GET /sante", "GET /connexion", "POST /connexion",
        "GET /demo/:jeton",
        "GET /deverrouiller", "POST /deverrouiller", "POST /deconnexion", "GET /premiere-installation",
        "POST /premiere-installation", "GET /invitation/:jeton", "POST /invitation/:jeton", "GET /aide",
        "GET /aide/raccourcis",
        "GET /accessibilite", "GET /mentions",
    ]

    @Test func `only known routes are open to visitors`() async throws {
        try await withSite { site in
            let visitors = site.declared.filter { $0.right == .visitor }.map { "\($0.method) \($0.path)" }
            #expect(visitors.filter { !Self.open.contains($0) } == [])
        }
    }

    @Test func `a visitor is led to the sign-in page from every other page, and back after it`() async throws {
        try await withSite { site in
            let things = try await Things(site, for: Cast.ines)
            for route in site.declared where route.isPersonal && route.method == "GET" {
                let address = route.address(.followed, in: site, things)
                let answer = try await site.visitor().get(address)
                #expect(answer.status == 303, "\(route.path)")
                #expect(
                    answer.location?.hasPrefix("/connexion?retour=") == true, "\(route.path): \(answer.location ?? "-")"
                )
                #expect(!answer.text.contains("Marqueur"), "\(route.path)")
            }
        }
    }

    @Test func `a visitor's form changes nothing on any route that asks for an account`() async throws {
        try await withSite { site in
            let things = try await Things(site, for: Cast.ines)
            let visitor = site.visitor()
            _ = try await visitor.get("/connexion")
            let before = try site.bytes()
            for route in site.declared where route.isPersonal && route.method == "POST" {
                let answer = try await visitor.post(route.address(.followed, in: site, things), [("prenom", "Intrus")])
                #expect(answer.status == 303, "\(route.path)")
                #expect(answer.location?.hasPrefix("/connexion") == true, "\(route.path)")
            }
            #expect(try site.bytes() == before)
        }
    }

    @Test(arguments: [Cast.ines, Cast.lucie, Cast.thomas, Cast.nadia, Cast.paul].map(\.key))
    func `only who manages the structure enters its routes`(key: String) async throws {
        let colleague = try #require(Cast.team.first { $0.key == key })
        try await withSite { site in
            let things = try await Things(site, for: colleague)
            let browser = try await site.browser(colleague)
            for route in site.declared where route.right == .responsable {
                let address = route.address(.followed, in: site, things)
                let answer = route.method == "GET" ? try await browser.get(address) : try await browser.post(address)
                #expect(answer.status == 403, "\(route.method) \(route.path)")
                #expect(answer.words.contains("Votre rôle ne permet pas"), "\(route.path)")
            }
        }
    }

    @Test func `no page changes anything but the journal and the session`() async throws {
        try await withSite { site in
            let things = try await Things(site, for: Cast.sophie)
            let browser = try await site.browser(Cast.sophie)
            let before = try await site.rowsByTable()
            for route in site.declared where route.method == "GET" && !route.path.hasPrefix("/demo") {
                _ = try await browser.get(route.address(.followed, in: site, things))
            }
            var after = try await site.rowsByTable()
            #expect(after["journal"] ?? 0 > before["journal"] ?? 0)
            after["journal"] = before["journal"]
            #expect(after == before)
        }
    }
}
