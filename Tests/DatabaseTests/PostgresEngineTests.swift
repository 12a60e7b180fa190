import Testing

@testable import Database

@Suite(.enabled(if: EngineKind.postgresAddress != nil, "run by outils/postgres-test"))
struct `PostgreSQL in particular` {
    private func withEngine(
        pool: Int, _ body: (PostgresEngine) async throws -> Void
    ) async throws {
        try await withPostgresSchema { address in
            let engine = try await PostgresEngine(connection: address, pool: pool)
            try await body(engine)
            await engine.close()
        }
    }

    @Test func `a connection cut while idle is opened again`() async throws {
        try await withEngine(pool: 1) { engine in
            try await withEngine(pool: 1) { other in
                let process = try await engine.int("SELECT pg_backend_pid() AS n")
                _ = try await other.rows("SELECT pg_terminate_backend(CAST(\(process) AS INTEGER))")
                try await until {
                    try await other.int(
                        "SELECT count(*) AS n FROM pg_stat_activity WHERE pid = \(process)") == 0
                }
                #expect(try await engine.int("SELECT 5 AS n") == 5)
            }
        }
    }

    @Test func `a connection cut at work fails that work only`() async throws {
        try await withEngine(pool: 1) { engine in
            await #expect {
                try await engine.execute("SELECT pg_terminate_backend(pg_backend_pid())")
            } throws: {
                if case .unreachable? = $0 as? DatabaseError { true } else { false }
            }
            let answer = try await engine.int("SELECT 5 AS n")
            #expect(answer == 5)
        }
    }

    @Test func `a plan prepared before a change of schema is made again`() async throws {
        try await withEngine(pool: 3) { engine in
            try await engine.script("CREATE TABLE t (id INTEGER)")
            try await engine.execute("INSERT INTO t VALUES (1)")
            for columns in [1, 2] {
                try await withThrowingTaskGroup { group in
                    for _ in 0..<20 {
                        group.addTask { try await engine.rows("SELECT * FROM t").first?.columns.count }
                    }
                    for try await count in group { #expect(count == columns) }
                }
                if columns == 1 { try await engine.script("ALTER TABLE t ADD COLUMN x TEXT") }
            }
        }
    }

    @Test func `more work than connections waits its turn`() async throws {
        try await withEngine(pool: 2) { engine in
            let sum = try await withThrowingTaskGroup { group in
                for index in 0..<50 {
                    group.addTask { try await engine.int("SELECT \(index) AS n") ?? 0 }
                }
                return try await group.reduce(0, +)
            }
            #expect(sum == 1225)
        }
    }

    @Test func `more statements than are kept prepared go on working`() async throws {
        try await withEngine(pool: 1) { engine in
            for bits in 0..<1_100 {
                // Each pattern of nulls is a statement of its own.
                let values = (0..<11).map { bits >> $0 & 1 == 0 ? nil : $0 }
                let sql = values.map { "\($0)" as SQL }.joined(", ")
                let count = try await engine.int("SELECT num_nonnulls(\(sql: sql)) AS n")
                #expect(count == bits.nonzeroBitCount)
            }
        }
    }

    @Test func `a server that may lose commits is told not to`() async throws {
        let address = try #require(EngineKind.postgresAddress)
        let engine = try await PostgresEngine(
            connection: address + " options='-csynchronous_commit=off'", pool: 1)
        let setting = try await engine.rows("SHOW synchronous_commit").first
        #expect(try setting?.text("synchronous_commit") == "on")
        await engine.close()
    }

    @Test func `a server that does not answer is said to be unreachable`() async throws {
        await #expect(throws: DatabaseError.unreachable("no connection to PostgreSQL")) {
            try await PostgresEngine(connection: "host=/nowhere user=u password=secret")
        }
    }

    @Test(arguments: [
        ("0", "0"), ("10000", "10000"), ("-1", "-1"), ("1.50", "1.5"), ("-0.0001", "-0.0001"),
        ("123456789012345678", "123456789012345678"), ("0.00000000012", "0.00000000012"),
        ("20000.00010000", "20000.0001"), ("9223372036854775807", "9223372036854775807"),
    ])
    func `a decimal number is read exactly`(text: String, expected: String) async throws {
        try await withEngine(pool: 1) { engine in
            let row = try await engine.rows("SELECT CAST(\(text) AS NUMERIC) AS n").first
            let value = try row?.value("n")
            #expect(value == Int64(expected).map { .integer($0) } ?? .text(expected))
        }
    }
}
