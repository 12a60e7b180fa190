import Domain
import Hummingbird
import Markup
import Store

/// `/usagers/nouveau`: opens a file; a first name or a label is enough.
struct NewUsagerHandlers {
    let app: App

    @Sendable func page(_ request: Request, _ context: AidantContext) async throws -> Response {
        guard mayOpen(context) else { throw StoreError.forbidden }
        let draft = try await Drafts.waiting(for: Paths.newUsager, context, app)
        return .html(page(context, form: draft?.form ?? .empty, draft: draft).body)
    }

    @Sendable func create(_ request: Request, _ context: AidantContext) async throws -> Response {
        guard mayOpen(context) else { throw StoreError.forbidden }
        let typed = facts(context)
        guard typed.problems.isEmpty else {
            return .html(page(context, form: context.form, errors: typed.problems).body, .unprocessableContent)
        }
        if context.form["nouvelle"] != "oui" {
            let similar = try await app.store.similarUsagers(context.access, facts: typed.facts)
            guard similar.isEmpty else {
                return .html(page(context, form: context.form, similar: similar).body, .conflict)
            }
        }
        let id = try await app.store.createUsager(
            context.access, form: context.form.key, facts: typed.facts.filter { !$0.value.isEmpty })
        try await Drafts.drop(Paths.newUsager, context, app)
        return .seeOther(Paths.usager(id), saying: .created)
    }

    /// Possible duplicates while typing; what is half typed is simply not compared.
    @Sendable func similar(_ request: Request, _ context: AidantContext) async throws -> Response {
        let facts = facts(context).facts.filter { !$0.value.isEmpty }
        guard facts.count > 1 else { return .html(.empty) }
        return .html(SimilarPeople(try await app.store.similarUsagers(context.access, facts: facts)).body)
    }

    func mayOpen(_ context: AidantContext) -> Bool {
        UsagerPolicy.allows(.edit, role: context.access.role, relation: .referent)
    }

    private func facts(_ context: AidantContext) -> FactsForm {
        FactsForm(
            context.form, asked: fields(context, form: context.form, errors: []).asked, today: context.access.today)
    }

    /// Who opens a file becomes its referent: the fields are those that a referent of this role may read.
    private func fields(_ context: AidantContext, form: FormBody, errors: [FieldError]) -> FactFields {
        let access = context.access
        return FactFields(
            definitions: app.definitions, blocks: FactBlocks.shown(app.definitions, access.settings),
            readable: UsagerPolicy.readable(role: access.role, relation: .referent, settings: access.settings),
            known: [:],
            form: form, errors: errors, short: FactFields.first)
    }

    private func page(
        _ context: AidantContext, form: FormBody, errors: [FieldError] = [], similar: [UsagerHit] = [],
        draft: KeptDraft? = nil
    ) -> NewUsagerPage {
        NewUsagerPage(
            viewer: context.viewer, fields: fields(context, form: form, errors: errors), errors: errors,
            similar: SimilarPeople(similar), draft: draft?.notice(token: context.viewer.token), key: Nonce.random())
    }
}
