import Catalogue
import Domain
import Foundation
import Testing

@Suite struct ReadingAFolder {
    @Test func `a correct folder has no problem and gives every definition`() throws {
        let result = try SmallCatalogue().load()
        #expect(result.problems == [])
        let full = try #require(result.definitions.demarche("aide-essai"))
        #expect(full.level == .full)
        #expect(full.questions.map(\.id) == ["travaille", "contrat", "situation", "fin_contrat"])
        #expect(full.screens[1].fields[0].monthOffset == -1)
        #expect(full.screens[1].fields[1].requirement == .when(.test(.answer("contrat"), .equals("cdi"))))
        #expect(
            full.checks[1].condition
                == .all([
                    .test(.fact("date_naissance"), .ageUnder(18)), .test(.answer("travaille"), .equals("non")),
                ]))
        #expect(
            full.deadlines[0].calculation
                == .before(.answer("fin_contrat"), opens: Delay(months: 4), closes: Delay(months: 2)))
        #expect(result.definitions.organisme("caf")?.platforms.first?.signIn.confidence == .high)
        #expect(result.definitions.source("autre_page")?.date == "2019")
        #expect(result.definitions.lexicon.synonyms == [["caf", "allocs"]])
    }

    @Test func `a question tied to a fact takes its type and its options`() throws {
        let question = try #require(SmallCatalogue().load().definitions.demarche("aide-essai")?.questions[2])
        #expect(question.type == .choice)
        #expect(question.options.map(\.code) == ["seul", "couple"])
    }

    @Test func `problems of several files come all at once, sorted`() throws {
        let problems = try SmallCatalogue()
            .replacing("titre: Demander une aide", with: "titer: Demander une aide")
            .replacing("version: 1", with: "version: un", in: SmallCatalogue.guide)
            .replacing("theme: budget", with: "theme: argent", in: "pieces/toutes.yaml")
            .load().problems
        #expect(
            problems.map(\.file) == [
                SmallCatalogue.full, SmallCatalogue.full, SmallCatalogue.guide, "pieces/toutes.yaml",
            ])
        #expect(problems == problems.sorted())
    }

    @Test func `anchors and aliases are accepted`() throws {
        let result = try SmallCatalogue()
            .replacing("si: {reponse: travaille, est: oui}", with: "si: &travaille {reponse: travaille, est: oui}")
            .replacing("    si: {reponse: travaille, est: oui}\n    age_max", with: "    si: *travaille\n    age_max")
            .load()
        #expect(result.problems == [])
        #expect(
            result.definitions.demarche("aide-essai")?.pieces[0].condition
                == .test(.answer("travaille"), .equals("oui")))
    }

    @Test func `a paper may be asked for twice under conditions that exclude each other`() throws {
        let result = try SmallCatalogue().replacing(
            "etapes:",
            with:
                "  - {piece: bulletin-de-paie, quand: {texte: Sinon.}, si: {non: {reponse: travaille, est: oui}}}\netapes:"
        ).load()
        #expect(result.problems == [])
    }

    @Test func `the report says each problem on its line and counts them`() throws {
        let problems = try SmallCatalogue().replacing("version: 1", with: "version: un").load().problems
        #expect(
            CatalogueReport.text(problems) == """
                catalogue/demarches/aide-essai.yaml:2:10: nombre entier de 1 à 10000 attendu, trouvé « un ».

                Catalogue : 1 problème dans 1 fichier.
                """)
        #expect(CatalogueReport.text([]) == "Catalogue : aucun problème.")
    }
}

@Suite struct FilesThatCannotBeRead {
    private func first(_ catalogue: SmallCatalogue, in file: String = SmallCatalogue.guide) throws -> CatalogueProblem?
    {
        try catalogue.load().problems.first { $0.file == file }
    }

    @Test func `an empty file is a problem`() throws {
        for text in ["", "\n\n", "# rien\n", "---\n"] {
            #expect(try first(SmallCatalogue().writing(text, to: SmallCatalogue.guide))?.message == "fichier vide.")
        }
    }

    @Test func `a file that is not UTF-8 is a problem, at its line`() throws {
        var data = Data("id: guide-essai\ntitre: caf".utf8)
        data.append(0xE9)
        let problem = try first(SmallCatalogue().writing(data, to: SmallCatalogue.guide))
        #expect(problem?.message == "encodage inconnu : enregistrez le fichier en UTF-8.")
        #expect(problem?.line == 2)
    }

    @Test func `a byte order mark is a problem, and the rest of the file is still read`() throws {
        var catalogue = SmallCatalogue()
        catalogue.files[SmallCatalogue.guide]?.insert(contentsOf: [0xEF, 0xBB, 0xBF], at: 0)
        let result = try catalogue.load()
        #expect(
            result.problems.map(\.message) == [
                "marque d’ordre des octets (BOM) en tête : enregistrez en « UTF-8 sans BOM »."
            ])
        #expect(result.definitions.demarche("guide-essai") != nil)
    }

    @Test func `a file over one megabyte is a problem`() throws {
        let text = String(repeating: "# commentaire\n", count: 80_000)
        let problem = try first(SmallCatalogue().writing(text, to: SmallCatalogue.guide))
        #expect(problem?.message == "fichier de plus de 1 Mo (1120000 octets).")
    }

    @Test func `brackets opened without end are a problem, not a crash`() throws {
        for opening in ["[", "{a: ", "- "] {
            let text = "id: " + String(repeating: opening, count: 20_000)
            #expect(try first(SmallCatalogue().writing(text, to: SmallCatalogue.guide)) != nil)
        }
        let blocks = String(repeating: "- ", count: 20_000) + "a"
        #expect(try first(SmallCatalogue().writing(blocks, to: SmallCatalogue.guide)) != nil)
    }

    @Test func `a condition that folds on itself through aliases ends`() throws {
        let levels = (1...12).map { "      - &n\($0) {tous: [*n\($0 - 1), *n\($0 - 1)]}" }.joined(separator: "\n")
        let text = "id: guide-essai\ncontroles:\n  - si:\n      un_de:\n      - &n0 {reponse: a, est: oui}\n" + levels
        #expect(try first(SmallCatalogue().writing(text, to: SmallCatalogue.guide)) != nil)
    }

    @Test func `a missing vocabulary is a problem`() throws {
        let problem = try first(
            SmallCatalogue().writing(Data?.none, to: "vocabulaires/coop.yaml"), in: "vocabulaires/coop.yaml")
        #expect(problem?.message == "fichier illisible : vérifiez qu’il existe et que vous avez le droit de le lire.")
    }

    @Test func `a file with another ending is a problem`() throws {
        let problem = try first(SmallCatalogue().writing("id: a", to: "demarches/a.yml"), in: "demarches/a.yml")
        #expect(problem?.message == "fichier inattendu : le nom doit finir par « .yaml ».")
    }

    @Test func `a folder that does not exist is a problem`() {
        let result = CatalogueFolder.load("/nulle/part")
        #expect(
            result.problems.contains {
                $0.file == "demarches" && $0.message == "dossier « demarches » absent ou illisible."
            })
    }

    @Test(arguments: [
        BrokenFile(
            "a tab", replacing: "  noms: [aide, AE]", with: "\tnoms: [aide, AE]",
            says: "tabulation en début de ligne : YAML veut des espaces."),
        BrokenFile(
            "a colon in a text", replacing: "objet: Une aide", with: "objet: Une: aide",
            says: "« : » mal placé : mettez le texte entre guillemets, ou vérifiez le retrait des lignes."),
        BrokenFile(
            "an unclosed quote", in: SmallCatalogue.guide, replacing: "plateforme: caf.fr",
            with: "plateforme: \"caf.fr", says: "guillemet ouvert et jamais fermé sur cette ligne."),
        BrokenFile(
            "a quote closed by the next one, far below", replacing: "objet: Une aide pour les familles.",
            with: "objet: \"Une aide", says: "guillemet ouvert et jamais fermé sur cette ligne."),
        BrokenFile(
            "an unclosed bracket", replacing: "noms: [aide, AE]", with: "noms: [aide, AE",
            says: "virgule, crochet ou accolade manquants dans ce qui s’ouvre ici."),
        BrokenFile(
            "a wrong indent", replacing: "  noms: [aide, AE]", with: "    noms: [aide, AE]", at: "  phrases:",
            says: "clé attendue ici : vérifiez le retrait des lignes et les guillemets."),
        BrokenFile(
            "an unknown alias", replacing: "noms: [aide, AE]", with: "noms: *rien",
            says: "renvoi « * » vers une ancre « & » qui n’existe pas."),
        BrokenFile(
            "a key written twice", replacing: "version: 1", with: "version: 1\nversion: 2", at: "version: 1",
            says: "clé écrite deux fois dans le même bloc : « version »."),
        BrokenFile(
            "two documents", replacing: "etapes:", with: "---\netapes:", at: "---",
            says: "un seul document par fichier : retirez « --- »."),
    ])
    func `a YAML mistake is said in French at its line`(_ broken: BrokenFile) throws {
        try broken.expectProblem()
    }
}
