import Domain
import Hummingbird
import Markup
import Store

/// What comes next on a dossier: the step, who follows it, how one helps, a note for the colleagues.
struct FollowUpPage {
    let view: DossierView
    var form: FormBody = .empty
    var errors: [FieldError] = []
    var draft: KeptDraft?
    /// What somebody else has saved since.
    var conflict: [(label: String, mine: String, saved: String)]?
    var key = ""

    var body: HTML {
        let action = Paths.followUp(view.id)
        let content: HTML =
            view.mayEdit
            ? Form(
                to: action, token: view.viewer.token, errors: errors, version: view.dossier.version, key: key,
                draft: Paths.draft(action), fields
            ).body : "<p>Vous pouvez lire ce dossier, sans le changer.</p>"
        let answer =
            view.mayEdit
            ? Actions(LinkButton("Noter une réponse ou un arrêt", to: Paths.move(view.id), .quiet).body).body : .empty
        return DossierLayout(
            view: view, title: "La suite", lead: "Qui fait quoi maintenant, et pour quand.",
            hasErrors: !errors.isEmpty || conflict != nil,
            content:
                "\(draft?.notice(token: view.viewer.token))\(conflict.map { StaleNotice($0, isDraft: draft != nil).body })\(content)\(answer)"
        ).body
    }

    private var fields: HTML {
        let dossier = view.dossier
        let followers = view.colleagues.filter { $0.isActive || $0.id == dossier.follower }
        let ways = WorkForm.ways(view.demarche.standIn) + [.refer]
        return """
            \(NextStepFields(usual: dossier.nextStep, form: form, errors: errors, isOptional: true).body)\
            \(Select("suivi", "Qui suit cette démarche ?", choices: followers.map { Choice($0.id.raw, $0.name) }, chosen: value("suivi", dossier.follower.raw), error: error("suivi")).body)\
            \(RadioGroup("facon", "Comment aidez-vous la personne ?", choices: ways.map { Choice($0.rawValue, $0.label, help: $0.explanation) }, chosen: value("facon", dossier.way.rawValue), error: error("facon")).body)\
            \(TextArea("note", "Note pour les collègues", value: value("note", dossier.note), help: "Ce qui aide à reprendre le dossier. Pas de mot de passe, pas de jugement.", optional: true).body)\
            \(WorkFields(view, form: form, errors: errors).body)\(Actions(Button("Enregistrer la suite").body, staysInSight: true).body)
            """
    }

    private func value(_ name: String, _ usual: String) -> String { form.has(name) ? form[name] : usual }
    private func error(_ name: String) -> String? { errors.first { $0.field == name }?.message }
}

/// `/dossiers/:id/suite`: the next step, the follower, the way, the note.
struct FollowUpHandlers {
    let app: App

    @Sendable func page(_ request: Request, _ context: AidantContext) async throws -> Response {
        let (view, draft) = try await DossierReading(app: app).form(context, page: "suite", action: Paths.followUp)
        var page = FollowUpPage(view: view, form: draft?.form ?? .empty, draft: draft, key: Nonce.random())
        if let draft, draft.isOlder(than: view.dossier.version) {
            let form = draft.form
            let found = differences(
                view, NextStepForm(form, isOptional: true).step, ID(form["suivi"]),
                Way(rawValue: form["facon"]) ?? view.dossier.way, form["note"])
            page.conflict = found.isEmpty ? nil : found
        }
        return .html(page.body)
    }

    @Sendable func save(_ request: Request, _ context: AidantContext) async throws -> Response {
        let form = context.form
        let reading = DossierReading(app: app)
        let view = try await reading.view(context, page: "suite")
        let step = NextStepForm(form, isOptional: true)
        let work = WorkForm(form, view)
        var problems = step.problems + work.problems
        let way = Way(rawValue: form["facon"])
        if way == nil { problems.append(FieldError("facon", "Choisissez comment vous aidez la personne.")) }
        let follower = view.colleagues.first {
            $0.id.raw == form["suivi"] && ($0.isActive || $0.id == view.dossier.follower)
        }
        if follower == nil { problems.append(FieldError("suivi", "Choisissez qui suit la démarche dans la liste.")) }
        guard problems.isEmpty, let way, let follower else {
            return .html(
                FollowUpPage(view: view, form: form, errors: problems, key: Nonce.random()).body, .unprocessableContent)
        }
        do {
            try await app.store.saveFollowUp(
                context.access, form: form.key, id: view.id, version: form.version, next: step.step,
                follower: follower.id,
                way: way, note: form["note"], work: work.work)
        } catch StoreError.stale {
            let now = try await reading.view(context, page: "suite")
            let page = FollowUpPage(
                view: now, form: form, conflict: differences(now, step.step, follower.id, way, form["note"]),
                key: Nonce.random())
            return .html(page.body, .conflict)
        }
        try await Drafts.drop(Paths.followUp(view.id), context, app)
        return .seeOther(Paths.dossier(view.id), saying: .saved)
    }

    private func differences(
        _ view: DossierView, _ step: Dossier.NextStep?, _ follower: ID<Aidant>, _ way: Way, _ note: String
    ) -> [(label: String, mine: String, saved: String)] {
        func words(_ step: Dossier.NextStep?) -> String {
            guard let step else { return "vide" }
            return "\(step.what), \(step.owner.label.lowercased())\(step.day.map { ", le \($0.wordsWithYear)" } ?? "")"
        }
        let dossier = view.dossier
        let all = [
            ("Prochaine étape", words(step), words(dossier.nextStep)),
            ("Suivie par", view.colleague(follower), view.colleague(dossier.follower)),
            ("Façon d’aider", way.label, dossier.way.label),
            ("Note", note.isEmpty ? "vide" : note, dossier.note.isEmpty ? "vide" : dossier.note),
        ]
        return all.filter { $0.1 != $0.2 }.map { (label: $0.0, mine: $0.1, saved: $0.2) }
    }
}
