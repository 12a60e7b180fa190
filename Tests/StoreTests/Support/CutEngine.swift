import Database
import Synchronization

/// An engine whose n-th write fails, before or after it is committed: what a killed process leaves behind.
final class CutEngine: Engine {
    struct Cut: Error {}

    private let real: any Engine
    private let afterCommit: Bool
    /// Writes left before the cut; nil while nothing is to be cut.
    private let left = Mutex<Int?>(nil)

    init(_ real: any Engine, afterCommit: Bool) {
        self.real = real
        self.afterCommit = afterCommit
    }

    /// The n-th write from now on is the last one.
    func cut(at number: Int) { left.withLock { $0 = number } }

    var dialect: Dialect { real.dialect }

    func read<T: Sendable>(_ body: @Sendable @escaping (any Connection) throws -> T) async throws -> T {
        try await real.read(body)
    }

    func write<T: Sendable>(_ body: @Sendable @escaping (any Connection) throws -> T) async throws -> T {
        let number = left.withLock { left -> Int in
            left = left.map { $0 - 1 }
            return left ?? 1
        }
        if number < 0 || (number == 0 && !afterCommit) { throw Cut() }
        let value = try await real.write(body)
        if number == 0 { throw Cut() }
        return value
    }

    func integrityCheck(within limit: Duration) async throws -> [String] {
        try await real.integrityCheck(within: limit)
    }
    func close() async {}
}
