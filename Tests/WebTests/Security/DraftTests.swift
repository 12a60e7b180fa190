import Database
import Store
import Testing
import World

@testable import Web

@Suite struct `Drafts` {
    @Test func `what is being typed is kept, given back to its writer only, and gone once saved`() async throws {
        try await withSite { site in
            let path = "/usagers/\(site.usager("diallo"))/modifier"
            let browser = try await site.browser(Cast.ines)
            let kept = try await browser.post(
                "/brouillons?formulaire=\(path)", [("telephone", "06 39 98 01 77"), ("mot_de_passe", "secret")])
            #expect(kept.status == 204)
            let again = try await browser.get(path)
            #expect(again.text.contains("06 39 98 01 77"))
            #expect(again.words.contains("Rien n’est perdu"))
            let colleague = try await site.browser(Cast.sophie)
            #expect(!(try await colleague.get(path)).text.contains("06 39 98 01 77"))
            let elsewhere = try await site.browser(Cast.ines)
            #expect(try await elsewhere.get(path).text.contains("06 39 98 01 77"))
            #expect(try await browser.fill(on: again, action: path).status == 200)
            #expect(!(try await browser.get(path)).words.contains("Rien n’est perdu"))
            #expect(try await site.count("SELECT COUNT(*) AS n FROM drafts") == 0)
        }
    }

    @Test func `can be dropped`() async throws {
        try await withSite { site in
            let path = "/usagers/\(site.usager("diallo"))/modifier"
            let browser = try await site.browser(Cast.ines)
            _ = try await browser.post("/brouillons?formulaire=\(path)", [("telephone", "06 39 98 01 77")])
            let page = try await browser.fill(path, action: "/brouillons/effacer")
            #expect(page.asked == path)
            #expect(!page.text.contains("06 39 98 01 77"))
        }
    }

    @Test func `are sealed on the disk, and never hold a password`() async throws {
        try await withSite { site in
            let browser = try await site.browser(Cast.ines)
            _ = try await browser.post(
                "/brouillons?formulaire=/usagers/nouveau",
                [("prenom", "Marqueur-Brouillon"), ("mot_de_passe_actuel", "Marqueur-Secret")])
            let bytes = try site.bytes()
            #expect(!bytes.contains(text: "Marqueur-Brouillon"))
            let draft = try await site.store.draft(site.access(Cast.ines), form: "/usagers/nouveau")
            #expect(draft?.fields == ["prenom": "Marqueur-Brouillon"])
        }
    }

    @Test func `of another site's address, or endless, are refused`() async throws {
        try await withSite { site in
            let browser = try await site.browser(Cast.ines)
            for action in ["", "https://ailleurs.example/", "/" + String(repeating: "a", count: 300)] {
                #expect(
                    try await browser.post("/brouillons?formulaire=\(action)", [("prenom", "X")]).status == 400,
                    "\(action)")
            }
            #expect(try await site.count("SELECT COUNT(*) AS n FROM drafts") == 0)
        }
    }
}
