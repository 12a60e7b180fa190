import Domain
import Hummingbird
import Markup
import Store

/// The state of each paper as sent, or what is wrong with it.
struct PiecesForm {
    private(set) var pieces: [PieceFollowUp] = []
    private(set) var problems: [FieldError] = []

    init(_ form: FormBody, lines: [PieceLine], today: Day) {
        for line in lines where form.has(line.statusName) {
            let date = day(form[line.dateName], line, today)
            let known = line.followUp?.status
            let status = PieceFollowUp.Status(rawValue: form[line.statusName]) ?? known.map { _ in .asked }
            guard let status else {
                if !form[line.noteName].isEmpty || date != nil {
                    problems.append(FieldError(line.statusName, "Dites où en est « \(line.label) »."))
                }
                continue
            }
            pieces.append(
                PieceFollowUp(
                    piece: line.code, status: status,
                    issuedOn: form.has(line.dateName) ? date : line.followUp?.issuedOn,
                    note: form[line.noteName], changedOn: today, afterFiling: line.followUp?.afterFiling ?? false))
        }
    }

    private mutating func day(_ typed: String, _ line: PieceLine, _ today: Day) -> Day? {
        guard !typed.isEmpty else { return nil }
        guard let day = Day(typed: typed) else {
            problems.append(
                FieldError(
                    line.dateName, "Écrivez la date du papier avec le jour, le mois et l’année. Par exemple 26/11/2026."
                ))
            return nil
        }
        if day > today {
            problems.append(
                FieldError(line.dateName, "Cette date n’est pas encore arrivée. Écrivez celle qui est sur le papier."))
        }
        return day
    }
}

/// `/dossiers/:id/pieces`: the checklist of papers.
struct PiecesHandlers {
    let app: App

    @Sendable func page(_ request: Request, _ context: AidantContext) async throws -> Response {
        let (view, draft) = try await DossierReading(app: app).form(context, page: "pieces", action: Paths.pieces)
        var page = PiecesPage(view: view, form: draft?.form ?? .empty, draft: draft, key: Nonce.random())
        if let draft, draft.isOlder(than: view.dossier.version) {
            let papers = PiecesForm(draft.form, lines: PieceLine.all(view), today: view.today)
            let conflicts = PieceConflict.between(papers.pieces, view)
            page.conflict = conflicts.isEmpty ? nil : conflicts
        }
        return .html(page.body)
    }

    @Sendable func save(_ request: Request, _ context: AidantContext) async throws -> Response {
        let form = context.form
        let reading = DossierReading(app: app)
        let view = try await reading.view(context, page: "pieces")
        let papers = PiecesForm(form, lines: PieceLine.all(view), today: view.today)
        let work = WorkForm(form, view)
        let problems = papers.problems + work.problems
        guard problems.isEmpty else {
            return .html(
                PiecesPage(view: view, form: form, errors: problems, key: Nonce.random()).body, .unprocessableContent)
        }
        do {
            try await app.store.savePieces(
                context.access, form: form.key, id: view.id, version: form.version, pieces: papers.pieces,
                work: work.work)
        } catch StoreError.stale {
            let now = try await reading.view(context, page: "pieces")
            let page = PiecesPage(
                view: now, form: form, conflict: PieceConflict.between(papers.pieces, now), key: Nonce.random())
            return .html(page.body, .conflict)
        }
        try await Drafts.drop(Paths.pieces(view.id), context, app)
        return .seeOther(Paths.pieces(view.id), saying: .saved)
    }
}
