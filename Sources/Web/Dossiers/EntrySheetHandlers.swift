import Domain
import Hummingbird
import Markup
import Store

/// `/dossiers/:id/fiche`: the entry sheet, to copy or to fill.
struct EntrySheetHandlers {
    let app: App

    @Sendable func page(_ request: Request, _ context: AidantContext) async throws -> Response {
        let (view, draft) = try await DossierReading(app: app).form(context, page: "fiche", action: Paths.entrySheet)
        var page = EntrySheetPage(view: view, mode: mode(request, view), key: Nonce.random())
        if page.mode == .fill, let draft {
            page.draft = draft
            page.form = draft.form
            let hasMoved =
                draft.isOlder(than: view.dossier.version)
                || draft.isOlder(than: view.usager.version, "usager_version")
            let conflict = AnswerConflict(draft.form, sheet: view.sheet, today: view.today, isDraft: true)
            page.conflict = hasMoved && !conflict.lines.isEmpty ? conflict : nil
        }
        return .html(page.body)
    }

    @Sendable func save(_ request: Request, _ context: AidantContext) async throws -> Response {
        let form = context.form
        let reading = DossierReading(app: app)
        let view = try await reading.view(context, page: "fiche")
        let answers = AnswersForm(form, sheet: view.sheet, today: view.today)
        let work = WorkForm(form, view)
        let problems = answers.problems + work.problems
        guard problems.isEmpty else {
            let page = EntrySheetPage(view: view, mode: .fill, form: form, errors: problems, key: Nonce.random())
            return .html(page.body, .unprocessableContent)
        }
        do {
            try await app.store.saveAnswers(
                context.access, form: form.key, id: view.id, version: form.version,
                usagerVersion: Int(form["usager_version"]) ?? 0, values: answers.values, work: work.work)
        } catch StoreError.stale {
            let now = try await reading.view(context, page: "fiche")
            let page = EntrySheetPage(
                view: now, mode: .fill, form: form, conflict: AnswerConflict(form, sheet: now.sheet, today: now.today),
                key: Nonce.random())
            return .html(page.body, .conflict)
        }
        try await Drafts.drop(Paths.entrySheet(view.id), context, app)
        return .seeOther(form["apres"] == "verifier" ? Paths.check(view.id) : Paths.entrySheet(view.id), saying: .saved)
    }

    /// The view asked for; else to fill while something is missing before the filing.
    private func mode(_ request: Request, _ view: DossierView) -> EntrySheetPage.Mode {
        guard view.mayEdit else { return .copy }
        switch request.query["vue"] {
        case "recopier": return .copy
        case "remplir": return .fill
        default: return view.dossier.state == .preparing && view.sheet.cells.contains(where: \.isOpen) ? .fill : .copy
        }
    }
}

/// Reads the dossier of the address, with what its pages need around it.
struct DossierReading {
    let app: App

    /// For a page with a long form: who else is typing in it, and what this person had typed.
    func form(
        _ context: AidantContext, page: String, action: (ID<Dossier>) -> Path
    ) async throws -> (view: DossierView, draft: KeptDraft?) {
        var view = try await view(context, page: page)
        guard view.mayEdit else { return (view, nil) }
        let path = action(view.id)
        view.alsoTyping = try await app.store.alsoTyping(context.access, form: path.text).map(view.colleague)
        return (view, try await Drafts.waiting(for: path, context, app))
    }

    func view(_ context: AidantContext, page: String, isPrint: Bool = false) async throws -> DossierView {
        let id = ID<Dossier>(context.coreContext.parameters.get("id") ?? "")
        let file = try await app.store.readDossier(context.access, id: id, page: page, isPrint: isPrint)
        return DossierView(file: file, team: try await app.store.team(context.access), context: context, app: app)
    }
}
