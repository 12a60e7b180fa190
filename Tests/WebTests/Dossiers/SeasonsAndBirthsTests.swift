import Domain
import Testing

@testable import Web

@Suite struct `What the check knows of dates and places` {
    private func rules(_ view: DossierView) -> [String] {
        view.findings.compactMap { if case .rule(let check) = $0.kind { check.id } else { nil } }
    }

    @Test(arguments: [
        ("2026-11-01", true), ("2027-03-31", true), ("2031-12-24", true), ("2040-02-29", true), ("2026-10-31", false),
        ("2027-04-01", false),
    ])
    func `a power cut is forbidden from 1 November to 31 March, whatever the year`(day: String, isForbidden: Bool) {
        let view = DossierSamples.view("energie-impayes", answers: ["etape": "coupure", "date_coupure": day])
        #expect(rules(view).contains("coupure_en_hiver") == isForbidden)
        let reduced = DossierSamples.view(
            "energie-impayes", answers: ["etape": "reduction", "cheque_energie": "oui", "date_coupure": day])
        #expect(rules(reduced).contains("reduction_avec_cheque_en_hiver") == isForbidden)
    }

    @Test func `a birth in the future is refused where it is typed and where it is known`() {
        let view = DossierSamples.view(
            "france-travail-inscription", facts: ["prenom": "Fatou", "date_naissance": "2026-11-22"])
        let cell = view.sheet.cells.first { $0.fact == "date_naissance" }
        #expect(cell?.state == .wrong(.futureDate))
        let today = DossierSamples.view(
            "france-travail-inscription", facts: ["prenom": "Fatou", "date_naissance": "2026-11-21"])
        #expect(today.sheet.cells.first { $0.fact == "date_naissance" }?.state == .known)
        let spouse = DossierSamples.view(
            "rsa-demande", answers: ["situation": "concubinage"], facts: ["situation_familiale": "concubinage"])
        let field = spouse.sheet.cells.first { $0.fact == "conjoint_date_naissance" }
        let sent = FormBody(values: [field?.name ?? "": ["22/11/2026"]])
        let problems = AnswersForm(sent, sheet: spouse.sheet, today: spouse.today).problems
        #expect(problems.map(\.field) == [field?.name ?? "?"])
    }

    @Test func `a number of somebody born abroad is compared with the country of the file`() {
        func coherence(_ nir: String, _ country: String) -> [CoherenceProblem] {
            let facts = [
                "prenom": "Fatou", "civilite": "madame", "date_naissance": "1985-05-12", "nir": nir,
                "pays_naissance": country,
            ]
            return DossierSamples.view("france-travail-inscription", facts: facts).findings.compactMap {
                if case .coherence(let problem) = $0.kind { problem } else { nil }
            }
        }
        #expect(coherence("2850533123456", "Mali") == [.birthAbroadExpected])
        #expect(coherence("2850599123456", "France") == [.birthInFranceExpected])
        #expect(coherence("2850599123456", "Mali") == [])
    }
}
