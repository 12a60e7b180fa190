import Domain
import Hummingbird
import Markup
import Store

/// What is typed and not yet saved: kept sealed on the server, given back in the form.
enum Drafts {
    /// Fields that a draft never keeps. Its version it keeps: given back, it tells whether the thing changed since.
    private static let never: Set<String> = ["jeton", "cle"]

    static func keep(_ form: FormBody, action: String, access: Access, _ app: App) async throws {
        guard action.utf8.count <= 200 else { return }
        let fields = form.flat.filter { !never.contains($0.key) && !$0.key.hasPrefix("mot_de_passe") }
        guard fields.keys.contains(where: { $0 != "version" }) else { return }
        try await app.store.saveDraft(access, form: action, fields: fields)
    }

    /// The draft of the form that is sent to `action`, with the hour at which it was kept.
    static func waiting(for action: Path, _ context: AidantContext, _ app: App) async throws -> KeptDraft? {
        guard let draft = try await app.store.draft(context.access, form: action.text) else { return nil }
        return KeptDraft(form: FormBody(flat: draft.fields), action: action, at: DateWords.hour(draft.savedAt))
    }

    static func drop(_ action: Path, _ context: AidantContext, _ app: App) async throws {
        try await app.store.dropDraft(context.access, form: action.text)
    }
}

/// A draft found when its form is opened again.
struct KeptDraft: Sendable {
    let form: FormBody
    let action: Path
    let at: String

    /// The thing was saved since the draft was begun.
    /// - Parameter version: the one saved now.
    func isOlder(than version: Int, _ field: String = "version") -> Bool {
        Int(form[field]).map { $0 != version } ?? false
    }

    /// Says that the fields hold what was typed before, and offers to drop it.
    func notice(token: String) -> HTML {
        let drop = ActionButton(
            to: Paths.dropDraft, token: token, Button("Effacer ce brouillon", .quiet),
            fields: Hidden("formulaire", action.text).body)
        return Notice(
            .information, "Vous aviez commencé à écrire (\(at)). Rien n’est perdu : c’est dans les champs.", drop.body
        ).body
    }
}

/// `POST /brouillons`: the page saves what is being typed; `POST /brouillons/effacer` drops it.
struct DraftHandlers {
    let app: App

    @Sendable func save(_ request: Request, _ context: AidantContext) async throws -> Response {
        let action = request.query["formulaire"]
        guard action.hasPrefix("/"), action.utf8.count <= 200 else { throw HTTPError(.badRequest) }
        try await Drafts.keep(context.form, action: action, access: context.access, app)
        return try await isStale(action, context) ? Response(status: .conflict) : .noContent
    }

    /// Somebody saved the same dossier since the form was opened: told while typing, not only when saving.
    private func isStale(_ action: String, _ context: AidantContext) async throws -> Bool {
        let parts = action.split(separator: "/").map(String.init)
        guard parts.count == 3, parts[0] == "dossiers", let typed = Int(context.form["version"]) else { return false }
        return try await app.store.version(context.access, of: ID(parts[1])) != typed
    }

    @Sendable func drop(_ request: Request, _ context: AidantContext) async throws -> Response {
        try await app.store.dropDraft(context.access, form: context.form["formulaire"])
        return .seeOther(Back.path(request) ?? Paths.today, saying: .draftDropped)
    }
}

/// Where the reader came from, when it is a page of this site.
enum Back {
    static func path(_ request: Request) -> Path? {
        guard let referer = request.headers[.referer] else { return nil }
        let parts = referer.split(separator: "/", maxSplits: 3, omittingEmptySubsequences: false)
        guard parts.count == 4, String(parts[2]) == request.head.authority else { return nil }
        return local("/\(parts[3])")
    }

    /// A path of this site given as text (`retour`), or nil: never another host.
    static func local(_ text: String) -> Path? {
        guard text.hasPrefix("/"), !text.hasPrefix("//"), !text.contains("\\"), text.utf8.count <= 300 else {
            return nil
        }
        let halves = text.split(separator: "?", maxSplits: 1).map(String.init)
        let segments = halves[0].split(separator: "/").compactMap { try? FormBody.decode($0.utf8) }
        return Path(segments: segments)
    }
}
