import Catalogue
import Domain
import Foundation
import Markup
import Store
import Testing

@testable import Web

/// The catalogue of the repository, read once for the pages that show it.
enum CatalogueSample {
    static let definitions: Definitions = {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appending(path: "../../..").standardized
        return CatalogueFolder.load(root.appending(path: "catalogue")).definitions
    }()
    static let needs = NeedSearch(definitions)
    static let now = Moment(milliseconds: 1_795_255_200_000)
    static let hostile = ["\"><script>alert(1)</script>", "\"\u{301} onfocus=alert(1) x=\"\u{301}"]
}

@Suite struct `The page of a reception` {
    static func page(_ fields: [String: [String]], people: [DeskPerson] = [], errors: [FieldError] = [])
        -> ReceptionPage
    {
        let form = ReceptionForm(FormBody(values: fields), now: CatalogueSample.now)
        let definitions = CatalogueSample.definitions
        let found = CatalogueSample.needs.search(form.words, limit: 6).compactMap { match in
            definitions.demarche(match.demarche).map { FoundNeed($0, because: match.because) }
        }
        let chosen = definitions.demarche(form.demarche) ?? found.first.flatMap { definitions.demarche($0.id) }
        return ReceptionPage(
            viewer: PartsSamples.viewer, form: form, definitions: definitions, found: found, chosen: chosen,
            proposal: form.isPastDesk ? chosen.map { Triage.propose(form.triage($0)) } : nil, people: people,
            errors: errors,
            key: "cle", now: CatalogueSample.now)
    }

    static let person = DeskPerson(
        id: ID("p1"), name: UsagerName(facts: ["prenom": "Fatou", "nom_usage": "Diallo"]), birth: Day(1990, 3, 3),
        isArchived: false)

    static let said = ["mots": ["ma caf elle marche plus et jai pas eu mon rsa"]]
    static let decided = said.merging([
        "demarche": ["caf-declaration-trimestrielle"], "urgence": ["aujourdhui"], "gene": ["mobile", "lecture"],
        "seul": ["confirmer"], "action": ["proposer"], "qui": ["Fatou"],
    ]) { $1 }

    static let samples: [(name: String, html: HTML)] = [
        ("accueillir-vide", page([:]).body), ("accueillir-mots", page(said).body),
        ("accueillir-rien", page(["mots": ["xyzzy plugh frotz"], "action": ["chercher"]]).body),
        ("accueillir-proposition", page(decided, people: [person]).body),
        ("accueillir-nouvelle", page(decided).body),
        (
            "accueillir-erreur",
            page(
                decided.merging(["facon": ["orienter"], "proposee": ["avec"]]) { $1 },
                errors: [FieldError("pourquoi", "Dites en quelques mots pourquoi vous faites autrement.")]
            ).body
        ),
    ]

    @Test func `three procedures are in sight, the others folded, unless one of them is chosen`() throws {
        let needs = CatalogueSample.definitions.demarches.prefix(5).map { FoundNeed($0) }
        let folded = NeedChoice(found: needs, chosen: needs[0].id, error: nil).body.string()
        let summary = try #require(folded.range(of: "2\u{A0}autres démarches possibles"))
        #expect(folded[..<summary.lowerBound].components(separatedBy: "type=\"radio\"").count == 4)
        #expect(folded[summary.upperBound...].components(separatedBy: "type=\"radio\"").count == 3)
        #expect(!folded.contains("<details class=\"depli\" open>"))
        let last = NeedChoice(found: needs, chosen: needs[4].id, error: nil).body.string()
        #expect(last.contains("<details class=\"depli\" open>"))
    }

    @Test(arguments: samples.map { ($0.name, $0.html.string()) })
    func `every step is a sound page`(name: String, page: String) { PageRules.check(page, name) }

    @Test func `the words bring the right procedure first, with its reason and what would be lost`() {
        let page = Self.page(Self.said).body.string()
        #expect(page.contains("name=\"demarche\" id=\"champ-demarche\""))
        #expect(page.contains("Si rien n’est fait"))
        #expect(page.contains("name=\"gene\"") && page.contains("name=\"seul\"") && page.contains("name=\"urgence\""))
        #expect(page.contains("Proposer une façon de faire") && !page.contains("Commencer<"))
    }

    @Test(arguments: samples.map { ($0.name, $0.html.string()) })
    func `one main button at each step`(name: String, page: String) {
        #expect(page.matches(of: /<button type="submit" class="bouton"/).count == 1, "\(name)")
    }

    @Test func `the proposal says why in words and leads to the person`() {
        let page = Self.page(Self.decided, people: [Self.person]).body.string()
        #expect(page.contains("Proposition\u{A0}:"))
        #expect(page.contains("<h3>Pourquoi</h3><ul><li>"))
        #expect(page.contains("Fatou Diallo") && page.contains("Naissance\u{A0}: 3 mars 1990"))
        #expect(page.contains("value=\"nouvelle\""))
        #expect(page.contains("Commencer</span>"))
    }

    @Test func `a name that nobody bears opens a new file, and the page says so`() {
        #expect(Self.page(Self.decided).body.string().contains("une nouvelle fiche sera ouverte. Prénom : Fatou."))
    }

    @Test func `what finds nothing is answered with themes and an orientation`() {
        let page = Self.page(["mots": ["xyzzy plugh frotz"], "action": ["chercher"]]).body.string()
        #expect(page.contains("Aucune démarche ne correspond"))
        #expect(page.contains("Chercher par thème") && page.contains("Noter une orientation"))
        #expect(page.contains("name=\"choix\" value=\"caf-compte\""))
    }

    @Test func `going back keeps what was answered later`() {
        var back = Self.decided
        back["action"] = ["chercher"]
        back["mots"] = ["xyzzy plugh frotz"]
        back["demarche"] = nil
        let page = Self.page(back).body.string()
        #expect(page.contains("name=\"gene\" value=\"mobile\"") && page.contains("name=\"qui\" value=\"Fatou\""))
        #expect(page.contains("name=\"urgence\" value=\"aujourdhui\""))
    }

    @Test(arguments: CatalogueSample.hostile)
    func `hostile words stay words`(text: String) {
        let names = ["mots", "qui", "pourquoi", "personne", "minutes", "debut", "demarche", "facon"]
        for action in ["chercher", "proposer"] {
            var fields = Dictionary(uniqueKeysWithValues: names.map { ($0, [text]) })
            fields["action"] = [action]
            if action == "proposer" { fields["demarche"] = ["caf-compte"] }
            let line = DeskPerson(id: ID(text), name: UsagerName(facts: ["prenom": text]), birth: nil, isArchived: true)
            PageRules.check(Self.page(fields, people: [line]).body.string(), text)
        }
    }

    @Test func `what is said is never in the title or in an address`() {
        let page = Self.page(Self.decided, people: [Self.person]).body.string()
        #expect(page.contains("<title>Accueillir · Cordée</title>"))
        #expect(page.matches(of: /(?:href|action|formaction|data-fragment)="[^"]*(?:rsa|Fatou)/).isEmpty)
        #expect(page.matches(of: /<form[^>]*method="get"[^>]*accueillir/).isEmpty)
    }
}
