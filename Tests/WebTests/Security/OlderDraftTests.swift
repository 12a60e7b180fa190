import Store
import Testing
import World

@testable import Web

@Suite struct `A draft given back` {
    /// Inès types, Sophie saves something else, Inès comes back.
    private func comesBack(
        _ path: String, _ site: Site, typed: (String, String), saved: (String, String)
    ) async throws -> Answer {
        let (ines, sophie) = (try await site.browser(Cast.ines), try await site.browser(Cast.sophie))
        let seen = try await ines.get(path)
        let action = seen.path
        let form = try #require(seen.page.form(to: action))
        let fields = form.fields.filter { $0.0 != typed.0 } + [typed]
        _ = try await ines.post("/brouillons?formulaire=\(action)", fields.filter { $0.0 != "jeton" })
        let first = try await ines.get(path)
        #expect(!first.words.contains("Cela a changé depuis votre brouillon"))
        #expect(try await sophie.fill(path, action: action, [saved]).status == 200)
        return try await ines.get(path)
    }

    @Test func `tells what changed in the entry sheet since it was begun`() async throws {
        try await withSite { site in
            let answer = try await comesBack(
                "/dossiers/\(site.dossier("declaration"))/fiche?vue=remplir", site,
                typed: ("r_date_limite", "30/11/2026"), saved: ("r_date_limite", "05/12/2026"))
            #expect(answer.words.contains("Cela a changé depuis votre brouillon"))
            #expect(answer.words.contains("05/12/2026") && answer.text.contains("value=\"30/11/2026\""))
        }
    }

    @Test func `tells what changed in a person’s file since it was begun`() async throws {
        try await withSite { site in
            let answer = try await comesBack(
                "/usagers/\(site.usager("diallo"))/modifier", site, typed: ("telephone", "06 39 98 01 77"),
                saved: ("telephone", "06 39 98 01 99"))
            #expect(answer.words.contains("Cela a changé depuis votre brouillon"))
            #expect(answer.words.contains("06 39 98 01 99"))
        }
    }

    @Test func `tells what changed in the follow-up since it was begun`() async throws {
        try await withSite { site in
            let answer = try await comesBack(
                "/dossiers/\(site.dossier("declaration"))/suite", site, typed: ("note", "Ma note"),
                saved: ("note", "Sa note"))
            #expect(answer.words.contains("Cela a changé depuis votre brouillon"))
            #expect(answer.words.contains("Sa note") && answer.text.contains("Ma note"))
        }
    }
}
