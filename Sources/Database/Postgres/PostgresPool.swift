import Synchronization

/// Lends the connections to who asks first.
final class PostgresPool: Sendable {
    private struct State {
        var idle: [PostgresWorker]
        var waiting: [CheckedContinuation<PostgresWorker, Never>] = []
        var isClosed = false
    }

    private let size: Int
    private let state: Mutex<State>

    init(size: Int, make: () -> PostgresWorker) {
        self.size = size
        state = Mutex(State(idle: (0..<size).map { _ in make() }))
    }

    func lend<T: Sendable>(
        _ body: (PostgresWorker) async throws -> T
    ) async throws -> T {
        if state.withLock(\.isClosed) { throw DatabaseError.closed }
        let worker = await take()
        defer { giveBack(worker) }
        return try await body(worker)
    }

    /// Waits for each connection to come back, and closes it.
    func close() async {
        let wasClosed = state.withLock { state in
            defer { state.isClosed = true }
            return state.isClosed
        }
        if wasClosed { return }
        for _ in 0..<size { await take().disconnect() }
    }

    private func take() async -> PostgresWorker {
        await withCheckedContinuation { continuation in
            let worker = state.withLock { state -> PostgresWorker? in
                // The last one used is the one most likely to be connected.
                if let worker = state.idle.popLast() { return worker }
                state.waiting.append(continuation)
                return nil
            }
            if let worker { continuation.resume(returning: worker) }
        }
    }

    private func giveBack(_ worker: PostgresWorker) {
        let next = state.withLock { state -> CheckedContinuation<PostgresWorker, Never>? in
            guard state.waiting.isEmpty else { return state.waiting.removeFirst() }
            state.idle.append(worker)
            return nil
        }
        next?.resume(returning: worker)
    }
}
