import Domain
import Hummingbird
import Markup
import Store

/// `/echeances/:id`: one date, with *done* and *later*.
struct EcheanceHandlers {
    let app: App

    @Sendable func page(_ request: Request, _ context: AidantContext) async throws -> Response {
        .html(try await page(context).body)
    }

    @Sendable func done(_ request: Request, _ context: AidantContext) async throws -> Response {
        var page = try await page(context)
        let work = WorkForm(
            context.form, way: page.file.dossier.way, standIn: page.file.demarche.standIn, now: context.access.now)
        guard work.problems.isEmpty else {
            page.form = context.form
            page.errors = work.problems
            return .html(page.body, .unprocessableContent)
        }
        _ = try await app.store.markDone(context.access, form: context.form.key, id: page.echeance.id, work: work.work)
        return .seeOther(
            Back.local(context.form["retour"]) ?? Paths.usagerCalendar(page.echeance.usager), saying: .done)
    }

    @Sendable func snooze(_ request: Request, _ context: AidantContext) async throws -> Response {
        let form = SnoozeForm(context.form, today: context.access.today)
        var page = try await page(context)
        page.form = context.form
        guard let day = form.day, form.problems.isEmpty else {
            page.snoozeErrors = form.problems
            return .html(page.body, .unprocessableContent)
        }
        let result = try await app.store.snooze(
            context.access, form: context.form.key, id: page.echeance.id, until: day, reason: form.reason)
        switch result {
        case .success: return .seeOther(Paths.usagerCalendar(page.echeance.usager), saying: .snoozed)
        case .failure(let refusal):
            page.snoozeErrors = [FieldError("jour", refusal.sentence(today: context.access.today))]
            return .html(page.body, .conflict)
        }
    }

    private func page(_ context: AidantContext) async throws -> EcheancePage {
        let id = ID<Echeance>(context.coreContext.parameters.get("id") ?? "")
        let (echeance, file) = try await app.store.readEcheance(context.access, id: id)
        let me = context.access.aidant
        return EcheancePage(
            viewer: context.viewer, echeance: echeance, file: file, definitions: app.definitions,
            mayEdit: DossierPolicy.allows(
                .edit, role: context.access.role, relation: file.relation,
                isOwn: file.dossier.openedBy == me || file.dossier.follower == me),
            key: Nonce.random(), now: context.access.now, flash: context.flash)
    }
}

/// Until when, and why.
struct SnoozeForm {
    let day: Day?
    let reason: String
    let problems: [FieldError]

    init(_ form: FormBody, today: Day) {
        var problems: [FieldError] = []
        let example = today.adding(days: 7)
        day = Day(typed: form["jour"])
        if day == nil {
            problems.append(
                FieldError("jour", "Écrivez le jour où vous vous en occuperez, par exemple \(example.typed)."))
        }
        reason = String(form["raison"].prefix(500))
        if reason.isEmpty {
            problems.append(FieldError("raison", Echeance.Refusal.reasonMissing.sentence(today: today)))
        }
        self.problems = problems
    }
}
