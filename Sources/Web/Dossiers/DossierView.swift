import Domain
import Markup
import Store

/// What every page of a dossier draws from: the file as it was read, the catalogue's labels, who looks and when.
struct DossierView {
    let viewer: Viewer
    let dossier: Dossier
    /// The definition that the dossier was opened with.
    let demarche: Demarche
    let usager: Usager
    let pieces: [PieceFollowUp]
    let filings: [Filing]
    let echeances: [Echeance]
    let activities: [History.Line]
    let context: SheetContext
    let definitions: Definitions
    /// First names of the colleagues, by id; those who left keep theirs.
    let colleagues: [Colleague]
    /// The reader may work on it, and not only read.
    let mayEdit: Bool
    let now: Moment
    var flash: String?
    /// First names of colleagues who are typing in the same form.
    var alsoTyping: [String] = []
    /// What is missing and that the reader may not see, and who could complete it.
    var reserved = ReservedAnswers()
    /// Of all acts on the dossier, those not shown included.
    var total: ActivitySum?
    /// The first date of the person, whatever the dossier.
    var nextOfPerson: Echeance?
    var completers: [String] = []

    struct Colleague {
        let id: ID<Aidant>
        let name: String
        let isActive: Bool
    }

    var today: Day { now.day }
    var id: ID<Dossier> { dossier.id }
    var sheet: EntrySheet { EntrySheet(demarche: demarche, context: context) }
    var checklist: Checklist { Checklist(demarche: demarche, followUps: pieces, lookup: context.lookup) }
    var findings: [Finding] { PreFilingCheck.findings(demarche: demarche, context: context, pieces: pieces) }

    var organisme: String { definitions.organisme(demarche.organisme)?.shortName ?? demarche.platform }
    var address: CheckedAddress? { demarche.address.flatMap { CheckedAddress($0) } }

    func pieceLabel(_ code: String) -> String { definitions.piece(code)?.label ?? code }
    func pieceHelp(_ code: String) -> String { definitions.piece(code)?.help ?? "" }
    func colleague(_ id: ID<Aidant>) -> String { colleagues.first { $0.id == id }?.name ?? "un ancien collègue" }

    /// Dates still to come or to settle, the first to be lost first.
    var openDates: [Echeance] {
        echeances.filter { $0.status != .done }.sorted { $0.window.due < $1.window.due }
    }
}

extension DossierView {
    init(file: DossierFile, team: [Aidant], context: AidantContext, app: App) {
        let me = context.access.aidant
        let settings = context.session.structure.settings
        let completers = team.filter { colleague in
            colleague.isActive && colleague.id != me
                && UsagerPolicy.readable(role: colleague.role, relation: .colleague, settings: settings)
                    .isSuperset(of: file.reserved.sensitivities)
        }
        self.init(
            viewer: context.viewer, dossier: file.dossier, demarche: file.demarche, usager: file.usager,
            pieces: file.pieces, filings: file.filings, echeances: file.echeances,
            activities: file.activities.map { line in
                History.Line(
                    id: line.id, version: line.version, activity: line.activity, at: line.at, isMine: line.aidant == me,
                    who: team.first { $0.id == line.aidant }?.firstName ?? "un ancien collègue")
            },
            context: file.context, definitions: app.definitions,
            colleagues: team.map { Colleague(id: $0.id, name: $0.fullName, isActive: $0.isActive) },
            mayEdit: DossierPolicy.allows(
                .edit, role: context.access.role, relation: file.relation,
                isOwn: file.dossier.openedBy == me || file.dossier.follower == me),
            now: context.access.now, flash: context.flash, reserved: file.reserved, total: file.total,
            nextOfPerson: file.nextOfPerson,
            completers: completers.map(\.fullName))
    }
}

/// The page around every page of a dossier: whom it is for, the way back, what it is.
struct DossierLayout {
    let view: DossierView
    /// Of the document and of the page; never the person's name.
    let title: String
    var lead: String?
    var hasErrors = false
    let content: HTML

    var body: HTML {
        let name = view.usager.name.words
        let next = view.nextOfPerson
        return Layout(
            title: title, viewer: view.viewer, current: .personnes, flash: view.flash, hasErrors: hasErrors,
            who: WhoBar(
                name: name, path: Paths.usager(view.usager.id), next: next?.window.due.words(today: view.today),
                tag: next?.tag(today: view.today)),
            breadcrumb: back,
            content: "\(Heading(title, lead: lead).body)\(typing)\(content)"
        ).body
    }

    /// Two people on the same form are both told.
    private var typing: HTML {
        guard !view.alsoTyping.isEmpty else { return .empty }
        let who = Words.list(view.alsoTyping)
        return Notice(
            .warning, "\(who) \(view.alsoTyping.count == 1 ? "écrit" : "écrivent") aussi dans cette page",
            "<p>Mettez-vous d’accord avant d’enregistrer. Rien ne sera écrasé : la seconde personne verra les deux textes.</p>"
        ).body
    }

    /// The bar above leads to the person: only the way back to the dossier is left to say.
    private var back: Breadcrumb? {
        title == view.demarche.title ? nil : Breadcrumb([(view.demarche.title, Paths.dossier(view.id))])
    }
}
