import Database
import HTTPTypes
import Testing
import World

@testable import Web

@Suite struct `Bad input` {
    /// A page in French, with a way back, that repeats nothing of what was sent.
    private func isSoundErrorPage(_ answer: Answer) -> Bool {
        PageChecks.problems(answer) == [] && answer.page.links.contains("/aujourdhui")
    }

    @Test func `a form of one megabyte passes, one byte more is refused with a page`() async throws {
        try await withSite { site in
            let browser = try await site.browser(Cast.ines)
            let start = "jeton=\(browser.token)&du=&x="
            let fits = start + String(repeating: "a", count: FormBody.maximumBytes - start.utf8.count)
            #expect(try await browser.send(.post, "/compte/absence", fits).status == 422)
            let answer = try await browser.send(.post, "/compte/absence", fits + "a")
            #expect(answer.status == 413)
            #expect(answer.words.contains("L’envoi est trop gros"))
            #expect(isSoundErrorPage(answer))
        }
    }

    @Test func `a thousand fields pass, one more is refused with a page`() async throws {
        try await withSite { site in
            let browser = try await site.browser(Cast.ines)
            let fits = "jeton=\(browser.token)" + String(repeating: "&a=1", count: FormBody.maximumFields - 1)
            #expect(try await browser.send(.post, "/compte/absence", fits).status == 422)
            let answer = try await browser.send(.post, "/compte/absence", fits + "&a=1")
            #expect(answer.status == 413)
            #expect(isSoundErrorPage(answer))
        }
    }

    static let garbled = [
        "%", "%4", "%zz", "a=%G1", "a=%E9", "a=%C3", "a=%C3%28", "a=%00", "%00=a", "a=%ED%A0%80", "a=%F4%90%80%80",
        "a=%C0%AF",
        "a=b%", "a=%FF%FE", "a=%80", "a=b&c=%e9t%e9",
    ]

    @Test(arguments: garbled) func `a form that is cut, or not in UTF-8, is refused with a page`(body: String)
        async throws
    {
        try await withSite { site in
            let browser = try await site.browser(Cast.ines)
            let before = try site.bytes()
            let answer = try await browser.send(.post, "/compte/absence", "jeton=\(browser.token)&\(body)")
            #expect(answer.status == 400)
            #expect(answer.words.contains("L’envoi n’a pas été compris"))
            #expect(isSoundErrorPage(answer))
            #expect(try site.bytes() == before)
        }
    }

    @Test(arguments: [
        "/connexion?retour=%zz", "/connexion?%", "/usagers?page=%C3", "/aujourdhui?%00=%00", "/dossiers/%C3%28",
        "/usagers/%00", "/%",
    ])
    func `a garbled address never breaks a page`(address: String) async throws {
        try await withSite { site in
            let browser = try await site.browser(Cast.ines)
            let answer = try await browser.get(address)
            #expect([200, 303, 400, 404].contains(answer.status))
        }
    }

    @Test func `an unknown address gets a page with the way back`() async throws {
        try await withSite { site in
            for browser in [site.visitor(), try await site.browser(Cast.ines)] {
                for path in [
                    "/nulle-part", "/usagers/inconnu/rien", "/dossiers//", "/wp-admin/setup.php", "/.env",
                    "/.git/config",
                ] {
                    let answer = try await browser.get(path)
                    #expect([303, 404].contains(answer.status), "\(path)")
                    if answer.status == 404 { #expect(isSoundErrorPage(answer), "\(path)") }
                }
            }
        }
    }

    @Test func `the names of files are looked up, never followed`() async throws {
        try await withSite { site in
            let climbs = [
                "..", "%2e%2e", "%2E%2E", ".%2e", "..%00", "%252e%252e", "..%c0%af", "%c0%ae%c0%ae", "..;", "....",
                "%uff0e%uff0e",
            ]
            let slashes = ["/", "%2f", "%2F", "%5c", "\\", "%252f", "%c0%af", "//"]
            let ends = ["etc/passwd", "Package.swift", "cordee.css"]
            var tried = 0
            for folder in ["/assets/", "/polices/"] {
                for climb in climbs {
                    for slash in slashes {
                        for end in ends {
                            let path = folder + String(repeating: climb + slash, count: 3) + end
                            let answer = try await site.visitor().get(path)
                            #expect([400, 404].contains(answer.status), "\(path): \(answer.status)")
                            tried += 1
                        }
                    }
                }
                for name in [
                    "/etc/passwd", "%2fetc%2fpasswd", "cordee.css%00", "./cordee.css", "CORDEE.CSS", "cordee.css%2e",
                    "",
                ] {
                    let answer = try await site.visitor().get(folder + name)
                    #expect([400, 404].contains(answer.status), "\(folder)\(name): \(answer.status)")
                    tried += 1
                }
            }
            #expect(tried >= 500)
        }
    }

    @Test func `a file that exists is served, with its type`() async throws {
        try await withSite { site in
            for name in site.app.assets.names {
                let answer = try await site.visitor().get("/assets/\(name)")
                #expect(answer.status == 200)
                #expect(answer.header("ETag")?.count ?? 0 > 10)
                #expect(answer.bytes.count > 50, "\(name)")
            }
        }
    }
}
