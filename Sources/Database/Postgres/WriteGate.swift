import Synchronization

/// Lets writes run side by side, or one alone: a write that collided is run again alone, so that
/// it passes.
final class WriteGate: Sendable {
    private struct Waiting {
        let isAlone: Bool
        let continuation: CheckedContinuation<Void, Never>
    }

    private struct State {
        var running = 0
        var isAlone = false
        var waiting: [Waiting] = []

        func admits(alone: Bool) -> Bool { running == 0 || (!alone && !isAlone) }

        mutating func enter(alone: Bool) {
            running += 1
            isAlone = alone
        }
    }

    private let state = Mutex(State())

    func pass<T: Sendable>(
        alone: Bool, _ body: () async throws -> T
    ) async throws -> T {
        await enter(alone: alone)
        defer { leave() }
        return try await body()
    }

    private func enter(alone: Bool) async {
        await withCheckedContinuation { continuation in
            let isAdmitted = state.withLock { state in
                guard state.waiting.isEmpty, state.admits(alone: alone) else {
                    state.waiting.append(Waiting(isAlone: alone, continuation: continuation))
                    return false
                }
                state.enter(alone: alone)
                return true
            }
            if isAdmitted { continuation.resume() }
        }
    }

    private func leave() {
        let next = state.withLock { state in
            state.running -= 1
            var next: [Waiting] = []
            while let first = state.waiting.first, state.admits(alone: first.isAlone) {
                state.enter(alone: first.isAlone)
                next.append(state.waiting.removeFirst())
            }
            return next
        }
        next.forEach { $0.continuation.resume() }
    }
}
