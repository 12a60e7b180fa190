import Domain
import Hummingbird
import Markup
import Store

/// `/usagers/:id/referents`: who follows a person, and the handover to a colleague.
struct ReferentsHandlers {
    let app: App

    @Sendable func page(_ request: Request, _ context: AidantContext) async throws -> Response {
        .html(try await page(context, []).body)
    }

    @Sendable func change(_ request: Request, _ context: AidantContext) async throws -> Response {
        let form = context.form
        let end = form["ancien"].isEmpty ? nil : ID<Aidant>(form["ancien"])
        let add = form["action"] == "fin" || form["nouveau"].isEmpty ? nil : ID<Aidant>(form["nouveau"])
        guard add != nil || (end != nil && form["action"] == "fin") else {
            let error = FieldError("nouveau", "Choisissez la ou le collègue.")
            return .html(try await page(context, [error], scope: form["ancien"]).body, .unprocessableContent)
        }
        switch try await app.store.changeReferent(context.access, usager: id(context), add: add, end: end) {
        case .success: return .seeOther(Paths.referents(id(context)), saying: .saved)
        case .failure(let refusal):
            let error = FieldError("", refusal.sentence)
            return .html(try await page(context, [error], scope: form["ancien"]).body, .conflict)
        }
    }

    private func id(_ context: AidantContext) -> ID<Usager> { ID(context.coreContext.parameters.get("id") ?? "") }

    private func page(_ context: AidantContext, _ errors: [FieldError], scope: String = "") async throws
        -> ReferentsPage
    {
        let file = try await app.store.readUsager(context.access, id: id(context), page: "referents")
        let view = UsagerView(file: file, team: try await app.store.team(context.access), context: context, app: app)
        guard view.may(.changeReferents) else { throw StoreError.forbidden }
        return ReferentsPage(view: view, errors: errors, scope: scope)
    }
}

extension Referent.Refusal {
    /// What to do next, in one sentence.
    var sentence: String {
        switch self {
        case .alreadyReferent: "Cette personne est déjà référente. Choisissez une ou un autre collègue."
        case .notReferent: "Cette personne ne suit plus la fiche. Regardez la liste à jour."
        case .lastReferent: "C’est la seule personne référente\u{A0}: passez le relais à une ou un collègue."
        }
    }
}

/// Each referent with the handover, then the form that adds one.
struct ReferentsPage {
    let view: UsagerView
    let errors: [FieldError]
    /// The referent whose form came back; empty for the form that adds one.
    let scope: String

    private var current: [Referent] { view.usager.referents.filter { $0.isCurrent(on: view.today) } }
    private var former: [Referent] { view.usager.referents.filter { !$0.isCurrent(on: view.today) } }

    /// Colleagues who may follow somebody and do not yet.
    private var choices: [Choice] {
        let taken = Set(current.map(\.aidant))
        return view.team.filter { $0.isActive && !taken.contains($0.id) && $0.role != .administrator }
            .map { Choice($0.id.raw, $0.fullName, help: Words.sentence($0.role.words)) }
    }

    var body: HTML {
        UsagerLayout(
            view: view, title: "Qui suit cette personne",
            lead:
                "Une personne a toujours au moins un référent. Après un relais, l’ancien référent lit encore la fiche \(Referent.overlapDays) jours.",
            hasErrors: !errors.isEmpty,
            content: "\(HTML.each(current, card))\(add)\(past)"
        ).body
    }

    private func card(_ referent: Referent) -> HTML {
        let name = view.fullColleague(referent.aidant)
        let mine = scope == referent.aidant.raw ? errors : []
        let end: HTML =
            current.count > 1 ? Button("Arrêter le suivi", .quiet, name: "action", value: "fin").body : .empty
        let form = Form(
            to: Paths.referents(view.id), token: view.viewer.token, errors: mine.filter { $0.field.isEmpty },
            """
            \(Hidden("ancien", referent.aidant.raw).body)\
            \(select("Passer le relais à", referent.aidant.raw, mine))\
            \(Actions("\(Button("Passer le relais", .quiet, name: "action", value: "relais").body)\(end)").body)
            """)
        let handover: HTML = choices.isEmpty ? "<p>Aucun collègue ne peut prendre le relais.</p>" : form.body
        return Section(name, onSheet: true, "<p>Depuis le \(referent.since.words(today: view.today)).</p>\(handover)")
            .body
    }

    private var add: HTML {
        guard !choices.isEmpty else { return .empty }
        let mine = scope.isEmpty ? errors : []
        let form = Form(
            to: Paths.referents(view.id), token: view.viewer.token, errors: mine.filter { $0.field.isEmpty },
            "\(select("Collègue", "ajout", mine))\(Actions(Button("Ajouter ce référent").body).body)")
        return Section("Ajouter un référent", onSheet: true, form.body).body
    }

    private func select(_ label: String, _ scope: String, _ mine: [FieldError]) -> HTML {
        let error = mine.first { $0.field == "nouveau" }?.message
        return Select("nouveau", label, choices: choices, error: error).within(scope).body
    }

    private var past: HTML {
        guard !former.isEmpty else { return .empty }
        let words = ReferentWords(view: view)
        return Section(
            "Avant", onSheet: true, "<ul>\(HTML.each(former.reversed()) { "<li>\(words.line($0)).</li>" })</ul>"
        ).body
    }
}
