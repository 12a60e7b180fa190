import Domain
import Hummingbird
import Markup
import Store

/// `/dossiers/:id/depot`: records the filing.
struct FilingHandlers {
    let app: App

    @Sendable func page(_ request: Request, _ context: AidantContext) async throws -> Response {
        let (view, draft) = try await DossierReading(app: app).form(context, page: "depot", action: Paths.filing)
        let page = FilingPage(
            view: view, form: draft?.form ?? .empty, draft: draft,
            isStale: draft?.isOlder(than: view.dossier.version) ?? false, key: Nonce.random())
        return .html(page.body)
    }

    @Sendable func save(_ request: Request, _ context: AidantContext) async throws -> Response {
        let form = context.form
        let reading = DossierReading(app: app)
        let view = try await reading.view(context, page: "depot")
        let sent = FilingForm(form, today: view.today)
        let work = WorkForm(form, view)
        let problems = sent.problems + work.problems
        guard problems.isEmpty, let filing = sent.filing else {
            return .html(
                FilingPage(view: view, form: form, errors: problems, key: Nonce.random()).body, .unprocessableContent)
        }
        do {
            let result = try await app.store.fileDossier(
                context.access, form: form.key, id: view.id, version: form.version, filing: filing,
                override: sent.override,
                expectedOn: sent.expectedOn, next: sent.next, work: work.work)
            if case .failure(let refusal) = result {
                let errors = [FieldError(refusal.field, refusal.sentence)]
                return .html(FilingPage(view: view, form: form, errors: errors, key: Nonce.random()).body, .conflict)
            }
        } catch StoreError.stale {
            let now = try await reading.view(context, page: "depot")
            return .html(FilingPage(view: now, form: form, isStale: true, key: Nonce.random()).body, .conflict)
        }
        try await Drafts.drop(Paths.filing(view.id), context, app)
        return .seeOther(Paths.dossier(view.id), saying: .filed)
    }
}
