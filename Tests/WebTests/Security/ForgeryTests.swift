import HTTPTypes
import Testing
import World

@testable import Web

@Suite struct `Forms sent from elsewhere` {
    private static let origin = HTTPField.Name("Origin")!
    private static let fetchSite = HTTPField.Name("Sec-Fetch-Site")!

    /// Every way to send a form that did not come from our page.
    private static let forgeries: [(name: String, fields: [(String, String)], headers: HTTPFields)] = [
        ("no token", [("jeton", "")], [:]),
        ("a made-up token", [("jeton", String(repeating: "a", count: 64))], [:]),
        ("a foreign origin", [], [origin: "https://ailleurs.example"]),
        ("an origin that only begins like ours", [], [origin: "http://localhost.ailleurs.example"]),
        ("our host on another port", [], [origin: "http://localhost:9999"]),
        ("a hidden origin", [], [origin: "null"]),
        ("another site, by the browser's word", [], [fetchSite: "cross-site"]),
        ("a neighbour site, by the browser's word", [], [fetchSite: "same-site"]),
    ]

    @Test func `are refused on every route of somebody signed in, and nothing changes`() async throws {
        try await withSite { site in
            let things = try await Things(site, for: Cast.sophie)
            let browser = try await site.browser(Cast.sophie)
            let other = try await site.browser(Cast.ines)
            let before = try site.bytes()
            for route in site.declared where route.method == "POST" {
                let address = route.address(.followed, in: site, things)
                for forgery in Self.forgeries {
                    let answer = try await browser.post(address, forgery.fields, forgery.headers)
                    #expect(answer.status == 403, "\(route.path): \(forgery.name): \(answer.status)")
                    #expect(answer.words.contains("Le formulaire n’a pas été accepté"), "\(route.path)")
                }
                let answer = try await browser.post(address, [("jeton", other.token)])
                #expect(answer.status == 403, "\(route.path): the token of another session")
            }
            #expect(try site.bytes() == before)
        }
    }

    @Test func `are refused to visitors too`() async throws {
        try await withSite { site in
            let visitor = site.visitor()
            _ = try await visitor.get("/connexion")
            let other = site.visitor()
            _ = try await other.get("/connexion")
            let before = try site.bytes()
            let account = [("email", Cast.ines.email), ("mot_de_passe", Cast.password)]
            for forgery in Self.forgeries {
                let answer = try await visitor.post("/connexion", account + forgery.fields, forgery.headers)
                #expect(answer.status == 403, "\(forgery.name)")
            }
            #expect(try await visitor.post("/connexion", account + [("jeton", other.token)]).status == 403)
            #expect(try site.bytes() == before)
            #expect(try await visitor.post("/connexion", account).status == 303)
        }
    }

    @Test func `are accepted from our own pages`() async throws {
        try await withSite { site in
            let browser = try await site.browser(Cast.ines)
            for headers: HTTPFields in [[:], [Self.origin: "http://localhost"], [Self.fetchSite: "same-origin"]] {
                #expect(try await browser.post("/compte/sessions", [], headers).status == 303)
            }
        }
    }
}
