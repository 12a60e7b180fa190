import Domain
import Hummingbird
import Markup
import Store

/// `/dossiers/:id/etat`: what the body answered, a stop, an end, a new start.
struct MoveHandlers {
    let app: App

    @Sendable func page(_ request: Request, _ context: AidantContext) async throws -> Response {
        let (view, draft) = try await DossierReading(app: app).form(context, page: "etat", action: Paths.move)
        let asked = Dossier.State(rawValue: request.query["vers"])
        let target = allowed(asked, view)
        // A draft is that of one answer only: it is given back where it was typed.
        let kept = draft.flatMap { $0.form["vers"] == target?.rawValue ? $0 : nil }
        let page = MovePage(
            view: view, target: target, form: kept?.form ?? .empty, draft: kept,
            isStale: kept?.isOlder(than: view.dossier.version) ?? false, key: Nonce.random())
        return .html(page.body)
    }

    @Sendable func save(_ request: Request, _ context: AidantContext) async throws -> Response {
        let form = context.form
        let reading = DossierReading(app: app)
        let view = try await reading.view(context, page: "etat")
        guard let target = Dossier.State(rawValue: form["vers"]) else { return .seeOther(Paths.move(view.id)) }
        let sent = MoveForm(form, to: target, view)
        let work = WorkForm(form, view)
        let problems = sent.problems + work.problems
        guard problems.isEmpty else {
            let page = MovePage(view: view, target: target, form: form, errors: problems, key: Nonce.random())
            return .html(page.body, .unprocessableContent)
        }
        do {
            let result = try await app.store.moveDossier(
                context.access, form: form.key, id: view.id, version: form.version, move: sent.move, work: work.work)
            if case .failure(let refusal) = result {
                let errors = [FieldError(refusal.field, refusal.sentence)]
                return .html(
                    MovePage(view: view, target: target, form: form, errors: errors, key: Nonce.random()).body,
                    .conflict)
            }
        } catch StoreError.stale {
            let now = try await reading.view(context, page: "etat")
            return .html(
                MovePage(view: now, target: target, form: form, isStale: true, key: Nonce.random()).body, .conflict)
        }
        try await Drafts.drop(Paths.move(view.id), context, app)
        return .seeOther(target == .refused ? Paths.move(view.id) : Paths.dossier(view.id), saying: .moved)
    }

    private func allowed(_ target: Dossier.State?, _ view: DossierView) -> Dossier.State? {
        target.flatMap { Dossier.moves[view.dossier.state, default: []].contains($0) ? $0 : nil }
    }
}
