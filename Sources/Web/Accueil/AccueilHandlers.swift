import Domain
import Hummingbird
import Markup
import Store

/// *Accueillir*: from the person's words to an open dossier. What is said never stands in an address or a log.
struct AccueilHandlers {
    let app: App

    @Sendable func page(_ request: Request, _ context: AidantContext) async throws -> Response {
        var form = ReceptionForm(.empty, now: app.now)
        form.demarche = request.query["demarche"]
        form.person = request.query["personne"]
        var page = try await page(context, form)
        page.flash = context.flash
        page.waiting = try await Drafts.waiting(for: Paths.welcome, context, app)?.at
        return .html(page.body)
    }

    @Sendable func step(_ request: Request, _ context: AidantContext) async throws -> Response {
        let form = ReceptionForm(context.form, now: app.now)
        switch form.act {
        case .resume: return try await resume(context)
        case .start: return try await start(context, form)
        case .note: return try await note(context, form)
        default: break
        }
        try await Drafts.keep(context.form, action: Paths.welcome.text, access: context.access, app)
        if form.act == .propose, chosen(form, found: []) == nil {
            return .html(try await page(context, form, form.problems(nil)).body, .unprocessableContent)
        }
        return .html(try await page(context, form).body)
    }

    /// What stands under the words, made again while typing and ticking.
    @Sendable func fragment(_ request: Request, _ context: AidantContext) async throws -> Response {
        var form = ReceptionForm(context.form, now: app.now)
        form.act = .refresh
        return .html(try await page(context, form).journey)
    }

    private func resume(_ context: AidantContext) async throws -> Response {
        guard let draft = try await Drafts.waiting(for: Paths.welcome, context, app) else {
            return .seeOther(Paths.welcome)
        }
        var form = ReceptionForm(draft.form, now: app.now)
        form.act = .refresh
        form.searched = form.words
        return .html(try await page(context, form).body)
    }

    private func start(_ context: AidantContext, _ form: ReceptionForm) async throws -> Response {
        let demarche = chosen(form, found: [])
        let proposal = demarche.map { Triage.propose(form.triage($0)) }
        var errors = form.problems(proposal)
        let people = try await lookUp(context, form)
        if errors.isEmpty, form.person.isEmpty, !people.isEmpty {
            errors = [FieldError("personne", "Une fiche ressemble. Choisissez-la, ou ouvrez une nouvelle fiche.")]
        }
        guard errors.isEmpty, let demarche, let proposal, let person = person(form) else {
            return .html(try await page(context, form, errors).body, .unprocessableContent)
        }
        let id = try await app.store.openDossier(
            context.access, form: FormKey(context.form["cle"]), person: person,
            NewDossier(
                demarche: demarche, way: form.chosenWay(proposal), reception: form.reception(demarche, proposal),
                minutes: form.minutesSpent(now: app.now)))
        try await Drafts.drop(Paths.welcome, context, app)
        return .seeOther(Paths.dossier(id), saying: .opened)
    }

    private func note(_ context: AidantContext, _ form: ReceptionForm) async throws -> Response {
        let demarche = chosen(form, found: [])
        if form.hasWrongMinutes {
            let errors = form.problems(demarche.map { Triage.propose(form.triage($0)) }).filter {
                $0.field == "minutes"
            }
            return .html(try await page(context, form, errors).body, .unprocessableContent)
        }
        try await app.store.recordReception(
            context.access, form: FormKey(context.form["cle"]), usager: form.knownPerson, demarche: demarche,
            way: demarche.map { form.chosenWay(Triage.propose(form.triage($0))) } ?? .refer,
            minutes: form.minutesSpent(now: app.now))
        try await Drafts.drop(Paths.welcome, context, app)
        return .seeOther(Paths.welcome, saying: .recorded)
    }

    private func person(_ form: ReceptionForm) -> DossierPerson? {
        if let known = form.knownPerson { return .known(known) }
        return TypedPerson(form.who, isLabel: form.isLabel).map { .new(facts: $0.facts) }
    }

    // MARK: the page

    private func page(_ context: AidantContext, _ form: ReceptionForm, _ errors: [FieldError] = []) async throws
        -> ReceptionPage
    {
        let found = form.words.isEmpty ? [] : needs(form.words)
        let chosen = chosen(form, found: found)
        let proposal = form.isPastDesk ? chosen.map { Triage.propose(form.triage($0)) } : nil
        return ReceptionPage(
            viewer: context.viewer, form: form, definitions: app.definitions, found: found, chosen: chosen,
            proposal: proposal, people: proposal == nil ? [] : try await lookUp(context, form), errors: errors,
            key: Nonce.random(), now: app.now)
    }

    private func needs(_ words: String) -> [FoundNeed] {
        app.needs.search(words, limit: 5).compactMap { match in
            app.definitions.demarche(match.demarche).map { FoundNeed($0, because: match.because) }
        }
    }

    /// The procedure in hand: the agent's; the first found when there is none or when the words are new.
    private func chosen(_ form: ReceptionForm, found: [FoundNeed]) -> Demarche? {
        let kept = app.definitions.demarche(form.demarche)
        if let kept, !form.hasNewWords { return kept }
        if let kept, found.contains(where: { $0.id == kept.id }) { return kept }
        return found.first.flatMap { app.definitions.demarche($0.id) }
    }

    /// The people whose file resembles what was typed, the one already chosen first.
    private func lookUp(_ context: AidantContext, _ form: ReceptionForm) async throws -> [DeskPerson] {
        var hits: [UsagerHit] = []
        if form.who.count >= 2 {
            hits = try await app.store.searchUsagers(context.access, form.who, limit: 6)
            if let facts = TypedPerson(form.who, isLabel: form.isLabel)?.facts {
                let similar = try await app.store.similarUsagers(context.access, facts: facts)
                hits += similar.filter { one in !hits.contains { $0.id == one.id } }
            }
        }
        var lines = hits.map(DeskPerson.init)
        if let known = form.knownPerson, !lines.contains(where: { $0.id == known }) {
            let usager = try await app.store.readFacts(context.access, id: known)
            lines.insert(
                DeskPerson(
                    id: known, name: usager.name, birth: usager.birthDate, isArchived: usager.status == .archived),
                at: 0)
        }
        return lines
    }
}
