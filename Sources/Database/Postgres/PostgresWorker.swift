import Dispatch

/// Runs an actor's work on a thread of its own: libpq blocks, and Swift's threads must not.
final class QueueExecutor: SerialExecutor {
    private let queue: DispatchQueue

    init(label: String) {
        queue = DispatchQueue(label: label)
    }

    func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        queue.async { job.runSynchronously(on: self.asUnownedSerialExecutor()) }
    }
}

/// One connection of the pool, opened when it is first needed and again when it was cut.
actor PostgresWorker {
    enum Mode: String {
        case read = "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY"
        case write = "BEGIN ISOLATION LEVEL SERIALIZABLE"
    }

    enum Outcome<T: Sendable>: Sendable {
        case done(T)
        /// Nothing was kept; the same work may pass when it is run again.
        case conflict(DatabaseError)
    }

    private nonisolated let queue = QueueExecutor(label: "cordee.postgres")
    nonisolated var unownedExecutor: UnownedSerialExecutor { queue.asUnownedSerialExecutor() }

    private let conninfo: String
    private let timeLimit: Duration
    private var link: PostgresLink?

    init(conninfo: String, timeLimit: Duration) {
        self.conninfo = conninfo
        self.timeLimit = timeLimit
    }

    /// Runs the closure in a transaction.
    func run<T: Sendable>(
        _ mode: Mode, _ body: @Sendable (any Connection) throws -> T
    ) throws -> Outcome<T> {
        let link = try begin(mode)
        let connection = PostgresConnection(link)
        do {
            let value = try body(connection)
            try connection.commit()
            return .done(value)
        } catch {
            abandon(link, forgetting: connection.isWorthRetrying)
            if connection.isWorthRetrying, let failure = connection.failure {
                return .conflict(failure)
            }
            throw error
        }
    }

    func disconnect() {
        link = nil
    }

    /// A connection that was cut while idle is opened again: nothing was sent on it yet.
    private func begin(_ mode: Mode) throws -> PostgresLink {
        do {
            if let link, Self.hasBegun(mode, on: link) { return link }
            link = nil
            let opened = try PostgresLink(conninfo, timeLimit: timeLimit)
            try opened.run(mode.rawValue)
            link = opened
            return opened
        } catch let failure as PostgresFailure {
            throw failure.error
        }
    }

    private static func hasBegun(_ mode: Mode, on link: PostgresLink) -> Bool {
        do {
            try link.run(mode.rawValue)
            return true
        } catch {
            return false
        }
    }

    /// Rolls back; a connection that cannot is thrown away, and the server rolls back.
    private func abandon(_ link: PostgresLink, forgetting: Bool) {
        do {
            try link.run("ROLLBACK")
            if forgetting { try link.forgetStatements() }
        } catch {
            self.link = nil
        }
    }
}
