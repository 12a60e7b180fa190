import Domain
import Hummingbird
import Markup
import Store

struct StructureHandlers {
    let app: App

    @Sendable func page(_ request: Request, _ context: ResponsableContext) async throws -> Response {
        let structure = try await app.store.structure(context.access.structure)
        return .html(page(structure, context, []).body)
    }

    @Sendable func save(_ request: Request, _ context: ResponsableContext) async throws -> Response {
        let form = context.form
        var structure = try await app.store.structure(context.access.structure)
        structure.name = form["nom"]
        structure.phone = form["telephone"]
        structure.address = form["adresse"]
        structure.version = Int(form["version"]) ?? 0
        let known = Set(app.definitions.blocks.map(\.id))
        structure.settings.blocks = form.all("blocs").filter(known.contains)
        structure.settings.specialRoles = form.all("roles_nir").compactMap(Role.init).filter(Role.assignable.contains)
        structure.settings.idleMinutes =
            Int(form["veille"]).flatMap { StructureSettings.idleChoices.contains($0) ? $0 : nil } ?? 30
        guard !structure.name.isEmpty else {
            let error = FieldError("nom", "Écrivez le nom de la structure : il figure sur les feuilles imprimées.")
            return .html(page(structure, context, [error]).body, .unprocessableContent)
        }
        do { try await app.store.saveStructure(context.access, structure) } catch StoreError.stale {
            let saved = try await app.store.structure(context.access.structure)
            let differences = StructurePage.differences(structure, saved, blocks: app.definitions.blocks)
            structure.version = saved.version
            var page = page(structure, context, [])
            page.stale = StaleNotice(differences)
            return .html(page.body, .conflict)
        }
        return .seeOther(Paths.structure, saying: .saved)
    }

    private func page(_ structure: Structure, _ context: ResponsableContext, _ errors: [FieldError]) -> StructurePage {
        StructurePage(
            viewer: context.viewer, structure: structure, blocks: app.definitions.blocks,
            readsJournal: AidantPolicy.allows(.readJournal, role: context.access.role), errors: errors,
            flash: context.flash)
    }
}

/// The settings of the structure: what is asked of people, who sees what, how long a session lasts.
struct StructurePage {
    let viewer: Viewer
    let structure: Structure
    let blocks: [FactBlock]
    /// The journal is not for an administrator: no link leads there.
    let readsJournal: Bool
    let errors: [FieldError]
    let flash: String?
    /// What a colleague saved meanwhile.
    var stale: StaleNotice?

    /// What was typed beside what is saved, field by field where they differ.
    static func differences(
        _ mine: Structure, _ saved: Structure, blocks: [FactBlock]
    ) -> [(label: String, mine: String, saved: String)] {
        let shown = { (structure: Structure) in
            let ids = Set(structure.settings.blocks ?? blocks.filter(\.onByDefault).map(\.id))
            return Words.list(blocks.filter { ids.contains($0.id) }.map(\.label))
        }
        let roles = { (structure: Structure) in Words.list(structure.settings.specialRoles.map(\.words)) }
        return [
            ("Nom", mine.name, saved.name), ("Téléphone", mine.phone, saved.phone),
            ("Adresse", mine.address, saved.address),
            ("Fiche", shown(mine), shown(saved)), ("Numéro de Sécurité sociale", roles(mine), roles(saved)),
            ("Veille", "\(mine.settings.idleMinutes) minutes", "\(saved.settings.idleMinutes) minutes"),
        ].filter { $0.1 != $0.2 }
    }

    var body: HTML {
        Layout(
            title: "Structure", viewer: viewer, current: .structure, flash: flash, hasErrors: !errors.isEmpty,
            content: """
                \(Heading("Votre structure", lead: "Ce qui figure sur les feuilles, ce que l’on demande aux personnes, qui voit quoi.").body)\(stale?.body)\
                \(Rows(places).body)\
                \(Section("Réglages", onSheet: true, form).body)
                """
        ).body
    }

    private var places: [Rows.Row] {
        let team = Rows.Row("L’équipe", path: Paths.team, detail: "Inviter, changer un rôle, fermer un compte.")
        let journal = Rows.Row("Le journal", path: Paths.journal, detail: "Qui a ouvert ou changé quoi, et quand.")
        return readsJournal ? [team, journal] : [team]
    }

    private var form: HTML {
        let shown = Set(structure.settings.blocks ?? blocks.filter(\.onByDefault).map(\.id))
        let roles = Role.assignable.filter { $0 != .reception }
        return Form(
            to: Paths.structure, token: viewer.token, errors: errors, version: structure.version,
            """
            \(TextField("nom", "Nom de la structure", value: structure.name, error: errors.first?.message).body)\
            \(TextField("telephone", "Téléphone", value: structure.phone, help: "Celui que les personnes peuvent appeler.", optional: true, kind: .telephone).body)\
            \(TextField("adresse", "Adresse", value: structure.address, optional: true).body)\
            \(Checkboxes("blocs", "Ce que montre une fiche", choices: blocks.map { Choice($0.id, $0.label, help: $0.help) }, chosen: shown, help: "Montrez le moins possible. Une démarche peut demander une donnée d’un bloc caché : elle se remplit alors dans la démarche.").body)\
            \(Checkboxes("roles_nir", "Qui peut lire et écrire le numéro de Sécurité sociale", choices: roles.map { Choice($0.rawValue, Words.sentence($0.words)) }, chosen: Set(structure.settings.specialRoles.map(\.rawValue)), help: "Personne au départ. N’ouvrez que si vos démarches le demandent.").body)\
            \(RadioGroup("veille", "Fermer une session sans geste au bout de", choices: StructureSettings.idleChoices.map { Choice(String($0), "\($0) minutes") }, chosen: String(structure.settings.idleMinutes), help: "10 minutes sur un poste partagé.", inColumns: true).body)\
            \(Actions(Button("Enregistrer les réglages").body).body)
            """
        ).body
    }
}
