import Domain
import Markup
import Testing

@testable import Web

@Suite struct `Papers that an answer will decide` {
    private func text(_ html: HTML) -> String { html.string() }

    @Test
    func `a new declaration says which papers are possible and which question decides, never "nothing to gather"`() {
        let view = DossierSamples.view()
        let page = text(PiecesPage(view: view).body)
        #expect(!page.contains("Aucun papier à réunir") && !page.contains("0 sur 0"))
        #expect(page.contains("peut-être") && page.contains("Bulletin"))
        #expect(page.contains("href=\"/dossiers/d1/fiche?vue=remplir#champ-r_revenus_periode\""))
        #expect(page.contains("Qu’a reçu la personne pendant ces 3 mois"))
        let overview = text(DossierPage(view: view).body)
        #expect(overview.contains("papiers possibles") && !overview.contains("0 sur 0"))
    }

    @Test func `a possible paper is neither missing nor blocking, and its sheet says when it would be needed`() {
        let view = DossierSamples.view()
        #expect(!view.findings.contains { $0.isAboutAPaper })
        #expect(Progress(view).openPieces == 0)
        let printed = text(PrintedPieces(view: view, structure: DossierSamples.structure).body)
        #expect(printed.contains("À prévoir, peut-être") && printed.contains("À joindre si un salaire déjà rempli"))
        #expect(!printed.contains("Vous n’avez plus rien à apporter"))
    }

    @Test func `answers turn a possible paper into one to bring, or into none`() {
        var answers = DossierSamples.answersOfTheDeclaration
        let asked = DossierSamples.view(answers: answers)
        #expect(PieceLine.all(asked).map(\.code).contains("bulletin-de-paie"))
        #expect(!UndecidedPiece.all(asked).map(\.code).contains("bulletin-de-paie"))
        answers["revenus_periode"] = "rien"
        answers["prerempli_faux"] = nil
        let spared = DossierSamples.view(
            answers: answers, facts: ["situation_familiale": "celibataire", "enfants_a_charge": "0"])
        #expect(PieceLine.all(spared).isEmpty && UndecidedPiece.all(spared).isEmpty)
        #expect(text(PiecesPage(view: spared).body).contains("Aucun papier à réunir"))
    }

    @Test func `a question that the reader may not answer is named without a link`() {
        let view = DossierSamples.view("rsa-demande", facts: ["prenom": "Fatou"], hidden: ["situation_familiale"])
        let deciders = UndecidedPiece.all(view).flatMap(\.deciders).filter { $0.label.contains("familiale") }
        #expect(deciders.allSatisfy { $0.path == nil })
    }

    @Test(arguments: DossierSamples.procedures)
    func `whatever is undecided names what decides it`(procedure: String) {
        for piece in UndecidedPiece.all(DossierSamples.view(procedure)) {
            #expect(!piece.deciders.isEmpty, "\(procedure): \(piece.code)")
        }
    }
}

@Suite struct `Answers reserved to others` {
    private func view(_ count: Int, completers: [String] = ["Karim Benali"]) -> DossierView {
        var answers = DossierSamples.answersOfTheDeclaration
        answers["prerempli_faux"] = "non"
        var view = DossierSamples.view(answers: answers, hidden: ["situation_familiale"])
        view.reserved = ReservedAnswers(count: count, sensitivities: [.social])
        view.completers = completers
        return view
    }

    @Test func `are not missing for this reader, who is told whom to ask`() {
        let view = view(2)
        let sentence = "2\u{A0}réponses sont réservées à un travailleur social\u{A0}: demandez-lui de compléter."
        for page in [
            EntrySheetPage(view: view, mode: .fill).body, CheckPage(view: view).body, FilingPage(view: view).body,
            DossierPage(view: view).body,
        ] {
            #expect(page.string().contains(sentence))
            #expect(!page.string().contains("Tout ce qui est obligatoire est rempli"))
        }
        #expect(CheckPage(view: view).body.string().contains("Karim Benali peut le faire."))
        #expect(!view.findings.contains { $0.isAboutAnAnswer })
    }

    @Test func `ask why when one files without them`() {
        #expect(FilingPage(view: view(1)).body.string().contains("name=\"malgre\""))
        #expect(!FilingPage(view: view(0)).body.string().contains("name=\"malgre\""))
        #expect(Dossier.Refusal.reservedAnswers(2).sentence.contains("un collègue autorisé"))
    }
}
