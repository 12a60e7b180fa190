import Database
import HTTPTypes
import Testing
import World

@testable import Web

@Suite struct `Headers and cookies` {
    /// Every header that every answer carries, as sent.
    static let always = [
        "Content-Security-Policy":
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'; manifest-src 'self'",
        "X-Content-Type-Options": "nosniff", "Referrer-Policy": "same-origin",
        "Cross-Origin-Opener-Policy": "same-origin",
        "Cross-Origin-Resource-Policy": "same-origin", "X-Frame-Options": "DENY",
        "Permissions-Policy": "camera=(), microphone=(), geolocation=(), payment=()",
    ]

    private func missing(_ answer: Answer) -> [String] {
        Self.always.filter { answer.header($0.key) != $0.value }.keys.sorted()
    }

    @Test func `every route protects its answer, whoever asks and whatever it says`() async throws {
        try await withSite { site in
            let things = try await Things(site, for: Cast.sophie)
            let browser = try await site.browser(Cast.sophie)
            for route in site.declared {
                for target in [Target.followed, .unknown] {
                    let address = route.address(target, in: site, things)
                    let isGet = route.method == "GET"
                    let answers = [
                        isGet ? try await browser.get(address) : try await browser.post(address, [("jeton", "")]),
                        isGet ? try await site.visitor().get(address) : try await site.visitor().post(address),
                    ]
                    for answer in answers {
                        #expect(missing(answer) == [], "\(route.method) \(route.path): \(answer.status)")
                        let isFile = route.path.hasPrefix("/assets") || route.path.hasPrefix("/polices")
                        if !isFile || answer.status != 200 {
                            #expect(answer.header("Cache-Control") == "no-store", "\(route.method) \(route.path)")
                        }
                        #expect(answer.header("Strict-Transport-Security") == nil)
                    }
                }
            }
        }
    }

    @Test func `errors are protected too`() async throws {
        try await withSite { site in
            let browser = try await site.browser(Cast.ines)
            var answers = [
                try await browser.get("/nulle-part"), try await browser.get("/assets/absent.css"),
                try await browser.send(.delete, "/compte", nil),
                try await browser.send(.post, "/compte/absence", "a=%ZZ"),
                try await browser.send(.post, "/compte/absence", String(repeating: "a", count: 1 << 20 | 1)),
            ]
            try await site.engine.write { try $0.executeScript("DROP TABLE journal") }
            answers.append(try await browser.get("/usagers/\(site.usager("diallo"))"))
            #expect(answers.map(\.status) == [404, 404, 404, 400, 413, 500])
            for answer in answers {
                #expect(missing(answer) == [], "\(answer.asked)")
                #expect(answer.header("Cache-Control") == "no-store", "\(answer.asked)")
            }
        }
    }

    @Test func `a site served over TLS announces it for a year`() async throws {
        try await withSite(WebSettings(isSecureSite: true)) { site in
            for path in ["/connexion", "/nulle-part", "/assets/cordee.css"] {
                let value = try await site.visitor().get(path).header("Strict-Transport-Security")
                #expect(value == "max-age=31536000; includeSubDomains")
            }
        }
    }

    @Test func `cookies are tied to this host, hidden from scripts and sent over TLS only`() async throws {
        try await withSite { site in
            let visitor = site.visitor()
            var set = try await visitor.get("/connexion").head.headerFields[values: .setCookie]
            let signedIn = try await visitor.post(
                "/connexion", [("email", Cast.ines.email), ("mot_de_passe", Cast.password)])
            set += signedIn.head.headerFields[values: .setCookie]
            set += try await visitor.post("/compte/sessions").head.headerFields[values: .setCookie]
            set += try await visitor.post("/deconnexion").head.headerFields[values: .setCookie]
            #expect(set.count == 4)
            for cookie in set {
                let parts = cookie.split(separator: ";").map { $0.drop { $0 == " " } }
                #expect(cookie.hasPrefix("__Host-"))
                for part in ["Secure", "HttpOnly", "Path=/", "SameSite=Lax"] {
                    #expect(parts.contains { $0 == part }, "\(part): \(cookie)")
                }
                #expect(!cookie.contains("Domain"))
            }
        }
    }

    @Test func `sign-out empties the browser and closes the session`() async throws {
        try await withSite { site in
            let browser = try await site.browser(Cast.ines)
            let cookie = try #require(browser.cookies[Cookies.session])
            let answer = try await browser.post("/deconnexion")
            #expect(answer.header("Clear-Site-Data") == "\"cache\", \"storage\"")
            #expect(browser.cookies[Cookies.session] == nil)
            browser.keep(cookie: Cookies.session, cookie)
            #expect(try await browser.get("/aujourdhui").location?.hasPrefix("/connexion") == true)
        }
    }
}
