import Domain
import Hummingbird
import Markup
import Store

/// `/usagers/:id/modifier`: every fact that the reader may write, once for all procedures.
struct EditUsagerHandlers {
    let app: App

    @Sendable func page(_ request: Request, _ context: AidantContext) async throws -> Response {
        let view = try await view(context)
        let draft = try await Drafts.waiting(for: Paths.editUsager(view.id), context, app)
        var page = page(view, draft?.form ?? .empty)
        page.draft = draft?.notice(token: context.viewer.token)
        if let draft, draft.isOlder(than: view.usager.version) {
            let typed = FactsForm(draft.form, asked: page.fields.asked, today: view.today)
            page.differences = Self.differences(typed.facts, view.usager.facts, app.definitions)
            page.isStale = !page.differences.isEmpty
        }
        return .html(page.body)
    }

    @Sendable func save(_ request: Request, _ context: AidantContext) async throws -> Response {
        let view = try await view(context)
        let form = context.form
        let typed = FactsForm(form, asked: page(view, form).fields.asked, today: view.today)
        guard typed.problems.isEmpty else {
            var page = page(view, form)
            page.errors = typed.problems
            page.version = form.version
            return .html(page.body, .unprocessableContent)
        }
        do {
            try await app.store.saveUsager(
                context.access, form: form.key, id: view.id, version: form.version, facts: typed.facts)
        } catch StoreError.stale {
            let saved = try await self.view(context)
            var stale = page(saved, form)
            stale.differences = Self.differences(typed.facts, saved.usager.facts, app.definitions)
            stale.isStale = true
            return .html(stale.body, .conflict)
        }
        try await Drafts.drop(Paths.editUsager(view.id), context, app)
        return .seeOther(Paths.usager(view.id), saying: .saved)
    }

    /// Field by field, where what was typed is not what is saved now.
    static func differences(
        _ typed: [String: String], _ saved: [String: String], _ definitions: Definitions
    ) -> [(label: String, mine: String, saved: String)] {
        definitions.facts.compactMap { fact in
            guard let mine = typed[fact.id], mine != saved[fact.id, default: ""] else { return nil }
            let show = { (value: String) in
                value.isEmpty ? "rien" : ValueFormat.display(value, as: fact.type, options: fact.options)
            }
            return (Words.typographic(fact.label), show(mine), show(saved[fact.id, default: ""]))
        }
    }

    private func view(_ context: AidantContext) async throws -> UsagerView {
        let id = ID<Usager>(context.coreContext.parameters.get("id") ?? "")
        let file = try await app.store.readUsager(context.access, id: id, page: "modifier")
        let view = UsagerView(file: file, team: [], context: context, app: app)
        guard view.may(.edit) else { throw StoreError.forbidden }
        return view
    }

    private func page(_ view: UsagerView, _ form: FormBody) -> EditUsagerPage {
        EditUsagerPage(view: view, form: form, key: Nonce.random(), version: view.usager.version)
    }
}

/// Changing a file; when somebody else saved first, both texts stand side by side.
struct EditUsagerPage {
    let view: UsagerView
    let form: FormBody
    let key: String
    /// The version that the form was filled from.
    var version: Int
    var errors: [FieldError] = []
    var draft: HTML?
    var isStale = false
    var differences: [(label: String, mine: String, saved: String)] = []

    var fields: FactFields {
        FactFields(
            definitions: view.definitions, blocks: view.blocks, readable: view.readable, known: view.usager.facts,
            form: form, errors: errors, short: FactFields.first)
    }

    var body: HTML {
        let action = Paths.editUsager(view.id)
        let stale: HTML = isStale ? StaleNotice(differences, isDraft: draft != nil).body : .empty
        let content = Form(
            to: action, token: view.viewer.token, errors: errors, version: version, key: key,
            draft: Paths.draft(action),
            "\(fields.body)\(Actions(buttons, staysInSight: true).body)")
        return UsagerLayout(
            view: view, title: "Modifier la fiche",
            lead:
                "Chaque donnée sert à toutes les démarches. Tout est facultatif, sauf un prénom, un nom ou un repère.",
            hasErrors: !errors.isEmpty, content: "\(stale)\(draft)\(content.body)"
        ).body
    }

    private var buttons: HTML {
        "\(Button("Enregistrer la fiche").body)\(LinkButton("Ne rien changer", to: Paths.usager(view.id), .quiet).body)"
    }
}
