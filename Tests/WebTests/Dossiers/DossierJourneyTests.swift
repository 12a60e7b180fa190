import Database
import Domain
import Store
import Testing
import World

@testable import Web

@Suite struct `Working a dossier` {
    @Test func `two people on the same sheet are both told, and neither text is lost`() async throws {
        try await withSite { site in
            let path = "/dossiers/\(site.dossier("declaration"))/fiche"
            let (ines, sophie) = (try await site.browser(Cast.ines), try await site.browser(Cast.sophie))
            let seen = try await ines.get(path + "?vue=remplir")
            _ = try await ines.post("/brouillons?formulaire=\(path)", [("r_date_limite", "30/11/2026")])
            let other = try await sophie.get(path + "?vue=remplir")
            #expect(other.words.contains("Inès Marchand écrit aussi dans cette page"))
            let saved = try await sophie.fill(on: other, action: path, [("r_date_limite", "05/12/2026")])
            #expect(saved.status == 200 && saved.words.contains("C’est enregistré."))

            let told = try await ines.post(
                "/brouillons?formulaire=\(path)", [("version", version(seen, path)), ("r_date_limite", "30/11/2026")])
            #expect(told.status == 409)
            let stale = try await ines.fill(on: seen, action: path, [("r_date_limite", "30/11/2026")])
            #expect(stale.status == 409)
            #expect(stale.words.contains("Quelqu’un d’autre a enregistré avant vous"))
            #expect(stale.text.contains("value=\"30/11/2026\"") && stale.words.contains("05/12/2026"))
            let again = try await ines.fill(on: stale, action: path)
            #expect(again.status == 200)
            let file = try await site.store.readDossier(
                Access(
                    aidant: site.built.aidant(Cast.ines), structure: site.built.ccas, role: .socialWorker,
                    session: "essai",
                    now: site.clock.now, settings: StructureSettings()), id: site.dossier("declaration"), page: "essai")
            #expect(file.dossier.answers["date_limite"] == "2026-11-30")
        }
    }

    private func version(_ answer: Answer, _ path: String) -> String {
        answer.page.form(to: path)?.fields.first { $0.0 == "version" }?.1 ?? ""
    }

    @Test func `a dossier goes from its opening to a refusal, and each step leaves its minutes`() async throws {
        try await withSite { site in
            let browser = try await site.browser(Cast.ines)
            let person = "/usagers/\(site.usager("petit"))"
            let opened = try await browser.fill(
                "\(person)/dossiers/nouveau?demarche=boite-mail-creation", action: "\(person)/dossiers",
                [("minutes", "4")])
            #expect(opened.words.contains("La démarche est ouverte."))
            let dossier = opened.path
            let early = try await browser.fill("\(dossier)/depot", [("preuve", "accuse")])
            #expect(early.status == 409 && early.words.contains("dites pourquoi vous déposez quand même"))
            let before = try await site.count("SELECT COUNT(*) AS n FROM activites")
            let page = try await browser.get("\(dossier)/depot")
            site.clock.advance(minutes: 9)
            let filed = try await browser.fill(on: page, [("preuve", "accuse"), ("malgre", "Elle finit demain.")])
            #expect(filed.path == dossier && filed.words.contains("Le dépôt est noté."))
            #expect(try await site.count("SELECT COUNT(*) AS n FROM activites") == before + 1)
            #expect(
                try await site.count("SELECT minutes AS n FROM activites WHERE kind = 'depot' ORDER BY at DESC LIMIT 1")
                    == 9)
            let refused = try await browser.fill(
                "\(dossier)/etat?vers=refuse", action: "\(dossier)/etat", [("raison", "conditions")])
            #expect(refused.words.contains("L’état de la démarche est à jour."))
        }
    }

    @Test func `a printed sheet is journaled as printed`() async throws {
        try await withSite { site in
            let browser = try await site.browser(Cast.ines)
            let prints: SQL = "SELECT COUNT(*) AS n FROM journal WHERE action = 'dossier_imprime'"
            let before = try await site.count(prints)
            for paper in ["fiche", "pieces"] {
                #expect(
                    try await browser.get("/dossiers/\(site.dossier("declaration"))/\(paper)/imprimer").status == 200)
            }
            #expect(try await site.count(prints) == before + 2)
        }
    }

    @Test func `one corrects one’s own minutes, not those of a colleague`() async throws {
        try await withSite { site in
            let path = "/dossiers/\(site.dossier("declaration"))"
            let mine = try await (try await site.browser(Cast.ines)).get(path)
            #expect(mine.text.contains("/activites/"))
            let theirs = try await (try await site.browser(Cast.sophie)).get(path)
            #expect(theirs.status == 200 && !theirs.text.contains("/activites/"))
        }
    }

    @Test func `a dossier of another structure does not exist`() async throws {
        try await withSite { site in
            let browser = try await site.browser(Cast.ines)
            for page in [
                "", "/fiche", "/pieces", "/verifier", "/depot", "/suite", "/etat", "/fiche/imprimer",
                "/pieces/imprimer",
            ] {
                #expect(try await browser.get("/dossiers/\(site.dossier("ailleurs"))\(page)").status == 404)
            }
        }
    }
}
