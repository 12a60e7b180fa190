import Domain
import Hummingbird
import NIOCore
import Store

/// Any request: what the middlewares found out about it.
public struct VisitorContext: RequestContext {
    public var coreContext: CoreRequestContextStorage
    /// The address of the other end of the connection.
    var peer: String
    /// The client's address, after a trusted proxy's word.
    var origin: String
    var session: Session?
    /// The session of the cookie has ended: what was typed was kept as a draft.
    var sessionEnded = false
    /// That ended session, when a form came with it.
    var endedSession: Session?
    /// The form of a POST, already checked.
    var form: FormBody = .empty
    /// Proves that a visitor's form came from our page.
    var visitToken = ""
    /// True when the visit cookie must be set with the answer.
    var isNewVisit = false
    /// What was just done, to say once.
    var flash: String?
    /// When the request came, by the application's clock.
    var requestedAt = Moment(milliseconds: 0)

    public init(source: ApplicationRequestContextSource) {
        coreContext = .init(source: source)
        peer = source.channel.remoteAddress?.ipAddress ?? "local"
        origin = peer
    }

    public var maxUploadSize: Int { FormBody.maximumBytes }
}

/// A request of somebody who is signed in: no handler of an `AidantContext` runs without.
public struct AidantContext: ChildRequestContext {
    public var coreContext: CoreRequestContextStorage
    let session: Session
    let access: Access
    let form: FormBody
    let origin: String
    let flash: String?

    public init(context: VisitorContext) throws {
        guard let session = context.session else { throw SignInNeeded(ended: context.sessionEnded) }
        if session.isLocked { throw UnlockNeeded() }
        coreContext = context.coreContext
        self.session = session
        access = session.access(now: context.requestedAt)
        form = context.form
        origin = context.origin
        flash = context.flash
    }

    var viewer: Viewer { Viewer(session: session) }
}

/// A request of somebody who manages the structure.
public struct ResponsableContext: ChildRequestContext {
    public var coreContext: CoreRequestContextStorage
    let aidant: AidantContext

    public init(context: AidantContext) throws {
        guard AidantPolicy.allows(.editSettings, role: context.access.role) else { throw StoreError.forbidden }
        coreContext = context.coreContext
        aidant = context
    }

    var access: Access { aidant.access }
    var form: FormBody { aidant.form }
    var viewer: Viewer { aidant.viewer }
    var flash: String? { aidant.flash }
}

/// Thrown when a page needs a sign-in: answered by the sign-in page, and back.
struct SignInNeeded: Error {
    /// A session was open, and ended by itself.
    let ended: Bool
}

/// Thrown when the desk is locked: answered by the unlock page, and back.
struct UnlockNeeded: Error {}

extension Viewer {
    init(session: Session) {
        self.init(
            firstName: session.aidant.firstName, structureName: session.structure.name,
            isResponsable: AidantPolicy.allows(.editSettings, role: session.aidant.role), token: session.formToken,
            lockAfterMinutes: session.structure.settings.idleMinutes)
    }
}
