import Domain
import Hummingbird
import Markup
import Store

/// `/usagers/:id`: the file of a person, its state, its history and the sheet for the person.
struct UsagerHandlers {
    let app: App

    @Sendable func page(_ request: Request, _ context: AidantContext) async throws -> Response {
        .html(UsagerPage(view: try await view(context, page: "")).body)
    }

    @Sendable func status(_ request: Request, _ context: AidantContext) async throws -> Response {
        let id = id(context)
        guard let status = Usager.Status(rawValue: context.form["statut"]) else {
            let view = try await view(context, page: "statut")
            guard view.may(.archive) else { throw StoreError.forbidden }
            let page = UsagerPage(view: view, errors: [UsagerPage.statusMissing])
            return .html(page.body, .unprocessableContent)
        }
        try await app.store.setStatus(context.access, id: id, version: context.form.version, status)
        return .seeOther(Paths.usager(id), saying: .saved)
    }

    @Sendable func history(_ request: Request, _ context: AidantContext) async throws -> Response {
        let query = request.query
        func given(_ name: String) -> String? { query[name].isEmpty ? nil : query[name] }
        let choice = HistoryChoice(
            demarche: given("demarche"), dossier: given("dossier").map { ID($0) },
            kind: Activity.Kind(rawValue: query["nature"]), before: given("avant"))
        let read = try await app.store.readHistory(context.access, id: id(context), choice)
        let team = try await app.store.team(context.access)
        let view = UsagerView(file: read.file, team: team, context: context, app: app)
        return .html(UsagerHistoryPage(view: view, history: read.history, choice: choice).body)
    }

    @Sendable func calendar(_ request: Request, _ context: AidantContext) async throws -> Response {
        .html(CalendarPage(view: try await view(context, page: "echeances")).body)
    }

    @Sendable func roadSheet(_ request: Request, _ context: AidantContext) async throws -> Response {
        let query = request.query
        let chosen = query.has("dossier") ? Set(query.all("dossier").map { ID<Dossier>($0) }) : nil
        let sheet = try await app.store.readRoadSheet(context.access, id: id(context), dossiers: chosen)
        let view = UsagerView(
            file: sheet.file, team: try await app.store.team(context.access), context: context, app: app)
        return .html(
            RoadSheetPage(
                view: view, dossiers: sheet.dossiers, structure: context.session.structure, me: context.session.aidant
            )
            .body)
    }

    private func id(_ context: AidantContext) -> ID<Usager> { ID(context.coreContext.parameters.get("id") ?? "") }

    private func view(_ context: AidantContext, page: String) async throws -> UsagerView {
        let file = try await app.store.readUsager(context.access, id: id(context), page: page)
        return UsagerView(file: file, team: try await app.store.team(context.access), context: context, app: app)
    }
}
