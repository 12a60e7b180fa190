import Domain
import Markup
import Store

/// What every page of a person draws from: the file as it was read, the catalogue's labels, who looks and when.
struct UsagerView {
    let viewer: Viewer
    let usager: Usager
    let relation: Relation
    let role: Role
    let settings: StructureSettings
    let dossiers: [Dossier]
    /// The definitions that the dossiers were opened with.
    let demarches: [ID<Dossier>: Demarche]
    let echeances: [Echeance]
    let activities: [ActivityLine]
    /// Dossiers that the reader may not see.
    let hiddenDossiers: Int
    let team: [Aidant]
    let definitions: Definitions
    let now: Moment
    var flash: String?
    /// Who looks: their own acts they may correct.
    var me: ID<Aidant>?

    var today: Day { now.day }
    var id: ID<Usager> { usager.id }

    func may(_ action: UsagerPolicy.Action) -> Bool { UsagerPolicy.allows(action, role: role, relation: relation) }

    /// The first name of a colleague; those who left keep theirs.
    func colleague(_ id: ID<Aidant>) -> String { team.first { $0.id == id }?.firstName ?? "un ancien collègue" }
    func fullColleague(_ id: ID<Aidant>) -> String { team.first { $0.id == id }?.fullName ?? "Un ancien collègue" }

    func title(_ dossier: Dossier) -> String { demarches[dossier.id]?.title ?? dossier.demarche }
    func organisme(_ demarche: Demarche) -> String {
        definitions.organisme(demarche.organisme)?.shortName ?? demarche.platform
    }

    /// Dates to come or to settle, the first to be lost first.
    var openDates: [Echeance] {
        echeances.filter { $0.status != .done }.sorted { ($0.window.due, $0.id.raw) < ($1.window.due, $1.id.raw) }
    }

    /// The title of a date, the next step in the words of who wrote it.
    func title(_ echeance: Echeance) -> String {
        guard let demarche = demarches[echeance.dossier] else { return "Échéance" }
        let dossier = dossiers.first { $0.id == echeance.dossier }
        return echeance.title(demarche, next: dossier?.nextStep, organisme: organisme(demarche))
    }

    func loss(_ echeance: Echeance) -> String? { demarches[echeance.dossier].flatMap { echeance.loss($0) } }

    /// The blocks of facts that the structure shows; that of the name always.
    var blocks: [FactBlock] { FactBlocks.shown(definitions, settings) }
    var readable: Set<FactDefinition.Sensitivity> {
        UsagerPolicy.readable(role: role, relation: relation, settings: settings)
    }
}

extension UsagerView {
    init(file: UsagerFile, team: [Aidant], context: AidantContext, app: App) {
        self.init(
            viewer: context.viewer, usager: file.usager, relation: file.relation, role: context.access.role,
            settings: context.access.settings, dossiers: file.dossiers, demarches: file.demarches,
            echeances: file.echeances, activities: file.activities, hiddenDossiers: file.hiddenDossiers, team: team,
            definitions: app.definitions,
            now: context.access.now, flash: context.flash, me: context.access.aidant)
    }
}

/// Which facts are shown and asked.
enum FactBlocks {
    /// The blocks that the structure chose, or those of the catalogue; the one that holds the name in any case.
    static func shown(_ definitions: Definitions, _ settings: StructureSettings) -> [FactBlock] {
        let name = definitions.fact(FactID.firstName)?.block
        return definitions.blocks.filter { block in
            block.id == name || settings.blocks?.contains(block.id) ?? block.onByDefault
        }
    }

    static func facts(
        of block: FactBlock, _ definitions: Definitions, readable: Set<FactDefinition.Sensitivity>
    ) -> [FactDefinition] {
        definitions.facts.filter { $0.block == block.id && readable.contains($0.sensitivity) }
    }

    /// True when the block holds facts that this reader does not get.
    static func hasReserved(
        _ block: FactBlock, _ definitions: Definitions, readable: Set<FactDefinition.Sensitivity>
    ) -> Bool {
        definitions.facts.contains { $0.block == block.id && !readable.contains($0.sensitivity) }
    }
}

/// The page around every page of a person: whom it is about, the way back, what it is. The name is never in its title.
struct UsagerLayout {
    let view: UsagerView
    let title: String
    var lead: String?
    var hasErrors = false
    let content: HTML

    var body: HTML {
        let name = view.usager.name.words
        let next = view.openDates.first
        return Layout(
            title: title, viewer: view.viewer, current: .personnes, flash: view.flash, hasErrors: hasErrors,
            who: WhoBar(
                name: name, path: Paths.usager(view.id), next: next?.window.due.words(today: view.today),
                tag: next?.tag(today: view.today)),
            content: "\(Heading(title, lead: lead).body)\(content)"
        ).body
    }
}
