import HTTPTypes
import Testing
import World

@testable import Web

@Suite struct `Every page of the site` {
    /// The reception, a social worker and the responsable see most of what there is to see; the others see less.
    @Test(arguments: [Cast.lucie, Cast.ines, Cast.sophie].map(\.key))
    func `is sound, wherever the links lead`(key: String) async throws {
        let reader = try #require(Cast.team.first { $0.key == key })
        try await withSite { site in
            let browser = try await site.browser(reader)
            let pages = try await Crawl(browser: browser).pages(from: ["/aujourdhui"])
            #expect(pages.count > 60)
            for page in pages {
                #expect(page.status == 200, "\(reader.role) follows a link to \(page.asked): \(page.status)")
                #expect(PageChecks.problems(page) == [], "\(page.asked)")
                let title = page.page.title
                for name in Self.names { #expect(!title.contains(name), "\(page.asked): \(title)") }
            }
            let addresses = pages.map(\.asked)
            for name in Self.names {
                #expect(!addresses.contains { $0.contains(name) }, "\(name) stands in an address")
            }
        }
    }

    private static let names = [
        "Diallo", "Fatou", "Petit", "Nguyen", "Nguy", "Roche", "Lefevre", "Lefèvre", "Connor", "Maya",
    ]

    @Test func `is sound when it is reached by its route alone`() async throws {
        try await withSite { site in
            for reader in [Cast.ines, Cast.sophie, Cast.admin] {
                let things = try await Things(site, for: reader)
                let browser = try await site.browser(reader)
                for route in site.declared
                where route.method == "GET" && !route.path.hasPrefix("/assets") && !route.path.hasPrefix("/polices") {
                    for target in [Target.followed, .unknown] {
                        let answer = try await browser.get(route.address(target, in: site, things))
                        guard answer.isPage else { continue }
                        #expect(PageChecks.problems(answer) == [], "\(reader.role) \(route.path): \(answer.status)")
                    }
                }
            }
        }
    }

    @Test func `is sound when its form comes back refused`() async throws {
        try await withSite { site in
            let things = try await Things(site, for: Cast.sophie)
            let browser = try await site.browser(Cast.sophie)
            for route in site.declared
            where route.method == "POST" && !["/deconnexion", "/verrouiller"].contains(route.path) {
                let answer = try await browser.post(route.address(.followed, in: site, things))
                guard answer.isPage, !answer.path.contains("fragment"), !answer.path.contains("ressemblances") else {
                    continue
                }
                #expect(PageChecks.problems(answer) == [], "\(route.path): \(answer.status)")
                if answer.status == 422 {
                    #expect(answer.page.title.hasPrefix("Erreur"), "\(route.path): \(answer.page.title)")
                }
            }
        }
    }

    @Test func `the checker finds what it looks for`() {
        let wrong = [
            "<p>a<b>c</p>", "<input name=\"a\">", "<p id=\"a\"></p><p id=\"a\"></p>", "<p style=\"x\">a</p>",
            "<p onclick=\"x\">a</p>",
            "<script>a</script>", "<h1>a</h1><h3>b</h3>", "<a href=\"javascript:a\">b</a>",
            "<a href=\"//x.example\">b</a>",
            "<form method=\"post\" action=\"/a\"><button>b</button></form>", "<img src=\"/a\">",
            "<table><tr><td>a</td></tr></table>",
            "<button></button>", "<label for=\"absent\">a</label>", "<h1>a</h1><h1>b</h1>",
        ]
        for body in wrong {
            let heading = body.contains("h1") ? "" : "<h1>t</h1>"
            let text =
                "<!doctype html><html lang=\"fr\"><head><title>t</title></head><body>\(heading)\(body)</body></html>"
            let answer = Answer(head: .init(status: .ok), bytes: Array(text.utf8), asked: "/")
            #expect(PageChecks.problems(answer).count >= 1, "\(body)")
        }
        let sound =
            "<!doctype html><html lang=\"fr\"><head><title>t</title></head><body><h1>t</h1><h2>u</h2></body></html>"
        #expect(PageChecks.problems(Answer(head: .init(status: .ok), bytes: Array(sound.utf8), asked: "/")) == [])
    }
}
