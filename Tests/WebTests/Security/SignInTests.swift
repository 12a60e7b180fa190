import Dispatch
import Domain
import HTTPTypes
import Store
import Testing
import World

@testable import Sealing
@testable import Web

@Suite struct `Signing in` {
    private func account(_ email: String, _ password: String) -> [(String, String)] {
        [("email", email), ("mot_de_passe", password)]
    }

    @Test func `an unknown address, a wrong password and a closed account get the same answer`() async throws {
        try await withSite { site in
            _ = try await site.store.manage(
                site.access(Cast.sophie), aidant: site.built.aidant(Cast.thomas), role: nil, version: 1)
            let visitor = site.visitor()
            _ = try await visitor.get("/connexion")
            let tries = [
                (Cast.ines.email, "une autre phrase de passe"), ("personne@valsauge.example", Cast.password),
                (Cast.thomas.email, Cast.password),
            ]
            var seen: Set<String> = []
            for (email, password) in tries {
                let answer = try await visitor.post("/connexion", account(email, password))
                #expect(answer.status == 422)
                #expect(visitor.cookies[Cookies.session] == nil)
                seen.insert(answer.text.replacing(email, with: "ADRESSE"))
            }
            #expect(seen.count == 1)
        }
    }

    @Test func `each sign-in opens a new session, never one that was brought`() async throws {
        try await withSite { site in
            let visitor = site.visitor()
            visitor.keep(cookie: Cookies.session, "apportee-par-un-autre")
            _ = try await visitor.get("/connexion")
            visitor.forget(cookie: Cookies.session)
            _ = try await visitor.post("/connexion", account(Cast.ines.email, Cast.password))
            let first = try #require(visitor.cookies[Cookies.session])
            _ = try await visitor.post("/deconnexion")
            _ = try await visitor.get("/connexion")
            _ = try await visitor.post("/connexion", account(Cast.ines.email, Cast.password))
            let second = try #require(visitor.cookies[Cookies.session])
            #expect(first != second)
            #expect(first.utf8.count >= 32 && second.utf8.count >= 32)
            #expect(!(try site.bytes()).contains(text: second))
        }
    }

    @Test func `a cookie left by a session that nobody knows does not stop the sign-in`() async throws {
        try await withSite { site in
            let visitor = site.visitor()
            visitor.keep(cookie: Cookies.session, "inconnue")
            let page = try await visitor.fill("/", action: "/connexion", account(Cast.ines.email, Cast.password))
            #expect(page.asked == "/aujourdhui")
        }
    }

    @Test func `a cookie left by an ended session does not stop the sign-in`() async throws {
        try await withSite { site in
            let browser = try await site.browser(Cast.ines)
            site.clock.advance(minutes: 14 * 60)
            let page = try await browser.fill("/", action: "/connexion", account(Cast.ines.email, Cast.password))
            #expect(page.status == 200)
            #expect(page.asked == "/aujourdhui")
        }
    }

    @Test func `after five failures the account waits, whatever the password, then opens again`() async throws {
        try await withSite { site in
            let visitor = site.visitor()
            _ = try await visitor.get("/connexion")
            for _ in 1...5 {
                #expect(
                    try await visitor.post("/connexion", account(Cast.ines.email, "mauvaise phrase de passe")).status
                        == 422)
            }
            let waiting = try await visitor.post("/connexion", account(Cast.ines.email, Cast.password))
            #expect(waiting.status == 429)
            #expect(waiting.words.contains("Trop d’essais"))
            #expect(PageChecks.problems(waiting) == [])
            let colleague = site.visitor()
            _ = try await colleague.get("/connexion")
            #expect(try await colleague.post("/connexion", account(Cast.thomas.email, Cast.password)).status == 303)
            site.clock.advance(minutes: 16)
            #expect(try await visitor.post("/connexion", account(Cast.ines.email, Cast.password)).status == 303)
        }
    }

    @Test func `a stranger cannot hold an account shut for longer than fifteen minutes`() async throws {
        try await withSite { site in
            let stranger = site.visitor()
            _ = try await stranger.get("/connexion")
            for _ in 1...40 {
                _ = try await stranger.post("/connexion", account(Cast.ines.email, "mauvaise phrase de passe"))
                site.clock.advance(minutes: 1)
            }
            site.clock.advance(minutes: 15)
            #expect(try await stranger.post("/connexion", account(Cast.ines.email, Cast.password)).status == 303)
        }
    }

    @Test func `ten thousand guesses are at most twenty tries`() async throws {
        try await withSite { site in
            let stranger = site.visitor(address: "192.0.2.7")
            _ = try await stranger.get("/connexion")
            var tried = 0
            for _ in 1...500 {
                if try await stranger.post("/connexion", account(Cast.ines.email, "au hasard encore une fois")).status
                    == 422
                {
                    tried += 1
                }
            }
            #expect(tried <= 20)
        }
    }

    @Test func `an address that fails a hundred times waits for all accounts, and only that address`() async throws {
        try await withSite { site in
            let stranger = site.visitor(address: "192.0.2.7")
            _ = try await stranger.get("/connexion")
            for number in 1...100 {
                _ = try await stranger.post("/connexion", account("essai\(number)@exemple.example", "au hasard encore"))
            }
            #expect(try await stranger.post("/connexion", account(Cast.ines.email, Cast.password)).status == 429)
            let colleague = site.visitor(address: "192.0.2.8")
            _ = try await colleague.get("/connexion")
            #expect(try await colleague.post("/connexion", account(Cast.ines.email, Cast.password)).status == 303)
        }
    }

    @Test func `a forwarded address is not believed, unless its proxy is declared`() async throws {
        let claimed = HTTPField.Name("X-Forwarded-For")!
        for (proxies, isBelieved) in [(Set<String>(), false), (["192.0.2.9"], false), (["192.0.2.1"], true)] {
            try await withSite(WebSettings(trustedProxies: proxies)) { site in
                let stranger = site.visitor(address: "192.0.2.1")
                _ = try await stranger.get("/connexion")
                for number in 1...100 {
                    _ = try await stranger.post(
                        "/connexion", account("essai\(number)@exemple.example", "au hasard encore"),
                        [claimed: "198.51.100.\(number)"])
                }
                let answer = try await stranger.post(
                    "/connexion", account(Cast.ines.email, Cast.password), [claimed: "198.51.100.200"])
                #expect(answer.status == (isBelieved ? 303 : 429), "proxies \(proxies)")
            }
        }
    }

    @Test func `behind a declared proxy, only the address that the proxy added counts`() async throws {
        let claimed = HTTPField.Name("X-Forwarded-For")!
        try await withSite(WebSettings(trustedProxies: ["192.0.2.1"])) { site in
            let stranger = site.visitor(address: "192.0.2.1")
            _ = try await stranger.get("/connexion")
            for number in 1...100 {
                _ = try await stranger.post(
                    "/connexion", account("essai\(number)@exemple.example", "au hasard encore"),
                    [claimed: "10.0.0.\(number), 198.51.100.7"])
            }
            let answer = try await stranger.post(
                "/connexion", account(Cast.ines.email, Cast.password), [claimed: "10.0.0.250, 198.51.100.7"])
            #expect(answer.status == 429)
        }
    }

    @Test func `after the sign-in one goes to the page asked for, never to another site`() async throws {
        try await withSite { site in
            for (back, expected) in [
                ("/usagers", "/usagers"), ("https://ailleurs.example/", "/aujourdhui"),
                ("//ailleurs.example/x", "/aujourdhui"),
                ("/\\ailleurs.example", "/aujourdhui"), ("javascript:alert(1)", "/aujourdhui"), ("", "/aujourdhui"),
                ("/%0d%0aSet-Cookie: a=b", "/%0ASet-Cookie%3A%20a%3Db"),
                ("/\u{9}/ailleurs.example", "/%09/ailleurs.example"),
            ] {
                let visitor = site.visitor()
                _ = try await visitor.get("/connexion")
                let answer = try await visitor.post(
                    "/connexion", account(Cast.ines.email, Cast.password) + [("retour", back)])
                #expect(answer.location == expected, "\(back)")
            }
        }
    }

    @Test func `when too many passwords are checked at once the rest is told to wait`() async throws {
        let hasher = try PasswordHasher()
        try await withSite(hasher: hasher) { site in
            let visitor = site.visitor()
            _ = try await visitor.get("/connexion")
            let stranger = account("essai@exemple.example", "une phrase au hasard")
            // Two run and twenty wait until they are let go.
            let gate = DispatchSemaphore(value: 0)
            let flood = (1...22).map { _ in Task { try await hasher.turns.run { gate.wait() } } }
            while hasher.turns.waitingCount < 20 { try await Task.sleep(for: .milliseconds(2)) }
            #expect(try await visitor.post("/connexion", stranger).status == 429)
            for _ in flood { gate.signal() }
            for one in flood { try await one.value }
            #expect(try await visitor.post("/connexion", stranger).status == 422)
        }
    }
}

extension [UInt8] {
    /// Whether these bytes hold a text.
    func contains(text: String) -> Bool {
        let wanted = Array(text.utf8)
        guard let first = wanted.first, count >= wanted.count else { return false }
        return indices.dropLast(wanted.count - 1).contains {
            self[$0] == first && self[$0..<($0 + wanted.count)].elementsEqual(wanted)
        }
    }
}
