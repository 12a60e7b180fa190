import Domain
import Markup

@testable import Store
@testable import Web

/// One person with two procedures, as every page of hers is drawn; names and answers can be made hostile.
enum UsagersSamples {
    static let hostile = "\"><script>alert(1)</script>\"\u{301}onclick=x"
    /// Saturday 21 November 2026, 10:00 in Paris.
    static let now = Moment(milliseconds: 1_795_251_600_000)
    static let viewer = Viewer(
        firstName: "Inès", structureName: "CCAS", isResponsable: true, token: "jeton-de-la-session")

    static let definitions = CatalogueSample.definitions

    static let me = aidant("ines", "Inès", .socialWorker)
    static let karim = aidant("karim", "Karim", .mediator)

    static func aidant(_ id: String, _ name: String, _ role: Role) -> Aidant {
        Aidant(
            id: ID(id), structure: ID("s"), firstName: name, lastName: "Marchand", email: "\(id)@exemple.fr",
            role: role,
            isActive: true, absence: nil, version: 1)
    }

    static let facts = [
        "civilite": "madame", "prenom": "Fatou", "nom_usage": "Diallo", "date_naissance": "1988-04-12",
        "telephone": "0639980112", "numero_caf": "4471208", "nir": "288045812345678",
        "iban": "FR7630006000011234567890189",
        "mesure_protection": "tutelle", "representant_nom": "Service tutélaire", "representant_telephone": "0386550101",
    ]

    static func usager(_ facts: [String: String] = facts, _ status: Usager.Status = .active) -> Usager {
        Usager(
            id: ID("fatou"), structure: ID("s"), status: status, facts: facts,
            referents: [
                Referent(aidant: karim.id, since: day(2026, 1, 5), until: day(2026, 11, 10)),
                Referent(aidant: me.id, since: day(2026, 11, 11), until: nil),
            ], createdAt: now, lastContact: day(2026, 11, 6), version: 4)
    }

    static func day(_ year: Int, _ month: Int, _ day: Int) -> Day { Day(year, month, day) ?? now.day }

    static func dossier(_ demarche: Demarche, _ state: Dossier.State, next: String = "Rapporter le bulletin de paie.")
        -> Dossier
    {
        Dossier(
            id: ID("d-\(demarche.id)"), structure: ID("s"), usager: ID("fatou"), demarche: demarche.id,
            definition: DefinitionRef(version: 1, fingerprint: "x"), state: state, way: .together, openedAt: now,
            openedBy: me.id, follower: me.id,
            nextStep: Dossier.NextStep(owner: .person, day: day(2026, 11, 24), what: next), filedOn: day(2026, 11, 2))
    }

    static func echeance(
        _ id: String, _ dossier: Dossier, _ kind: Echeance.Kind, _ due: Day, loss: Bool = false,
        _ status: Echeance.Status = .open, reason: String = ""
    ) -> Echeance {
        Echeance(
            id: ID(id), usager: dossier.usager, dossier: dossier.id, kind: kind, window: DueWindow(due: due),
            hasLoss: loss,
            status: status, snoozedUntil: status == .snoozed ? due.adding(days: -2) : nil, reason: reason)
    }

    static func view(
        facts: [String: String] = facts, role: Role = .socialWorker, next: String = "Rapporter le bulletin de paie.",
        settings: StructureSettings = StructureSettings(specialRoles: [.socialWorker])
    ) throws -> UsagerView {
        let quarterly = try demarche("caf-declaration-trimestrielle")
        let appeal = try demarche("caf-trop-percu-contestation")
        let (first, second) = (dossier(quarterly, .preparing, next: next), dossier(appeal, .refused, next: next))
        let readable = UsagerPolicy.readable(role: role, relation: .colleague, settings: settings)
        return UsagerView(
            viewer: viewer,
            usager: usager(facts.filter { readable.contains(definitions.fact($0.key)?.sensitivity ?? .general) }),
            relation: .colleague, role: role, settings: settings, dossiers: [first, second],
            demarches: [first.id: quarterly, second.id: appeal],
            echeances: [
                echeance("e1", first, .deadline(quarterly.deadlines[0].id), day(2026, 12, 5), loss: true),
                echeance("e2", first, .nextStep, day(2026, 11, 24), .snoozed, reason: next),
                echeance("e3", second, .appeal(appeal.appeals[0].id), day(2026, 11, 3), loss: true),
                echeance("e4", first, .deadline(quarterly.deadlines[0].id), day(2026, 9, 5), .done),
            ],
            activities: [
                ActivityLine(
                    id: "a1", aidant: me.id, demarche: quarterly.id, dossier: first.id,
                    activity: Activity(kind: .preparation, way: .together, minutes: 12, on: now.day), at: now,
                    version: 1),
                ActivityLine(
                    id: "a2", aidant: ID("parti"), demarche: nil, dossier: nil,
                    activity: Activity(kind: .reception, way: .teach, minutes: 5, on: day(2026, 11, 6)), at: now,
                    version: 1),
            ], hiddenDossiers: 1, team: [me, karim], definitions: definitions, now: now)
    }

    static func demarche(_ id: String) throws -> Demarche {
        guard let known = definitions.demarche(id) else { throw StoreError.notFound }
        return known
    }

    static func file(_ view: UsagerView, _ index: Int, pieces: [PieceFollowUp] = []) throws -> DossierFile {
        let dossier = view.dossiers[index]
        guard let demarche = view.demarches[dossier.id] else { throw StoreError.notFound }
        let lookup = AnswerLookup(answers: [:], facts: view.usager.facts, bindings: demarche.bindings, today: now.day)
        return DossierFile(
            dossier: dossier, demarche: demarche, usager: view.usager, relation: view.relation, pieces: pieces,
            filings: [],
            echeances: view.echeances.filter { $0.dossier == dossier.id }, nextOfPerson: view.openDates.first,
            activities: [],
            total: ActivitySum(),
            context: SheetContext(lookup: lookup, opened: now.day) { _ in true }, reserved: ReservedAnswers())
    }

    static func echeancePage(_ view: UsagerView, _ index: Int) throws -> EcheancePage {
        let echeance = view.echeances[index]
        return EcheancePage(
            viewer: viewer, echeance: echeance, file: try file(view, echeance.dossier == view.dossiers[0].id ? 0 : 1),
            definitions: definitions, mayEdit: true, key: "cle", now: now)
    }

    static func roadSheet(_ view: UsagerView) throws -> RoadSheetPage {
        RoadSheetPage(
            view: view, dossiers: try view.dossiers.indices.map { try file(view, $0) },
            structure: Structure(
                id: ID("s"), name: "CCAS de Valsauge", phone: "03 86 55 01 00", address: "2 place de l’Église",
                settings: StructureSettings(), version: 1),
            me: me)
    }

    static func newPage(_ form: FormBody, errors: [FieldError] = [], similar: [UsagerHit] = []) -> NewUsagerPage {
        NewUsagerPage(
            viewer: viewer,
            fields: FactFields(
                definitions: definitions, blocks: definitions.blocks, readable: [.general, .social, .special],
                known: [:],
                form: form, errors: errors, short: FactFields.first),
            errors: errors, similar: SimilarPeople(similar), draft: nil, key: "cle")
    }

    static func hit(_ facts: [String: String]) -> UsagerHit {
        UsagerHit(
            id: ID("fatou"), name: UsagerName(facts: facts), birth: facts["date_naissance"].flatMap { Day($0) },
            isArchived: false)
    }

    static func historyPage(_ view: UsagerView, lines: Int = 0) -> UsagerHistoryPage {
        let more = (0..<lines).map { number in
            ActivityLine(
                id: "acte\(number)", aidant: ID("ines"), demarche: view.dossiers.first?.demarche,
                dossier: view.dossiers.first?.id,
                activity: Activity(kind: .followUp, way: .together, minutes: 12, on: now.day), at: now, version: 1)
        }
        let all = view.activities + more
        return UsagerHistoryPage(
            view: view,
            history: UsagerHistory(
                lines: all, older: lines > 0 ? all.last?.id : nil,
                total: ActivitySum(count: all.count, minutes: 12 * all.count),
                demarches: view.dossiers.map(\.demarche), kinds: [.followUp]),
            choice: HistoryChoice())
    }

    /// Every page, with the name of its file.
    static func pages(_ view: UsagerView) throws -> [(name: String, html: HTML)] {
        let line = PersonLine(hit(view.usager.facts), today: view.today)
        let entry = JournalEntry(.usagerRead, .usager, "fatou", usager: view.id, detail: "feuille-de-route")
        return [
            ("usagers", UsagersPage(viewer: viewer, people: [line], total: 120, page: 2, pages: 3, flash: nil).body),
            (
                "recherche",
                FoundPage(viewer: viewer, typed: view.usager.facts["prenom"] ?? "", found: FoundPeople(lines: [line]))
                    .body
            ),
            ("fiche", UsagerPage(view: view).body),
            ("modifier", EditUsagerPage(view: view, form: .empty, key: "cle", version: 4).body),
            (
                "referents",
                ReferentsPage(view: view, errors: [FieldError("nouveau", "Choisissez.")], scope: "ines").body
            ),
            ("calendrier", CalendarPage(view: view).body),
            ("historique", historyPage(view).body),
            ("feuille", try roadSheet(view).body), ("echeance", try echeancePage(view, 0).body),
            ("recours", try echeancePage(view, 2).body), ("reportee", try echeancePage(view, 1).body),
            ("nouveau", newPage(.empty, similar: [hit(view.usager.facts)]).body),
            (
                "journal",
                JournalPage(
                    viewer: viewer, usager: nil,
                    lines: [.init(at: "Samedi", who: "Inès", entry: entry, person: (view.id, view.usager.name.words))],
                    older: 1, isFirst: true
                ).body
            ),
        ]
    }
}
