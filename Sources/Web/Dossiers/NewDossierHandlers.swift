import Domain
import Hummingbird
import Markup
import Store

/// `/usagers/:id/dossiers`: opens a procedure for a person.
struct NewDossierHandlers {
    let app: App

    /// Results shown for what the person says.
    private static let limit = 6

    @Sendable func page(_ request: Request, _ context: AidantContext) async throws -> Response {
        .html(try await page(context, app.definitions.demarche(request.query["demarche"])).body)
    }

    /// By POST: what a person says does not go into an address.
    @Sendable func search(_ request: Request, _ context: AidantContext) async throws -> Response {
        var page = try await page(context, nil)
        page.words = String(context.form["besoin"].prefix(200))
        page.found = app.needs.search(page.words, limit: NewDossierHandlers.limit).compactMap { match in
            app.definitions.demarche(match.demarche).map { ($0, reasonSentence(match.because)) }
        }
        return .html(page.body)
    }

    @Sendable func open(_ request: Request, _ context: AidantContext) async throws -> Response {
        let form = context.form
        guard let demarche = app.definitions.demarche(form["demarche"]) else {
            var page = try await page(context, nil)
            page.errors = [FieldError("besoin", "Choisissez une démarche dans la liste.")]
            return .html(page.body, .unprocessableContent)
        }
        let way = Way(rawValue: form["facon"]).flatMap { way in
            (WorkForm.ways(demarche.standIn) + [.refer]).contains(way) ? way : nil
        }
        var errors = WorkForm(form, way: .together, standIn: demarche.standIn, now: context.access.now).problems
        if way == nil { errors.append(FieldError("facon", "Choisissez comment vous allez aider.")) }
        guard errors.isEmpty, let way else {
            var page = try await page(context, demarche)
            page.form = form
            page.errors = errors
            return .html(page.body, .unprocessableContent)
        }
        let minutes = WorkForm(form, way: way, standIn: demarche.standIn, now: context.access.now).work.minutes
        let id = try await app.store.openDossier(
            context.access, form: form.key, person: .known(usager(context)),
            NewDossier(demarche: demarche, way: way, reception: nil, minutes: minutes))
        return .seeOther(Paths.dossier(id), saying: .opened)
    }

    private func usager(_ context: AidantContext) -> ID<Usager> { ID(context.coreContext.parameters.get("id") ?? "") }

    private func page(_ context: AidantContext, _ demarche: Demarche?) async throws -> NewDossierPage {
        let file = try await app.store.readUsager(context.access, id: usager(context))
        guard UsagerPolicy.allows(.edit, role: context.access.role, relation: file.relation) else {
            throw StoreError.forbidden
        }
        return NewDossierPage(
            viewer: context.viewer, usager: file.usager.id, name: file.usager.name.words,
            protection: file.usager.protection,
            next: file.echeances.filter { $0.status != .done }.min { $0.window.due < $1.window.due },
            definitions: app.definitions, demarche: demarche,
            already: file.dossiers.first { $0.demarche == demarche?.id && !$0.state.isClosed }?.id, key: Nonce.random(),
            now: context.access.now)
    }
}
