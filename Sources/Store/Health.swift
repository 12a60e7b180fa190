import Database
import Domain
import Synchronization

extension Store {
    /// Whether the database can be written now; the answer is kept for a second, so that asking often costs nothing.
    public func canWrite(now: Moment) async throws -> Bool {
        if let known = health.withLock({ $0 }), abs(now.milliseconds - known.at.milliseconds) < 1000 {
            return known.can
        }
        let can: Bool
        do {
            _ = try await engine.write { db in
                try db.execute("UPDATE schema_version SET name = name WHERE number = 0")
            }
            can = true
        } catch { can = false }
        health.withLock { $0 = (now, can) }
        return can
    }
}
