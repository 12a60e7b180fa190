import Database
import Domain
import Store
import Testing
import World

@testable import Web

@Suite struct `The history of a person` {
    private func fill(_ site: Site, _ person: String, dossier: String, count: Int) async throws {
        let (usager, id) = (site.usager(person), site.dossier(dossier))
        let structure = site.structure(of: Cast.ines)
        let aidant = site.built.aidant(Cast.ines)
        let at = site.clock.now.milliseconds
        try await site.engine.write { db in
            for number in 0..<count {
                // Three acts of each moment: the order must hold inside one.
                try db.execute(
                    """
                    INSERT INTO activites (id, structure_id, aidant_id, usager_id, dossier_id, demarche, organisme, kind,
                        way, minutes, done_on, at, version)
                    VALUES (\("acte-\(1000 + number)"), \(structure.raw), \(aidant.raw), \(usager.raw), \(id.raw),
                        \("caf-declaration-trimestrielle"), \("caf"), \("suivi"), \("avec"), 3, \("2026-11-21"),
                        \(at - Int64(number / 3)), 1)
                    """)
            }
        }
    }

    @Test func `is paged to its very first act, each once, each page light`() async throws {
        try await withSite { site in
            let person = "/usagers/\(site.usager("diallo"))"
            try await fill(site, "diallo", dossier: "declaration", count: 430)
            let all = try await site.count(
                "SELECT COUNT(*) AS n FROM activites WHERE usager_id = \(site.usager("diallo").raw)")
            let browser = try await site.browser(Cast.ines)
            var path: String? = "\(person)/historique"
            var seen: [String] = []
            var pages = 0
            while let address = path, pages < 20 {
                let answer = try await browser.get(address)
                #expect(answer.status == 200 && answer.bytes.count < 60_000, "\(answer.bytes.count)")
                #expect(answer.words.contains("\(all) actes"))
                seen += answer.text.matches(of: /href="\/activites\/([^"]+)"/).map { String($0.output.1) }
                path = answer.text.firstMatch(of: /href="(\/usagers\/[^"]+avant=[^"]+)"/).map {
                    String($0.output.1).replacing("&amp;", with: "&")
                }
                pages += 1
            }
            #expect(pages == 5)
            #expect(Set(seen).count == seen.count)
            #expect(seen.filter { $0.hasPrefix("acte-") }.count == 430)
        }
    }

    @Test func `an act of somebody else’s history opens no page`() async throws {
        try await withSite { site in
            let other = try #require(
                try await site.id("SELECT id FROM activites WHERE usager_id = \(site.usager("petit").raw) LIMIT 1"))
            let browser = try await site.browser(Cast.ines)
            let answer = try await browser.get("/usagers/\(site.usager("diallo"))/historique?avant=\(other)")
            #expect(answer.status == 404)
        }
    }

    @Test func `of one dossier goes on behind its page`() async throws {
        try await withSite { site in
            try await fill(site, "diallo", dossier: "declaration", count: 90)
            let id = site.dossier("declaration")
            let browser = try await site.browser(Cast.ines)
            let page = try await browser.get("/dossiers/\(id)")
            #expect(page.bytes.count < 60_000)
            let link = try #require(page.text.firstMatch(of: /href="(\/usagers\/[^"]+historique\?dossier=[^"]+)"/))
            let all = try await browser.get(String(link.output.1))
            let count = try await site.count("SELECT COUNT(*) AS n FROM activites WHERE dossier_id = \(id.raw)")
            #expect(all.words.contains("\(count) actes"))
        }
    }
}
