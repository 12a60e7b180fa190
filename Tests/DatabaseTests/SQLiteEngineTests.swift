import Dispatch
import Foundation
import Synchronization
import Testing

@testable import Database

@Suite struct `SQLite in particular` {
    private static let table = "CREATE TABLE t (id INTEGER PRIMARY KEY, x BLOB) STRICT;"

    /// Lends an engine on a file with the table `t`.
    private func withFile(
        timeLimit: Duration = .seconds(10), _ body: (SQLiteEngine, String) async throws -> Void
    ) async throws {
        try await withFolder { folder in
            let path = folder + "/base.sqlite"
            let engine = try SQLiteEngine(path: path, timeLimit: timeLimit)
            try await engine.script(Self.table)
            try await body(engine, path)
            await engine.close()
        }
    }

    /// Keeps the writer busy until `count` writes wait, so that they make one batch.
    private func together(
        _ engine: SQLiteEngine, _ writes: [@Sendable () async throws -> Void]
    ) async throws -> [DatabaseError?] {
        let release = DispatchSemaphore(value: 0)
        let hasStarted = Atomic(false)
        async let holder: Void = engine.write { _ in
            hasStarted.store(true, ordering: .releasing)
            release.wait()
        }
        try await until { hasStarted.load(ordering: .acquiring) }
        let tasks = writes.map { write in
            Task { () -> DatabaseError? in
                do { try await write() } catch let error as DatabaseError { return error }
                return nil
            }
        }
        try await until { engine.writes.waitingCount >= writes.count }
        release.signal()
        try await holder
        var errors: [DatabaseError?] = []
        for task in tasks { errors.append(try await task.value) }
        return errors
    }

    @Test func `writes that wait together share one commit`() async throws {
        try await withFile { engine, _ in
            let before = engine.commitCount
            let errors = try await together(
                engine,
                (0..<8).map { index in
                    { try await engine.execute("INSERT INTO t (id) VALUES (\(index))") }
                })
            #expect(errors == [DatabaseError?](repeating: nil, count: 8))
            // One of the write that kept the others waiting, one of the eight.
            #expect(engine.commitCount - before == 2)
            #expect(try await engine.int("SELECT count(*) AS n FROM t") == 8)
        }
    }

    @Test func `in a batch one that fails at the commit fails alone`() async throws {
        try await withFile { engine, _ in
            try await engine.script(
                "CREATE TABLE u (t INTEGER REFERENCES t (id) DEFERRABLE INITIALLY DEFERRED) STRICT;")
            let errors = try await together(
                engine,
                [
                    { try await engine.execute("INSERT INTO t (id) VALUES (1)") },
                    { try await engine.execute("INSERT INTO u VALUES (99)") },
                    { try await engine.execute("INSERT INTO u VALUES (1)") },
                ])
            #expect(errors == [nil, .constraint("foreign key"), nil])
            #expect(try await engine.int("SELECT count(*) AS n FROM u") == 1)
        }
    }

    @Test func `in a batch one that is stopped by the time limit fails alone`() async throws {
        try await withFile(timeLimit: .milliseconds(150)) { engine, _ in
            let errors = try await together(
                engine,
                [
                    { try await engine.execute("INSERT INTO t (id) VALUES (-1)") },
                    {
                        try await engine.execute(
                            """
                            WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n)
                            INSERT INTO t (id) SELECT i FROM n
                            """)
                    },
                    { try await engine.execute("INSERT INTO t (id) VALUES (-2)") },
                ])
            #expect(errors == [nil, .timeLimit, nil])
            #expect(try await engine.int("SELECT count(*) AS n FROM t") == 2)
        }
    }

    @Test func `a full disk fails writes, reads go on, and writes recover`() async throws {
        try await withFile { engine, _ in
            try await engine.execute("INSERT INTO t VALUES (1, \([UInt8](repeating: 1, count: 100)))")
            try await engine.script("PRAGMA max_page_count = 20")
            let large = [UInt8](repeating: 2, count: 200_000)
            await #expect(throws: DatabaseError.full) {
                try await engine.execute("INSERT INTO t VALUES (2, \(large))")
            }
            let errors = try await together(
                engine,
                [
                    { try await engine.execute("INSERT INTO t (id) VALUES (3)") },
                    { try await engine.execute("INSERT INTO t VALUES (4, \(large))") },
                ])
            #expect(errors == [nil, .full])
            #expect(try await engine.int("SELECT count(*) AS n FROM t") == 2)
            try await engine.script("PRAGMA max_page_count = 100000")
            try await engine.execute("INSERT INTO t VALUES (2, \(large))")
            #expect(try await engine.int("SELECT count(*) AS n FROM t") == 3)
            #expect(try await engine.integrityCheck(within: .seconds(2)) == [])
        }
    }

    @Test func `commits are flushed and memory is kept out of temporary files`() async throws {
        try await withFile { engine, _ in
            let settings = try await engine.write { connection in
                let pragmas: [SQL] = [
                    "PRAGMA synchronous", "PRAGMA foreign_keys", "PRAGMA secure_delete",
                    "PRAGMA temp_store", "PRAGMA trusted_schema",
                ]
                return try pragmas.map { try connection.first($0)?.values }
            }
            #expect(settings == [2, 1, 1, 2, 0].map { [.integer($0)] })
            let mode = try await engine.rows("PRAGMA journal_mode")
            #expect(mode.first?.values == [.text("wal")])
        }
    }

    @Test func `the files are for their owner only`() async throws {
        try await withFile { _, path in
            for file in [path, path + "-wal", path + "-shm"] {
                let attributes = try FileManager.default.attributesOfItem(atPath: file)
                #expect(attributes[.posixPermissions] as? Int == 0o600)
            }
        }
    }

    @Test func `an existing file that others may read is closed to them`() async throws {
        try await withFile { engine, path in
            await engine.close()
            try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: path)
            let again = try SQLiteEngine(path: path)
            let attributes = try FileManager.default.attributesOfItem(atPath: path)
            #expect(attributes[.posixPermissions] as? Int == 0o600)
            await again.close()
        }
    }

    @Test func `what was written is there after a restart`() async throws {
        try await withFile { engine, path in
            try await engine.execute("INSERT INTO t VALUES (1, \([9, 9] as [UInt8]))")
            await engine.close()
            #expect(!FileManager.default.fileExists(atPath: path + "-wal"))
            let again = try SQLiteEngine(path: path)
            let rows = try await again.rows("SELECT x FROM t")
            #expect(try rows.first?.blob("x") == [9, 9])
            await again.close()
        }
    }

    @Test func `a folder that may not be written is said to be read-only`() async throws {
        try await withFolder { folder in
            try FileManager.default.setAttributes([.posixPermissions: 0o555], ofItemAtPath: folder)
            #expect(throws: DatabaseError.readOnly) {
                try asNobody { try SQLiteEngine(path: folder + "/base.sqlite") }
            }
        }
    }

    @Test func `a folder that is not there is said to be missing`() {
        #expect(throws: DatabaseError.unreachable("no such folder")) {
            try SQLiteEngine(path: "/nowhere/at/all/base.sqlite")
        }
    }

    @Test func `a file that is no database is said to be corrupt`() async throws {
        try await withFolder { folder in
            let path = folder + "/base.sqlite"
            try Data(repeating: 0x55, count: 8192).write(to: URL(filePath: path))
            #expect {
                try SQLiteEngine(path: path)
            } throws: {
                if case .corrupt? = $0 as? DatabaseError { true } else { false }
            }
        }
    }

    @Test func `a damaged page is found by the quick check`() async throws {
        try await withFile { engine, path in
            for id in 0..<200 {
                try await engine.execute(
                    "INSERT INTO t VALUES (\(id), \([UInt8](repeating: 1, count: 500)))")
            }
            await engine.close()
            let file = try FileHandle(forUpdating: URL(filePath: path))
            try file.seek(toOffset: 4096 * 5)
            try file.write(contentsOf: Data(repeating: 0xAA, count: 4096))
            try file.close()
            let again = try SQLiteEngine(path: path)
            #expect(try await again.integrityCheck(within: .seconds(2)) != [])
            await again.close()
        }
    }
}

/// Runs the closure without root's right to write everywhere, on this thread only.
private func asNobody<T>(_ body: () throws -> T) throws -> T {
    guard geteuid() == 0 else { return try body() }
    typealias SetFileSystemUser = @convention(c) (uid_t) -> Int32
    let symbol = try #require(dlsym(nil, "setfsuid"))
    let become = unsafeBitCast(symbol, to: SetFileSystemUser.self)
    _ = become(65_534)
    defer { _ = become(0) }
    return try body()
}
