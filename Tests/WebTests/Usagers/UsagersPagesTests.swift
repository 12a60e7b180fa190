import Domain
import Foundation
import Markup
import Testing

@testable import Store
@testable import Web

@Suite struct `Pages of a person` {
    @Test func `every page keeps the rules, whatever is written about the person`() throws {
        let hostile = UsagersSamples.hostile
        let facts = UsagersSamples.facts.merging(["prenom": hostile, "nom_usage": hostile, "representant_nom": hostile])
        { $1 }
        for view in [try UsagersSamples.view(), try UsagersSamples.view(facts: facts, next: hostile)] {
            for page in try UsagersSamples.pages(view) {
                let text = page.html.string()
                PageRules.check(text, page.name)
                #expect(!text.contains("<script>alert"), "\(page.name)")
                #expect(!text.contains("HTML(bytes"), "a piece of page was printed as text in \(page.name)")
                let title = text.firstMatch(of: /<title>(.*?)<\/title>/).map { String($0.output.1) } ?? ""
                #expect(!title.contains("Diallo") && !title.contains("Fatou") && !title.contains("alert"), "\(title)")
                for address in text.matches(of: /(?:href|action)="([^"]*)"/) {
                    #expect(
                        !address.output.1.contains("Diallo") && !address.output.1.contains("0639"),
                        "\(address.output.1)")
                }
            }
        }
    }

    @Test func `a search never stands in an address`() throws {
        let page = UsagersPage(viewer: UsagersSamples.viewer, people: [], total: 0, page: 1, pages: 1, flash: nil).body
            .string()
        let searches = page.matches(of: /<form[^>]*role="search"[^>]*>/).map { String($0.output) }
        #expect(searches.count == 2)
        #expect(searches.allSatisfy { $0.contains("method=\"post\"") && $0.contains("action=\"/usagers/chercher\"") })
    }

    @Test func `a guardianship is said, with the guardian and the mandate that it blocks`() throws {
        let page = UsagerPage(view: try UsagersSamples.view()).body.string()
        #expect(page.contains("La personne a une tutelle") && page.contains("ne peut pas signer seule un mandat"))
        #expect(page.contains("Service tutélaire, 03 86 55 01 01"))
    }

    @Test func `a reception agent reads no number, and learns that some exist`() throws {
        let settings = StructureSettings(
            blocks: UsagersSamples.definitions.blocks.map(\.id), specialRoles: [.socialWorker])
        let worker = UsagerPage(view: try UsagersSamples.view(settings: settings)).body.string()
        let agent = UsagerPage(view: try UsagersSamples.view(role: .reception, settings: settings)).body.string()
        #expect(worker.contains("4471208") && worker.contains("288045812345678"))
        #expect(!agent.contains("4471208") && !agent.contains("288045812345678") && agent.contains("réservé"))
        #expect(!agent.contains("<option value=\"numero_caf\"") && !agent.contains("referents\""))
        #expect(agent.contains("1\u{A0}démarche suivie par des collègues"))
    }

    @Test func `look-alikes show a name and a year, never a phone`() {
        let page = UsagersSamples.newPage(.empty, similar: [UsagersSamples.hit(UsagersSamples.facts)]).body.string()
        #expect(page.contains("Fatou Diallo") && page.contains("Naissance en 1988"))
        #expect(!page.contains("0639980112") && !page.contains("12 avril"))
        #expect(page.contains("Non, ouvrir une nouvelle fiche") && page.contains("name=\"nouvelle\""))
    }

    @Test func `one's own former referents are told until when they read`() throws {
        let view = try UsagersSamples.view()
        let words = ReferentWords(view: view)
        #expect(words.line(view.usager.referents[0]).contains("Peut encore lire la fiche jusqu’au jeudi 10 décembre"))
        #expect(words.line(view.usager.referents[1]) == "Inès Marchand, depuis le mercredi 11 novembre")
    }

    @Test func `the sheet for the person says what to do and when, without their numbers`() throws {
        let page = try UsagersSamples.roadSheet(try UsagersSamples.view()).body.string()
        #expect(page.contains("Au plus tard le samedi 5 décembre 2026") && page.contains("Après\u{A0}:"))
        #expect(page.contains("Tout de suite (c’était à faire pour le mardi 3 novembre 2026)"))
        #expect(page.contains("Demandez <b>Inès</b>") && page.contains("03 86 55 01 00"))
        for number in ["4471208", "288045812345678", "0639980112", "06 39 98 01 12", "FR76", "12/04/1988", "tutelle"] {
            #expect(!page.contains(number), "\(number)")
        }
    }

    @Test func `a stale edit shows both texts, field by field`() throws {
        let view = try UsagersSamples.view()
        let lines = EditUsagerHandlers.differences(
            ["telephone": "0639980000", "prenom": "Fatou", "commune": ""], view.usager.facts, UsagersSamples.definitions
        )
        #expect(lines.map(\.label) == ["Téléphone"])
        #expect(lines.first?.mine == "06 39 98 00 00" && lines.first?.saved == "06 39 98 01 12")
    }
}

@Suite struct `The form of a person` {
    private func read(_ values: [String: [String]]) -> FactsForm {
        FactsForm(FormBody(values: values), asked: UsagersSamples.definitions.facts, today: UsagersSamples.now.day)
    }

    @Test(arguments: ["prenom", "nom_usage", "nom_naissance", "repere"])
    func `a first name, a name or a label alone is enough`(fact: String) {
        #expect(read([fact: ["Maya"]]).problems.isEmpty)
    }

    @Test func `nothing at all is refused at the first name`() {
        #expect(read(["telephone": ["0639980112"]]).problems.map(\.field) == ["prenom"])
    }

    @Test func `only what the form showed is changed, an emptied field is removed`() {
        let form = read(["prenom": ["Maya"], "telephone": [""], "sources_revenu": ["", "rsa", "apl"]])
        #expect(form.facts == ["prenom": "Maya", "telephone": "", "sources_revenu": "rsa,apl"])
        #expect(read(["prenom": ["Maya"], "sources_revenu": [""]]).facts["sources_revenu"] == "")
    }

    @Test func `formats and contradictions are said where the hand is`() {
        let form = read([
            "prenom": ["Maya"], "telephone": ["06 12"], "telephone_2": ["0639980145"], "sans_telephone": ["", "oui"],
            "date_naissance": ["12/03/1985"], "annee_naissance": ["1986"],
        ])
        #expect(form.problems.map(\.field).sorted() == ["annee_naissance", "sans_telephone", "telephone"])
        #expect(
            read(["prenom": ["Maya"], "date_naissance": ["12/03/2030"]]).problems.map(\.field) == ["date_naissance"])
    }
}

@Suite struct `Dates of a person in words` {
    @Test func `the calendar sets apart what is late, and says by which day and what is lost otherwise`() throws {
        let page = CalendarPage(view: try UsagersSamples.view()).body.string()
        let order = ["Dates dépassées", "Novembre 2026", "Décembre 2026", "Déjà fait (1)"]
        let places = order.compactMap { page.range(of: $0)?.lowerBound }
        #expect(places.count == order.count && places == places.sorted())
        let day = try #require(page.range(of: "datetime=\"2026-12-05\""))
        #expect(page[day.upperBound...].prefix(900).contains("Sinon\u{A0}: "))
        #expect(page.contains("reportée au dimanche 22 novembre"))
    }

    @Test func `a procedure that its date already names is not written twice`() throws {
        let demarche = try #require(CatalogueSample.definitions.demarche("caf-declaration-trimestrielle"))
        #expect(demarche.repeats("Déclarer ses ressources à la Caf"))
        #expect(!demarche.repeats("Réponse attendue\u{A0}: Caf"))
    }

    @Test func `the year of a person says each day once, with how near it is`() throws {
        let view = try UsagersSamples.view()
        let rope = YearRope(view: view).body.string()
        for date in view.openDates.prefix(5) {
            #expect(
                rope.contains(
                    "<span class=\"noeud-etat\">\(date.window.due.words(today: view.today))</span><span class=\"etat"))
        }
        #expect(!rope.contains("en cours"))
    }

    @Test func `one date says its rule, its sources and both acts`() throws {
        let page = try UsagersSamples.echeancePage(try UsagersSamples.view(), 0).body.string()
        #expect(page.contains("La règle") && page.contains("C’est fait") && page.contains("Reporter à un autre jour"))
        #expect(page.contains("Les sources, et quand nous les avons lues"))
    }

    @Test(arguments: [
        Echeance.Refusal.snoozeInPast, .reasonMissing, .alreadyDone, .snoozeBeyondLoss(Day(number: 20_000)),
    ])
    func `each refusal says what to do in a sentence`(refusal: Echeance.Refusal) {
        #expect(refusal.sentence(today: UsagersSamples.now.day).hasSuffix("."))
    }

    @Test func `a snooze needs a day and a reason`() {
        let today = UsagersSamples.now.day
        #expect(SnoozeForm(FormBody(values: [:]), today: today).problems.map(\.field) == ["jour", "raison"])
        let form = SnoozeForm(FormBody(values: ["jour": ["1/12/2026"], "raison": ["Elle attend."]]), today: today)
        #expect(form.problems.isEmpty && form.day == Day(2026, 12, 1))
    }

    @Test(arguments: JournalEntry.Action.allCases)
    func `every line of the journal is in French`(action: JournalEntry.Action) {
        #expect(!action.words.contains("_") && action.words.contains(" "))
    }
}
