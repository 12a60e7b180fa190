import Domain
import Foundation
import Markup
import Testing

@testable import Web

@Suite struct `The pages of the guide` {
    static let definitions = CatalogueSample.definitions
    static let today = CatalogueSample.now.day
    static let structure = Structure(
        id: ID("s"), name: "CCAS de Valbourg", phone: "03 86 55 01 00", address: "", settings: StructureSettings(),
        version: 1)

    static func page(_ demarche: Demarche, _ definitions: Definitions = definitions) -> String {
        DemarchePage(viewer: PartsSamples.viewer, demarche: demarche, definitions: definitions, today: today).body
            .string()
    }

    @Test(arguments: definitions.demarches.map(\.id))
    func `every procedure can be read and printed on its own`(id: String) throws {
        let demarche = try #require(Self.definitions.demarche(id))
        PageRules.check(Self.page(demarche), id)
        let paper = DemarchePrintPage(
            demarche: demarche, definitions: Self.definitions, structure: Self.structure, today: Self.today
        ).body.string()
        PageRules.check(paper, "\(id) on paper")
    }

    @Test(arguments: definitions.organismes.map(\.id))
    func `every body can be read on its own`(id: String) throws {
        let organisme = try #require(Self.definitions.organisme(id))
        let page = OrganismePage(viewer: PartsSamples.viewer, organisme: organisme, definitions: Self.definitions).body
            .string()
        PageRules.check(page, id)
        for demarche in Self.definitions.demarches where demarche.organisme == id {
            #expect(page.contains("href=\"\(Paths.demarche(demarche.id).text)\""))
        }
    }

    @Test func `nothing of a definition is left out`() throws {
        let demarche = try #require(Self.definitions.demarche("caf-declaration-trimestrielle"))
        let page = Self.page(demarche)
        let said: [String] =
            [demarche.purpose, demarche.platform]
            + (demarche.audience + demarche.rules + demarche.prerequisites + demarche.alone).map(\.text)
            + demarche.identification.map(\.means) + demarche.steps.map(\.text.text) + demarche.screens.map(\.title)
            + demarche.failures.flatMap { [$0.cause.text, $0.remedy] } + demarche.deadlines.map(\.label)
            + demarche.processing.map(\.text.text) + demarche.silence.map(\.text.text)
            + demarche.appeals.flatMap { [$0.level, $0.limit] }
            + demarche.alternatives.phones.map(\.number) + demarche.alternatives.forms.map(\.number)
            + (demarche.worker.may + demarche.worker.mayNot + demarche.worker.access).map(\.text)
            + demarche.amounts.map(\.label) + demarche.pieces.map(\.when.text)
        for text in said { #expect(page.contains(HTML(text: text).string()), "\(text)") }
        for source in demarche.sources.compactMap(Self.definitions.source) {
            #expect(page.contains(HTML(text: source.title).string()))
            #expect(page.contains("href=\"\(HTML(text: source.address).string())\""))
        }
        #expect(page.contains("href=\"/accueillir?demarche=caf-declaration-trimestrielle\""))
        #expect(page.contains("21 novembre 2026 (version 1)"))
    }

    @Test func `each doubtful sentence says "à vérifier", the others do not`() throws {
        var demarche = try #require(Self.definitions.demarche("caf-compte"))
        demarche = Demarche(
            id: demarche.id, version: 1, level: .guide, title: "T", purpose: "P", category: "sante", organisme: "caf",
            platform: "p", address: nil, checkedOn: Self.today,
            audience: [Statement("Sûr.", confidence: .high), Statement("Douteux.", confidence: .low)])
        let page = Self.page(demarche)
        #expect(page.components(separatedBy: "à vérifier").count == 2)
        #expect(page.contains("guide seulement") && page.contains("Aucune source n’est citée"))
        #expect(!page.contains("id=\"etapes\""))
    }

    @Test func `a deadline of the calendar shows its next date`() throws {
        let demarche = try #require(Self.definitions.demarche("france-travail-actualisation"))
        #expect(Self.page(demarche).contains("Prochaine date\u{A0}: <b>mardi 15 décembre</b>"))
    }

    @Test func `the list holds every procedure, and marks those that are only a guide`() {
        let page = DemarchesPage(viewer: PartsSamples.viewer, definitions: Self.definitions).body.string()
        PageRules.check(page, "demarches")
        for demarche in Self.definitions.demarches { #expect(page.contains("href=\"/demarches/\(demarche.id)\"")) }
        let guides = Self.definitions.demarches.count { $0.level == .guide }
        #expect(page.components(separatedBy: "guide seulement").count == guides + 1)
        #expect(page.contains("method=\"post\" role=\"search\" action=\"/demarches\""))
        PageRules.check(
            OrganismesPage(viewer: PartsSamples.viewer, definitions: Self.definitions).body.string(), "organismes")
    }

    @Test(arguments: CatalogueSample.hostile)
    func `a hostile catalogue and hostile words stay words`(text: String) {
        let said = Statement(text, confidence: .low, sources: [text])
        let demarche = Demarche(
            id: text, version: 1, level: .full, title: text, purpose: text, category: text, organisme: text,
            platform: text,
            address: "javascript:alert(1)", checkedOn: Self.today, urgency: Urgency(degree: .immediate, loss: said),
            standIn: StandIn(rule: .forbidden, reason: text), audience: [said], rules: [said],
            identification: [Identification(means: text, detail: said)], prerequisites: [said], alone: [said],
            screens: [
                Screen(
                    id: "e", title: text, note: said,
                    fields: [Domain.Field(id: "c", label: text, help: text, type: .text)])
            ],
            pieces: [RequiredPiece(piece: text, when: said, maximumAge: Delay(months: 3), precision: text)],
            steps: [Step(text: said, actor: .organisme)], failures: [Failure(id: "f", cause: said, remedy: text)],
            deadlines: [Deadline(id: "d", label: text, rule: said, loss: text)], processing: [Processing(text: said)],
            silence: [Silence(text: said, meaning: .refusal)],
            appeals: [Appeal(id: "a", level: text, way: said, limit: text)],
            alternatives: Alternatives(
                forms: [.init(number: text, title: said)], phones: [.init(number: text, service: said)],
                counters: [said],
                letters: [said]),
            worker: WorkerRules(may: [said], mayNot: [said], access: [said]),
            amounts: [Amount(label: text, value: said, effective: text)], related: [text], sources: [text])
        let organisme = Organisme(
            id: text, name: text, shortName: text, otherNames: [text], purpose: text,
            platforms: [
                .init(
                    id: text, name: text, address: "javascript:alert(1)", otherNames: [text], audience: said,
                    signIn: said, professionalContact: said)
            ],
            mediator: said, notes: [said])
        let definitions = Definitions(
            demarches: [demarche], organismes: [organisme],
            pieces: [Piece(id: text, label: text, help: text, theme: text)],
            sources: [Source(id: text, title: text, address: "javascript:alert(1)", date: text, confidence: .low)])
        let pages = [
            Self.page(demarche, definitions),
            OrganismePage(viewer: PartsSamples.viewer, organisme: organisme, definitions: definitions).body.string(),
            DemarchePrintPage(
                demarche: demarche, definitions: definitions, structure: Self.structure, today: Self.today
            ).body.string(),
            DemarchesPage(
                viewer: PartsSamples.viewer, definitions: definitions, typed: text,
                results: FoundGuides(found: [(demarche, text)], definitions: definitions).body
            ).body.string(),
        ]
        for page in pages {
            PageRules.check(page, text)
            #expect(!page.contains("href=\"javascript"))
        }
    }
}
