import Domain
import Markup
import Store
import Testing

@testable import Web

@Suite struct `Forms of a dossier` {
    private let view = DossierSamples.view(answers: DossierSamples.answersOfTheDeclaration)
    private let today = DossierSamples.today

    private func form(_ fields: [String: String]) -> FormBody { FormBody(values: fields.mapValues { [$0] }) }

    @Test func `answers are brought to their canonical form, an emptied one is removed, an absent one is left alone`() {
        let sent = FormBody(values: [
            "r_salaire_1": ["1 300,5 €"], "r_salaire_2": [""], "r_revenus_periode": ["", "salaire", "chomage"],
            "r_acces_compte": ["non"],
        ])
        let answers = AnswersForm(sent, sheet: view.sheet, today: today)
        #expect(answers.problems.isEmpty)
        #expect(answers.values["salaire_1"] == "1300.50")
        #expect(answers.values["salaire_2"] == "")
        #expect(answers.values["revenus_periode"] == "salaire,chomage")
        #expect(answers.values["date_limite"] == nil)
    }

    @Test func `what is wrong is said at its field and what was typed comes back`() {
        let sent = form(["r_salaire_1": "mille \"euros", "r_date_limite": "30/02/2026"])
        let answers = AnswersForm(sent, sheet: view.sheet, today: today)
        #expect(Set(answers.problems.map(\.field)) == ["r_salaire_1", "r_date_limite"])
        let page = EntrySheetPage(view: view, mode: .fill, form: sent, errors: answers.problems, key: "k").body.string()
        #expect(page.contains("value=\"mille &quot;euros\"") && page.contains("value=\"30/02/2026\""))
        #expect(page.contains("href=\"#champ-r_salaire_1\""))
    }

    @Test func `a field of a screen that does not apply is not taken`() {
        let answers = AnswersForm(form(["r_pension_1": "100"]), sheet: view.sheet, today: today)
        #expect(answers.values.isEmpty && answers.problems.isEmpty)
    }

    @Test func `when somebody saved first, both texts stand side by side where they differ`() {
        let conflict = AnswerConflict(
            form(["r_salaire_1": "999", "r_salaire_2": "1184,50"]), sheet: view.sheet, today: today)
        #expect(conflict.lines.map(\.label) == ["Salaire versé en juillet 2026"])
        #expect(conflict.lines.map(\.mine) == ["999,00\u{A0}€"] || conflict.lines.map(\.mine) == ["999\u{A0}€"])
        #expect(conflict.lines.first?.saved == ValueFormat.display("1212.50", as: .amount))
        let page = EntrySheetPage(
            view: view, mode: .fill, form: form(["r_salaire_1": "999"]), conflict: conflict, key: "k"
        ).body.string()
        #expect(page.contains("Quelqu’un d’autre a enregistré avant vous") && page.contains("value=\"999\""))
        #expect(page.contains("name=\"version\" value=\"7\"") && page.contains("name=\"usager_version\" value=\"4\""))
    }

    @Test func `minutes are those typed, else those since the page was opened, at most a session’s idle time`() {
        let opened = String(DossierSamples.now.adding(minutes: -12).milliseconds)
        #expect(WorkForm(form(["ouvert": opened]), view).work.minutes == 12)
        #expect(WorkForm(form(["ouvert": opened, "minutes": "40"]), view).work.minutes == 40)
        let yesterday = String(DossierSamples.now.adding(days: -1).milliseconds)
        #expect(WorkForm(form(["ouvert": yesterday]), view).work.minutes == WorkForm.longest)
        #expect(WorkForm(form(["minutes": "1440"]), view).problems.map(\.field) == ["minutes"])
        let later = String(DossierSamples.now.adding(days: 1).milliseconds)
        #expect(WorkForm(form(["ouvert": later]), view).work.minutes == 0)
    }

    @Test func `the way of standing in is refused where it is forbidden`() {
        let forbidden = StandIn(rule: .forbidden, reason: "")
        let sent = form(["maniere": "a_la_place"])
        #expect(
            WorkForm(sent, way: .together, standIn: forbidden, now: DossierSamples.now).problems.map(\.field) == [
                "maniere"
            ])
        #expect(WorkForm(sent, way: .together, standIn: StandIn(), now: DossierSamples.now).work.way == .standIn)
    }

    @Test func `a filing needs a day, a way out, who clicked, a proof and a next step`() {
        let nothing = FilingForm(.empty, today: today)
        #expect(
            Set(nothing.problems.map(\.field)) == [
                "date", "voie", "clic", "preuve", "suite_qui", "suite_quoi", "suite_quand",
            ])
        let sent = FilingForm(
            form([
                "date": "20/11/2026", "voie": "en_ligne", "clic": "ensemble", "preuve": "accuse", "reference": "A-1",
                "suite_qui": "organisme", "suite_quoi": "Répondre", "suite_quand": "21/01/2027",
                "attendue": "21/01/2027",
                "attendue_proposee": "21/01/2027",
            ]), today: today)
        #expect(sent.problems.isEmpty && sent.filing?.reference == "A-1" && sent.next?.owner == .organisme)
        // The proposal was counted from today: for another day the definition counts again.
        #expect(sent.expectedOn == nil)
    }

    @Test func `a paper says where it stands, with the date written on it`() throws {
        let lines = PieceLine.all(view)
        let line = try #require(lines.first)
        let received = PiecesForm(
            form([line.statusName: "recue", line.dateName: "02/11/2026", line.noteName: "copie"]), lines: lines,
            today: today)
        #expect(received.pieces.map(\.status) == [.received] && received.pieces.first?.issuedOn == Day(2026, 11, 2))
        let future = PiecesForm(
            form([line.statusName: "recue", line.dateName: "02/12/2026"]), lines: lines, today: today)
        #expect(future.problems.map(\.field) == [line.dateName])
        let orphan = PiecesForm(form([line.statusName: "", line.noteName: "?"]), lines: lines, today: today)
        #expect(orphan.problems.map(\.field) == [line.statusName])
    }

    @Test func `a paper that is too old says so in words`() throws {
        let old = DossierSamples.definitions.demarches.lazy.compactMap { demarche in
            demarche.pieces.first { $0.maximumAge != nil && $0.condition == nil }.map { (demarche.id, $0) }
        }.first
        let (id, required) = try #require(old)
        let paper = PieceFollowUp(
            piece: required.piece, status: .received, issuedOn: today.adding(months: -30), note: "", changedOn: today)
        let page = PiecesPage(view: DossierSamples.view(id, pieces: [paper])).body.string()
        #expect(page.contains("Trop ancien :") && page.contains("trop ancien</span>"))
    }

    @Test func `a stop keeps its screen and field, and an unknown place is refused`() {
        let stop = MoveForm(
            form([
                "lieu": "ressources/salaire_1", "pourquoi": "Erreur 42", "suite_qui": "aidant", "suite_quoi": "Appeler",
                "suite_quand": "25/11/2026",
            ]),
            to: .stopped, view)
        #expect(stop.problems.isEmpty && stop.move.screen == "ressources" && stop.move.field == "salaire_1")
        let elsewhere = MoveForm(form(["lieu": "ailleurs/x", "pourquoi": "?"]), to: .stopped, view)
        #expect(elsewhere.problems.contains { $0.field == "lieu" })
    }

    @Test func `a refusal needs its reason, and "other" its words`() {
        let view = DossierSamples.view(state: .filed, filedOn: today.adding(days: -9))
        let step = [
            "suite_qui": "ensemble", "suite_quoi": "Décider", "suite_quand": "25/11/2026", "date": "20/11/2026",
        ]
        #expect(MoveForm(form(step), to: .refused, view).problems.map(\.field) == ["raison"])
        #expect(
            MoveForm(form(step.merging(["raison": "autre"]) { $1 }), to: .refused, view).problems.map(\.field) == [
                "pourquoi"
            ])
        #expect(MoveForm(form(step.merging(["raison": "erreur"]) { $1 }), to: .refused, view).problems.isEmpty)
        let early = step.merging(["raison": "erreur", "date": "01/11/2026"]) { $1 }
        #expect(MoveForm(form(early), to: .refused, view).problems.map(\.field) == ["date"])
    }
}
