import Foundation
import Synchronization

/// Lets two hashes run at once and twenty wait; the next one is refused.
final class HashingTurns: Sendable {
    private struct State {
        var running = 0
        var waiting: [CheckedContinuation<Void, Never>] = []
    }

    private let width: Int
    private let queueLimit: Int
    private let state = Mutex(State())

    init(width: Int = 2, queueLimit: Int = 20) {
        self.width = width
        self.queueLimit = queueLimit
    }

    /// How many wait for their turn now.
    var waitingCount: Int { state.withLock { $0.waiting.count } }

    /// Runs heavy work on a thread of its own when its turn comes.
    /// - Throws: ``PasswordError/tooBusy``, or what the work throws.
    func run<T: Sendable>(_ work: @Sendable @escaping () throws -> T) async throws -> T {
        guard await enter() else { throw PasswordError.tooBusy }
        defer { leave() }
        return try await withCheckedThrowingContinuation { continuation in
            // A thread of its own: on the shared pool, two hashes on two processors would hold up every other request.
            Thread.detachNewThread { continuation.resume(with: Result(catching: work)) }
        }
    }

    private enum Entry { case now, later, refused }

    private func enter() async -> Bool {
        var isAccepted = true
        await withCheckedContinuation { continuation in
            let entry = state.withLock { state -> Entry in
                if state.running < width {
                    state.running += 1
                    return .now
                }
                guard state.waiting.count < queueLimit else { return .refused }
                state.waiting.append(continuation)
                return .later
            }
            isAccepted = entry != .refused
            if entry != .later { continuation.resume() }
        }
        return isAccepted
    }

    private func leave() {
        let next = state.withLock { state -> CheckedContinuation<Void, Never>? in
            guard state.waiting.isEmpty else { return state.waiting.removeFirst() }
            state.running -= 1
            return nil
        }
        next?.resume()
    }
}
