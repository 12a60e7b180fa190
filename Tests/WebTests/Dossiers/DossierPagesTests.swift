import Domain
import Foundation
import Markup
import Testing

@testable import Web

@Suite struct `Pages of a dossier` {
    @Test(arguments: DossierSamples.procedures)
    func `every page of every procedure is sound, harmless and light`(procedure: String) {
        for page in DossierSamples.pages(DossierSamples.view(procedure)) {
            check(page.html, "\(procedure) \(page.name)")
        }
    }

    @Test(arguments: Dossier.State.allCases)
    func `every page is sound in every state`(state: Dossier.State) {
        let day = DossierSamples.today.adding(days: -20)
        let view = DossierSamples.view(
            state: state, answers: DossierSamples.answersOfTheDeclaration, filedOn: state.isFiled ? day : nil,
            decidedOn: state == .refused ? day.adding(days: 5) : nil)
        for page in DossierSamples.pages(view) { check(page.html, "\(state) \(page.name)") }
    }

    private func check(_ html: HTML, _ name: String) {
        let page = html.string()
        #expect(page.components(separatedBy: "<h1>").count == 2, "\(name): one title")
        #expect(!page.contains("<script>") && !page.contains("\"\u{301}onload"), "\(name): hostile text")
        let title = page.firstMatch(of: /<title>(.*?)<\/title>/).map { String($0.output.1) } ?? ""
        #expect(!title.contains("Fatou") && !title.contains("script"), "\(name): a name in the title")
        #expect(html.bytes.count < 60_000, "\(name): \(html.bytes.count) bytes")
        let ids = page.matches(of: /\sid="([^"]*)"/).map { String($0.output.1) }
        #expect(Set(ids).count == ids.count, "\(name): an id twice")
        let seen = Set(ids)
        for reference in page.matches(of: /\s(?:for="|aria-describedby="|href="#)([^"]+)"/) {
            for id in reference.output.1.split(separator: " ") {
                #expect(seen.contains(String(id)), "\(name): \(id) is nowhere")
            }
        }
        let labelled = Set(page.matches(of: /<label[^>]* for="([^"]*)"/).map { String($0.output.1) })
        for control in page.matches(of: /<(?:input|select|textarea)[^>]* id="([^"]+)"/) {
            #expect(labelled.contains(String(control.output.1)), "\(name): \(control.output.1) without a label")
        }
    }

    @Test func `the sheet is read in the platform’s order, with months in words and one copy button per value`() throws
    {
        let view = DossierSamples.view(answers: DossierSamples.answersOfTheDeclaration)
        let page = EntrySheetPage(view: view, mode: .copy).body.string()
        #expect(page.contains("Salaire versé en juillet 2026") && !page.contains("{mois}"))
        #expect(page.contains("data-copier=\"1212,50\""))
        let first = try #require(page.range(of: "Changements de situation"))
        let second = try #require(page.range(of: "Ressources de chaque personne"))
        #expect(first.lowerBound < second.lowerBound)
    }

    @Test func `what is missing is said in words, and a secret is never asked`() {
        let page = EntrySheetPage(
            view: DossierSamples.view("boite-mail-creation", answers: ["projet": "creer"]), mode: .copy
        ).body.string()
        #expect(page.contains("etat-perdu\">") && page.contains("manque</span>"))
        #expect(page.contains("La personne le tape elle-même. Ne le notez jamais."))
        let form = EntrySheetPage(
            view: DossierSamples.view("boite-mail-creation", answers: ["projet": "creer"]), mode: .fill
        ).body.string()
        #expect(!form.contains("type=\"password\""))
    }

    @Test func `a fact that the reader may not see is reserved, neither shown nor asked`() {
        let facts = ["prenom": "Fatou", "situation_familiale": "parent_isole"]
        let view = DossierSamples.view(facts: facts, hidden: ["situation_familiale"])
        let form = EntrySheetPage(view: view, mode: .fill).body.string()
        #expect(form.contains("Réservé : un collègue autorisé"))
        #expect(!form.contains("name=\"r_situation_familiale\""))
        let open = EntrySheetPage(view: DossierSamples.view(facts: facts), mode: .fill).body.string()
        #expect(open.contains("name=\"r_situation_familiale\""))
    }

    @Test func `the rope tells what is missing, then to check, then to file`() {
        let empty = Progress(DossierSamples.view())
        #expect(empty.rope.knots.map(\.state) == [.here, .next, .next, .next, .next])
        var answers = DossierSamples.answersOfTheDeclaration
        answers["prerempli_faux"] = "non"
        #expect(
            Progress(DossierSamples.view(answers: answers)).rope.knots.map(\.state) == [
                .done, .done, .here, .next, .next,
            ])
        answers["nature_montant"] = "brut"
        #expect(
            Progress(DossierSamples.view(answers: answers)).rope.knots.map(\.state) == [
                .done, .here, .next, .next, .next,
            ])
        let refused = DossierSamples.view(
            state: .refused, filedOn: DossierSamples.today, decidedOn: DossierSamples.today)
        #expect(Progress(refused).rope.knots.map(\.state) == [.done, .done, .done, .blocked, .next])
    }

    @Test func `a finding leads to its very field`() {
        var answers = DossierSamples.answersOfTheDeclaration
        answers["nature_montant"] = "net_a_payer"
        let page = CheckPage(view: DossierSamples.view(answers: answers)).body.string()
        #expect(page.contains("Le net à payer est l’argent viré"))
        #expect(page.contains("href=\"/dossiers/d1/fiche?vue=remplir#champ-r_nature_montant\""))
    }

    @Test func `when nothing is found, it says so and what remains to a human eye`() {
        var answers = DossierSamples.answersOfTheDeclaration
        answers["prerempli_faux"] = "non"
        answers["revenus_periode"] = "salaire,pension_alimentaire"
        for month in 1...3 { answers["pension_\(month)"] = "100" }
        let bulletin = PieceFollowUp(
            piece: "bulletin-de-paie", status: .received, issuedOn: nil, note: "", changedOn: DossierSamples.today)
        let page = CheckPage(view: DossierSamples.view(answers: answers, pieces: [bulletin])).body.string()
        #expect(
            page.contains("Tout ce que Cordée peut vérifier est bon") && page.contains("Ce qui fait souvent échouer"))
    }

    @Test func `where nobody may stand in, the worker cannot be the one who clicked`() {
        let view = DossierSamples.view(standIn: StandIn(rule: .forbidden, reason: "Elle signe en personne."))
        let page = FilingPage(view: view).body.string()
        #expect(
            !page.contains("value=\"aidant\" aria") && !page.contains("Nous, à sa place")
                && page.contains("Elle signe en personne."))
        #expect(!page.contains("value=\"a_la_place\""))
        #expect(FilingPage(view: DossierSamples.view()).body.string().contains("Nous, à sa place"))
    }

    @Test func `after a refusal the last day of each appeal stands in full words`() {
        let refused = DossierSamples.view(
            state: .refused, filedOn: DossierSamples.today.adding(days: -30),
            decidedOn: DossierSamples.today.adding(days: -10))
        let page = MovePage(view: refused, target: nil).body.string()
        #expect(page.contains("Dernier jour : lundi 11 janvier 2027"))
    }

    @Test func `the checklist on paper carries neither the name nor a number of the person`() {
        let view = DossierSamples.view(
            answers: DossierSamples.answersOfTheDeclaration,
            facts: ["prenom": "Fatou", "nom_usage": "Diallo", "numero_caf": "4471208", "telephone": "0639980112"])
        let page = PrintedPieces(view: view, structure: DossierSamples.structure).body.string()
        #expect(page.contains("Bulletin") && page.contains("Votre prochain rendez-vous"))
        for hidden in ["Diallo", "Fatou", "4471208", "0639980112"] { #expect(!page.contains(hidden)) }
    }

    @Test func `somebody who may only read gets no form but the banner’s`() {
        let view = DossierSamples.view(filedOn: nil, mayEdit: false)
        for page in [
            DossierPage(view: view).body, PiecesPage(view: view).body, FilingPage(view: view).body,
            FollowUpPage(view: view).body,
        ] {
            #expect(!page.string().contains("class=\"formulaire\""))
        }
    }
}
