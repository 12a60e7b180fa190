import Catalogue
import Domain
import Foundation
import Markup

@testable import Web

/// Dossiers in every state on the procedures that ship, with hostile text wherever a person may write.
enum DossierSamples {
    static let hostile = "\"><script>alert(1)</script> \"\u{301}onload=x"
    static let now = Moment(milliseconds: 1_795_255_200_000)  // 21 November 2026, noon in Paris
    static let today = now.day

    static let definitions: Definitions = {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appending(path: "../../../catalogue")
        return CatalogueFolder.load(root.standardizedFileURL).definitions
    }()

    static let procedures = definitions.demarches.map(\.id)

    static let answersOfTheDeclaration = [
        "aide_declaree": "rsa", "date_limite": "2026-11-30", "acces_compte": "oui", "mois_affiches": "decales",
        "revenus_periode": "salaire", "enfant_travaille": "non", "nature_montant": "net_social",
        "prerempli_faux": "oui",
        "changement": "aucun", "salaire_1": "1212.50", "salaire_2": "1184.50", "salaire_3": "0",
    ]

    /// - Parameter hidden: facts that the reader may not see.
    static func view(
        _ id: String = "caf-declaration-trimestrielle", state: Dossier.State = .preparing,
        answers: [String: String] = [:],
        facts: [String: String] = ["prenom": "Fatou", "nom_usage": hostile, "situation_familiale": "parent_isole"],
        pieces: [PieceFollowUp] = [], filedOn: Day? = nil, decidedOn: Day? = nil, hidden: Set<String> = [],
        standIn: StandIn? = nil, mayEdit: Bool = true
    ) -> DossierView {
        var demarche = definitions.demarche(id) ?? definitions.demarches[0]
        if let standIn { demarche.standIn = standIn }
        let usager = Usager(
            id: ID("u1"), structure: ID("s1"), status: .active, facts: facts, referents: [], createdAt: now,
            lastContact: today, version: 4)
        let dossier = Dossier(
            id: ID("d1"), structure: ID("s1"), usager: usager.id, demarche: id,
            definition: DefinitionRef(version: 1, fingerprint: "00"), state: state, way: .together, openedAt: now,
            openedBy: ID("a1"), follower: ID("a1"),
            nextStep: .init(owner: .person, day: today.adding(days: 3), what: hostile), filedOn: filedOn,
            expectedOn: filedOn?.adding(days: 30), decidedOn: decidedOn,
            outcome: state == .refused ? .init(reason: .error, detail: hostile) : nil,
            stop: state == .stopped ? .init(screen: "ressources", field: "salaire_1", why: hostile) : nil,
            answers: answers,
            note: hostile, version: 7)
        return DossierView(
            viewer: PartsSamples.viewer, dossier: dossier, demarche: demarche, usager: usager, pieces: pieces,
            filings: filedOn.map {
                [
                    Filing(
                        channel: .online, clicker: .together, reference: hostile, proof: .none, whyNoProof: hostile,
                        on: $0)
                ]
            } ?? [],
            echeances: [
                Echeance(
                    id: ID("e1"), usager: usager.id, dossier: dossier.id, kind: .nextStep,
                    window: DueWindow(due: today.adding(days: 3)), hasLoss: false, status: .open, snoozedUntil: nil,
                    reason: "")
            ],
            activities: (0..<7).map {
                History.Line(
                    id: "act\($0)", version: 1,
                    activity: Activity(kind: .preparation, way: .together, minutes: 12, on: today),
                    at: now, isMine: $0 < 3, who: "Inès")
            },
            context: SheetContext(
                lookup: AnswerLookup(answers: answers, facts: facts, bindings: demarche.bindings, today: today),
                opened: today
            ) { !hidden.contains($0) },
            definitions: definitions, colleagues: [.init(id: ID("a1"), name: "Inès Marchand", isActive: true)],
            mayEdit: mayEdit, now: now)
    }

    static let structure = Structure(
        id: ID("s1"), name: "CCAS de Valsauge", phone: "03 86 55 01 00", address: "2 place de l’Église",
        settings: StructureSettings(), version: 1)

    /// Every page of a dossier, by name.
    static func pages(_ view: DossierView) -> [(name: String, html: HTML)] {
        let form = FormBody(values: [
            "note": [hostile], "reference": [hostile], "pourquoi": [hostile], "suite_quoi": [hostile],
        ])
        let errors = [FieldError("", hostile)]
        let moves = Dossier.State.allCases.map { target in
            ("etat-\(target.rawValue)", MovePage(view: view, target: target, form: form, errors: errors, key: "k").body)
        }
        return [
            ("dossier", DossierPage(view: view).body),
            ("recopier", EntrySheetPage(view: view, mode: .copy, key: "k").body),
            ("remplir", EntrySheetPage(view: view, mode: .fill, key: "k").body),
            ("pieces", PiecesPage(view: view, key: "k").body),
            ("verifier", CheckPage(view: view).body), ("depot", FilingPage(view: view, form: form, key: "k").body),
            ("suite", FollowUpPage(view: view, form: form, key: "k").body),
            ("etat", MovePage(view: view, target: nil, key: "k").body),
            ("fiche-papier", PrintedSheet(view: view, structure: structure).body),
            ("pieces-papier", PrintedPieces(view: view, structure: structure).body),
        ] + moves
    }
}
