import Synchronization

/// Counts the reads that run, so that the base is closed after the last one: GRDB crashes on a
/// read of a closed `DatabaseQueue`.
final class OpenReads: Sendable {
    private struct State {
        var running = 0
        var isClosed = false
        var closing: CheckedContinuation<Void, Never>?
    }

    private let state = Mutex(State())

    func run<T: Sendable>(_ body: () async throws -> T) async throws -> T {
        try state.withLock { state in
            if state.isClosed { throw DatabaseError.closed }
            state.running += 1
        }
        defer { leave() }
        return try await body()
    }

    /// Refuses later reads, and returns when the running ones are done.
    /// - Returns: false when it was closed before.
    func close() async -> Bool {
        let isFirst = state.withLock { state in
            defer { state.isClosed = true }
            return !state.isClosed
        }
        if isFirst {
            await withCheckedContinuation { continuation in
                let isIdle = state.withLock { state in
                    if state.running > 0 { state.closing = continuation }
                    return state.running == 0
                }
                if isIdle { continuation.resume() }
            }
        }
        return isFirst
    }

    private func leave() {
        let closing = state.withLock { state -> CheckedContinuation<Void, Never>? in
            state.running -= 1
            guard state.running == 0 else { return nil }
            defer { state.closing = nil }
            return state.closing
        }
        closing?.resume()
    }
}
