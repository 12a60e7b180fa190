import Hummingbird
import Store

/// Help, shortcuts, accessibility and notices: for everybody, signed in or not.
struct AideHandlers {
    @Sendable func page(_ request: Request, _ context: VisitorContext) async throws -> Response {
        .html(AidePage(viewer: viewer(context)).body)
    }

    @Sendable func shortcuts(_ request: Request, _ context: VisitorContext) async throws -> Response {
        .html(ShortcutsPage(viewer: viewer(context)).body)
    }

    @Sendable func accessibility(_ request: Request, _ context: VisitorContext) async throws -> Response {
        .html(AccessibilityPage(viewer: viewer(context)).body)
    }

    @Sendable func notices(_ request: Request, _ context: VisitorContext) async throws -> Response {
        .html(NoticesPage(viewer: viewer(context)).body)
    }

    /// A locked desk reads as a visitor.
    private func viewer(_ context: VisitorContext) -> Viewer? {
        context.session.flatMap { $0.isLocked ? nil : Viewer(session: $0) }
    }
}
