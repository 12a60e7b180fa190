import Domain
import Store
import Testing
import World

@testable import Web

@Suite struct `The next date in sight` {
    @Test func `is the person’s, on the page of each of their dossiers`() async throws {
        try await withSite { site in
            let browser = try await site.browser(Cast.ines)
            let person = "/usagers/\(site.usager("diallo"))"
            let bar = #/class="qui-suite">(.*?)</span>/#
            let expected = try #require(try await browser.get("\(person)/historique").text.firstMatch(of: bar))
                .output.1
            #expect(expected.contains("Prochaine échéance"))
            let opened = try await browser.fill(
                "\(person)/dossiers/nouveau?demarche=boite-mail-creation", action: "\(person)/dossiers")
            for path in [opened.path, "\(opened.path)/pieces", "\(person)/dossiers/nouveau"] {
                let shown = try await browser.get(path).text.firstMatch(of: bar)?.output.1
                #expect(shown == expected, "\(path)")
            }
        }
    }
}
