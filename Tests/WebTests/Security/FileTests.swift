import Domain
import HTTPTypes
import Markup
import Testing
import World

@testable import Web

@Suite struct `Files and probes` {
    @Test func `leave no cookie in the browser; a page does`() async throws {
        try await withSite { site in
            for path in ["/sante", Paths.asset("cordee.css").text] {
                let answer = try await site.visitor().get(path)
                #expect(answer.status == 200 && answer.head.headerFields[values: .setCookie].isEmpty, "\(path)")
            }
            let page = try await site.visitor().get("/connexion")
            #expect(page.head.headerFields[values: .setCookie].count == 1)
        }
    }

    @Test func `carry in their address what they hold, and are kept for ever under it`() async throws {
        try await withSite { site in
            let page = try await site.visitor().get("/connexion")
            let address = try #require(page.text.firstMatch(of: /\/assets\/cordee\.css\?v=[0-9a-f]{16}/)).output
            let file = try await site.visitor().get(String(address))
            #expect(file.status == 200)
            #expect(file.header("Cache-Control") == "public, max-age=31536000, immutable")
            for other in ["/assets/cordee.css", "/assets/cordee.css?v=0123456789abcdef"] {
                #expect(try await site.visitor().get(other).header("Cache-Control") == "public, max-age=3600")
            }
            let names = site.app.assets.names
            #expect(Set(names.map { Paths.asset($0).text.suffix(16) }).count == names.count)
        }
    }

    @Test func `are not sent again to whom has them, even through a proxy that compresses`() async throws {
        try await withSite { site in
            let tag = try #require(try await site.visitor().get("/assets/cordee.css").header("ETag"))
            for sent in [tag, "W/\(tag)", "\"autre\", \(tag)"] {
                let answer = try await site.visitor().get("/assets/cordee.css", [.ifNoneMatch: sent])
                #expect(answer.status == 304 && answer.bytes.isEmpty, "\(sent)")
            }
            #expect(try await site.visitor().get("/assets/cordee.css", [.ifNoneMatch: "\"autre\""]).status == 200)
        }
    }

    @Test func `the hour of the end of a wait is an hour that exists`() {
        // 21 November 2026, 10:59:30 in Paris.
        let late = Site.start.adding(minutes: 59)
        #expect(SignInPage.wait(until: late).contains("11\u{A0}h"))
        for minutes in 0..<120 {
            let words = SignInPage.wait(until: Site.start.adding(minutes: minutes))
            #expect(!words.contains("60"), "\(words)")
        }
    }
}
