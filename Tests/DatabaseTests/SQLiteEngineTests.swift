import Foundation
import Testing

@testable import Database

@Suite struct `SQLite in particular` {
    @Test func `works in memory`() async throws {
        let engine = try SQLiteEngine(path: ":memory:")
        try await engine.write { try $0.executeScript("CREATE TABLE t (id INTEGER PRIMARY KEY) STRICT") }
        let changed = try await engine.write { try $0.execute("INSERT INTO t VALUES (\(1)), (\(2))") }
        let count = try await engine.read { try $0.first("SELECT count(*) AS n FROM t")?.int("n") }
        #expect(changed == 2)
        #expect(count == 2)
        await engine.close()
    }
}
