import Database
import Domain
import Store
import Testing
import World

@testable import Web

/// The main job, from a person's words to a followed procedure, without a script in the browser.
@Suite struct `A morning at the desk` {
    @Test func `Lucie welcomes, Inès prepares, files and follows, Sophie sees who did what`() async throws {
        try await withSite { site in
            // A man comes in. Lucie, at the desk, writes what he says.
            let lucie = site.visitor()
            let first = try await lucie.fill(
                "/", action: "/connexion", [("email", Cast.lucie.email), ("mot_de_passe", Cast.password)])
            #expect(first.page.heading.contains("Aujourd’hui") || first.asked == "/aujourdhui")
            var page = try await lucie.fill(
                "/accueillir", [("mots", "ma caf elle marche plus, j ai pas fait ma declaration")],
                press: ("action", "chercher"))
            #expect(page.words.contains("Déclarer ses ressources"))
            let form = try #require(page.page.form(to: "/accueillir"))
            #expect(form.fields.contains { $0.0 == "choix" || $0.0 == "demarche" })
            page = try await lucie.fill(
                on: page, [("demarche", "caf-declaration-trimestrielle"), ("urgence", "semaine"), ("gene", "lecture")],
                press: ("action", "proposer"))
            #expect(page.status == 200, "\(page.words)")
            #expect(
                page.words.contains("avec la personne") || page.words.contains("à la place")
                    || page.words.contains("Faire"))

            // He gives a first name: that is enough for a file.
            page = try await lucie.fill(on: page, [("qui", "Moussa")], press: ("action", "personne"))
            page = try await lucie.fill(on: page, [("qui", "Moussa")], press: ("action", "commencer"))
            #expect(page.path.hasPrefix("/dossiers/"), "\(page.asked) \(page.status) \(page.words.prefix(500))")
            #expect(page.words.contains("La démarche est ouverte"))
            let dossier = page.path
            let person = try #require(
                page.page.links.first { $0.hasPrefix("/usagers/") && $0.split(separator: "/").count == 2 })

            // Inès takes over: what must be at hand, the papers, the entry sheet.
            let ines = try await site.browser(Cast.ines)
            #expect(try await ines.post("/usagers/chercher", [("q", "mouss")]).words.contains("Moussa"))
            #expect(try await ines.get(person).words.contains("Déclarer ses ressources"))
            page = try await ines.get("\(dossier)/pieces")
            let early = try await ines.get("\(dossier)/verifier")
            #expect(early.status == 200)
            #expect(early.words.contains("manque") || early.words.contains("rempli"))
            page = try await ines.fill("\(dossier)/fiche?vue=remplir", action: "\(dossier)/fiche")
            #expect(page.status == 200)

            // She files it with him, and says what comes next.
            page = try await ines.get("\(dossier)/depot")
            site.clock.advance(minutes: 12)
            page = try await ines.fill(
                on: page, [("preuve", "accuse"), ("malgre", "Il a tout vendu au vide-grenier.")])
            #expect(page.words.contains("Le dépôt est noté"), "\(page.status) \(page.words.prefix(800))")
            page = try await ines.fill(
                "\(dossier)/suite",
                [("suite_qui", "organisme"), ("suite_quoi", "Verser le droit."), ("suite_quand", "05/12/2026")])
            #expect(page.words.contains("C’est enregistré"), "\(page.status) \(page.words.prefix(800))")
            #expect(try await ines.get("\(person)/echeances").words.contains("5 décembre"))

            // He leaves with a sheet in large type.
            let sheet = try await ines.get("\(person)/feuille-de-route")
            #expect(sheet.status == 200)
            #expect(sheet.words.contains("Verser le droit") || sheet.words.contains("Déclarer ses ressources"))

            // Sophie, who manages the structure, sees who opened his file; the chain of the journal holds.
            let sophie = try await site.browser(Cast.sophie)
            let journal = try await sophie.get("\(person)/journal")
            #expect(journal.words.contains("Lucie") && journal.words.contains("Inès"))
            let reports = try await site.store.verifyJournal()
            #expect(reports.allSatisfy { $0.fault == nil })

            // No minute was typed, and all were counted.
            let id = dossier.split(separator: "/").last.map(String.init) ?? ""
            #expect(try await site.count("SELECT COUNT(*) AS n FROM activites WHERE dossier_id = \(id)") >= 3)
            #expect(try await site.count("SELECT SUM(minutes) AS n FROM activites WHERE dossier_id = \(id)") >= 12)

            // Nothing of what was said or typed stands in the log, nor readable on the disk.
            let log = site.log.lines.joined(separator: "\n")
            let bytes = try site.bytes()
            for word in ["Moussa", "marche plus", "vide-grenier", "Verser le droit", Cast.lucie.email, Cast.password] {
                #expect(!log.contains(word), "\(word) stands in the log")
                #expect(!bytes.contains(text: word), "\(word) stands on the disk")
            }
        }
    }

    @Test func `a need without an answer is noted, and nobody's file is opened`() async throws {
        try await withSite { site in
            let lucie = try await site.browser(Cast.lucie)
            var page = try await lucie.fill("/accueillir", [("mots", "zzzqx vvvrt")], press: ("action", "chercher"))
            #expect(page.words.contains("Aucune démarche ne correspond à ces mots"))
            page = try await lucie.fill(on: page, press: ("action", "noter"))
            #expect(page.words.contains("L’accueil est noté"))
            #expect(try await site.count("SELECT COUNT(*) AS n FROM usagers") == 9)
            #expect(try await site.count("SELECT COUNT(*) AS n FROM activites WHERE dossier_id IS NULL") == 1)
        }
    }

    @Test func `the person chosen at the desk is not opened twice`() async throws {
        try await withSite { site in
            let ines = try await site.browser(Cast.ines)
            var page = try await ines.fill(
                "/accueillir", [("mots", "on va me couper l'électricité")], press: ("action", "chercher"))
            page = try await ines.fill(on: page, press: ("action", "proposer"))
            page = try await ines.fill(on: page, [("qui", "Fatou Diallo")], press: ("action", "commencer"))
            #expect(page.status == 422)
            #expect(page.words.contains("Une fiche ressemble"))
            page = try await ines.fill(
                on: page, [("personne", site.usager("diallo").raw)], press: ("action", "commencer"))
            #expect(page.path.hasPrefix("/dossiers/"))
            #expect(try await site.count("SELECT COUNT(*) AS n FROM usagers") == 9)
        }
    }
}
