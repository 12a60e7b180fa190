import GRDB
import Synchronization

/// A write that waits for its turn: run it, then either let it return or fail it.
struct PendingWrite: Sendable {
    /// Runs the closure; what comes back resumes its caller, once its change is on disk.
    let attempt: @Sendable (SQLiteConnection) throws -> @Sendable () -> Void
    let fail: @Sendable (any Error) -> Void
}

/// SQLite's one writer: all writes that wait share one transaction and so one flush to disk.
///
/// Each closure has its own savepoint, so that one that throws undoes itself alone. When a full
/// disk or the time limit makes SQLite drop the whole transaction, the write that met it fails
/// and the others are run again.
final class GroupCommit: Sendable {
    private struct State {
        var waiting: [PendingWrite] = []
        var isDraining = false
        var isClosed = false
        var commits = 0
    }

    private enum Unit {
        case kept(@Sendable () -> Void)
        case undone(any Error)
        case transactionLost(any Error)
    }

    private enum Rest {
        case nothing
        case together([PendingWrite])
        case oneByOne([PendingWrite])
    }

    private static let largestBatch = 256

    private let writer: any DatabaseWriter
    private let timeLimit: Duration
    private let state = Mutex(State())

    init(writer: any DatabaseWriter, timeLimit: Duration) {
        self.writer = writer
        self.timeLimit = timeLimit
    }

    /// How many transactions were committed since the start.
    var commitCount: Int { state.withLock { $0.commits } }

    /// How many writes wait for their turn.
    var waitingCount: Int { state.withLock { $0.waiting.count } }

    func submit(_ write: PendingWrite) {
        let (accepted, mustDrain) = state.withLock { state -> (Bool, Bool) in
            if state.isClosed { return (false, false) }
            state.waiting.append(write)
            defer { state.isDraining = true }
            return (true, !state.isDraining)
        }
        if !accepted { write.fail(DatabaseError.closed) }
        if mustDrain { writer.asyncWriteWithoutTransaction { self.drain($0) } }
    }

    /// Refuses later writes and returns when the accepted ones are done.
    func close() async {
        state.withLock { $0.isClosed = true }
        await withCheckedContinuation { continuation in
            writer.asyncWriteWithoutTransaction { db in
                self.drain(db)
                continuation.resume()
            }
        }
    }

    private func drain(_ db: GRDB.Database) {
        while let batch = nextBatch() { run(batch, on: db) }
    }

    private func nextBatch() -> [PendingWrite]? {
        state.withLock { state in
            if state.waiting.isEmpty {
                state.isDraining = false
                return nil
            }
            let batch = Array(state.waiting.prefix(Self.largestBatch))
            state.waiting.removeFirst(batch.count)
            return batch
        }
    }

    private func run(_ batch: [PendingWrite], on db: GRDB.Database) {
        switch attempt(batch, on: db) {
        case .nothing: return
        case .together(let rest): run(rest, on: db)
        case .oneByOne(let rest): rest.forEach { run([$0], on: db) }
        }
    }

    private func attempt(_ batch: [PendingWrite], on db: GRDB.Database) -> Rest {
        do { try db.beginTransaction(.immediate) } catch {
            batch.forEach { $0.fail(Self.named(error)) }
            return .nothing
        }
        var kept: [(write: PendingWrite, resume: @Sendable () -> Void)] = []
        for (index, write) in batch.enumerated() {
            switch unit(write, isAlone: batch.count == 1, on: db) {
            case .kept(let resume): kept.append((write, resume))
            case .undone(let error): write.fail(error)
            case .transactionLost(let error):
                write.fail(error)
                let rest = kept.map(\.write) + batch[(index + 1)...]
                return rest.isEmpty ? .nothing : .together(rest)
            }
        }
        do { try commit(kept.isEmpty, on: db) } catch {
            return commitFailed(Self.named(error), kept.map(\.write))
        }
        kept.forEach { $0.resume() }
        return .nothing
    }

    /// Runs one closure in its savepoint; alone, the transaction itself is its savepoint.
    private func unit(_ write: PendingWrite, isAlone: Bool, on db: GRDB.Database) -> Unit {
        let connection = SQLiteConnection(db, timeLimit: timeLimit)
        do {
            if !isAlone { try Self.run("SAVEPOINT cordee", on: db) }
            let resume = try write.attempt(connection)
            if let failure = connection.failure { throw failure }
            if !isAlone { try Self.run("RELEASE cordee", on: db) }
            return db.isInsideTransaction ? .kept(resume) : .transactionLost(DatabaseError.busy)
        } catch {
            return undo(Self.named(error), isAlone: isAlone, on: db)
        }
    }

    private func undo(_ cause: any Error, isAlone: Bool, on db: GRDB.Database) -> Unit {
        do {
            guard !isAlone, db.isInsideTransaction else { throw cause }
            try Self.run("ROLLBACK TO cordee", on: db)
            try Self.run("RELEASE cordee", on: db)
            return .undone(cause)
        } catch {
            Self.rollback(db)
            return .transactionLost(cause)
        }
    }

    private func commit(_ isEmpty: Bool, on db: GRDB.Database) throws {
        if isEmpty { return Self.rollback(db) }
        do { try db.commit() } catch {
            Self.rollback(db)
            throw error
        }
        state.withLock { $0.commits += 1 }
    }

    /// A deferred foreign key is the fault of one: the writes are run again one by one. A full
    /// disk is everybody's.
    private func commitFailed(_ error: any Error, _ writes: [PendingWrite]) -> Rest {
        if case .constraint? = error as? DatabaseError, writes.count > 1 {
            return .oneByOne(writes)
        }
        writes.forEach { $0.fail(error) }
        return .nothing
    }

    private static func run(_ sql: String, on db: GRDB.Database) throws {
        try db.cachedStatement(sql: sql).execute()
    }

    /// SQLite may have rolled back on its own; if a rollback itself fails, the next `BEGIN` does.
    private static func rollback(_ db: GRDB.Database) {
        guard db.isInsideTransaction else { return }
        do { try db.rollback() } catch { return }
    }

    private static func named(_ error: any Error) -> any Error {
        (error as? GRDB.DatabaseError).map { DatabaseError($0) } ?? error
    }
}
