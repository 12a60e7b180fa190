import Testing
import World

@Suite struct `The site in the test's process` {
    @Test func `shows the first page to somebody who signed in by the form`() async throws {
        try await withSite { site in
            let browser = site.visitor()
            let page = try await browser.fill(
                "/", action: "/connexion", [("email", Cast.ines.email), ("mot_de_passe", Cast.password)])
            #expect(page.status == 200)
            #expect(page.asked == "/aujourdhui")
            #expect(page.page.problems == [])
            #expect(page.words.contains("Inès"))
        }
    }
}
