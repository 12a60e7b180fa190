import Domain
import Hummingbird
import Markup
import Store

/// Corrects the minutes and the way of one's own act.
struct ActivityPage {
    let viewer: Viewer
    let id: String
    let form: FormBody
    let errors: [FieldError]
    let back: Path
    /// What is saved now, when it changed since the form was opened.
    var saved: Activity?

    var body: HTML {
        let error = { (name: String) in errors.first { $0.field == name }?.message }
        let ways = Way.allCases.map { Choice($0.rawValue, $0.doneLabel) }
        let stale: HTML? = saved.map { saved in
            StaleNotice(
                [
                    ("Manière", Way(rawValue: form["maniere"])?.doneLabel ?? "", saved.way.doneLabel),
                    ("Minutes", form["minutes"], String(saved.minutes)),
                ].filter { $0.1 != $0.2 }
            ).body
        }
        return Layout(
            title: "Corriger une activité", viewer: viewer, hasErrors: !errors.isEmpty,
            content: """
                \(Heading("Corriger une activité", lead: "Les bilans se font d’après ces minutes. Vous corrigez seulement vos propres actes.").body)\(stale)\
                \(Form(
                    to: Paths.activity(id), token: viewer.token, errors: errors, version: form.version,
                    """
                    \(Hidden("retour", back.text).body)\
                    \(RadioGroup("maniere", "Comment l’avez-vous fait ?", choices: ways, chosen: form["maniere"], error: error("maniere")).body)\
                    \(TextField("minutes", "Temps passé, en minutes", value: form["minutes"], error: error("minutes"), kind: .digits, width: .tiny).body)\
                    \(Actions("\(Button("Corriger").body)\(LinkButton("Ne rien changer", to: back, .quiet).body)").body)
                    """
                ).body)
                """
        ).body
    }
}

/// `/activites/:id`: reports need no second entry, but a first one may be wrong.
struct ActivityHandlers {
    let app: App

    @Sendable func page(_ request: Request, _ context: AidantContext) async throws -> Response {
        let line = try await app.store.activity(context.access, id: id(context))
        let form = FormBody(values: [
            "version": [String(line.version)], "minutes": [String(line.activity.minutes)],
            "maniere": [line.activity.way.rawValue],
        ])
        let back = Back.path(request) ?? line.dossier.map(Paths.dossier) ?? Paths.today
        return .html(ActivityPage(viewer: context.viewer, id: line.id, form: form, errors: [], back: back).body)
    }

    @Sendable func correct(_ request: Request, _ context: AidantContext) async throws -> Response {
        let form = context.form
        let back = Back.local(form["retour"]) ?? Paths.today
        let line = try await app.store.activity(context.access, id: id(context))
        var errors: [FieldError] = []
        let way = Way(rawValue: form["maniere"])
        if way == nil { errors.append(FieldError("maniere", "Choisissez comment vous l’avez fait.")) }
        let minutes = Int(form["minutes"]).flatMap { (0...Activity.maximumMinutes).contains($0) ? $0 : nil }
        if minutes == nil {
            errors.append(
                FieldError(
                    "minutes", "Écrivez un nombre de minutes, de 0 à \(Activity.maximumMinutes). Par exemple 15."))
        }
        guard errors.isEmpty, let way, let minutes else {
            let page = ActivityPage(viewer: context.viewer, id: id(context), form: form, errors: errors, back: back)
            return .html(page.body, .unprocessableContent)
        }
        do {
            try await app.store.correctActivity(
                context.access, id: line.id, version: form.version, way: way, minutes: minutes)
        } catch StoreError.stale {
            let now = try await app.store.activity(context.access, id: line.id)
            let mine = form.replacing("version", with: String(now.version))
            let page = ActivityPage(
                viewer: context.viewer, id: now.id, form: mine, errors: [], back: back, saved: now.activity)
            return .html(page.body, .conflict)
        }
        return .seeOther(back, saying: .corrected)
    }

    private func id(_ context: AidantContext) -> String { context.coreContext.parameters.get("id") ?? "" }
}
