import Foundation
import Testing

@testable import Database

@Suite struct `Transactions on each engine` {
    private static let tables = """
        CREATE TABLE compte (id INTEGER PRIMARY KEY, solde INTEGER NOT NULL CHECK (solde >= 0)) STRICT;
        CREATE TABLE ligne (
            id INTEGER PRIMARY KEY,
            compte INTEGER REFERENCES compte (id) DEFERRABLE INITIALLY DEFERRED,
            a TEXT, b TEXT, UNIQUE (a, b)
        ) STRICT;
        INSERT INTO compte VALUES (1, 100), (2, 0);
        """

    @Test(arguments: EngineKind.available)
    func `a closure that throws leaves nothing`(kind: EngineKind) async throws {
        try await kind.withEngine { engine in
            try await engine.script(Self.tables)
            await #expect(throws: ChangeOfMind.self) {
                try await engine.write { connection in
                    try connection.execute("DELETE FROM compte")
                    throw ChangeOfMind()
                }
            }
            #expect(try await engine.int("SELECT count(*) AS n FROM compte") == 2)
        }
    }

    @Test(arguments: EngineKind.available)
    func `among many writes at once each that throws is undone alone`(
        kind: EngineKind
    ) async throws {
        try await kind.withEngine { engine in
            try await engine.script(Self.tables)
            let failed = await withTaskGroup { group in
                for index in 0..<40 {
                    group.addTask {
                        do {
                            try await engine.write { connection in
                                try connection.execute("INSERT INTO ligne (id) VALUES (\(index))")
                                if index % 4 == 0 { throw ChangeOfMind() }
                            }
                            return 0
                        } catch { return error is ChangeOfMind ? 1 : 1000 }
                    }
                }
                return await group.reduce(0, +)
            }
            #expect(failed == 10)
            let kept = try await engine.rows("SELECT id FROM ligne ORDER BY id")
            #expect(try kept.map { try $0.int("id") } == (0..<40).filter { $0 % 4 != 0 })
        }
    }

    @Test(arguments: EngineKind.available)
    func `no change is lost when eight writers read, add one and write`(
        kind: EngineKind
    ) async throws {
        try await kind.withEngine { engine in
            try await engine.script(Self.tables)
            try await withThrowingTaskGroup { group in
                for _ in 0..<8 {
                    group.addTask {
                        for _ in 0..<10 {
                            try await engine.write { connection in
                                let solde =
                                    try connection.first(
                                        "SELECT solde FROM compte WHERE id = 1")?.int("solde") ?? 0
                                try connection.execute(
                                    "UPDATE compte SET solde = \(solde + 1) WHERE id = 1")
                            }
                        }
                    }
                }
                try await group.waitForAll()
            }
            #expect(try await engine.int("SELECT solde AS n FROM compte WHERE id = 1") == 180)
        }
    }

    @Test(arguments: EngineKind.available)
    func `a reader sees the old or the new state and never a part`(kind: EngineKind) async throws {
        try await kind.withEngine { engine in
            try await engine.script(Self.tables)
            try await withThrowingTaskGroup { group in
                group.addTask {
                    for _ in 0..<60 {
                        try await engine.write { connection in
                            try connection.execute("UPDATE compte SET solde = solde - 1 WHERE id = 1")
                            try connection.execute("UPDATE compte SET solde = solde + 1 WHERE id = 2")
                        }
                    }
                }
                for _ in 0..<3 {
                    group.addTask {
                        for _ in 0..<60 {
                            let sum = try await engine.read { connection in
                                let first = try connection.first("SELECT solde FROM compte WHERE id = 1")
                                Thread.sleep(forTimeInterval: 0.0005)
                                let second = try connection.first("SELECT solde FROM compte WHERE id = 2")
                                return try (first?.int("solde") ?? 0) + (second?.int("solde") ?? 0)
                            }
                            #expect(sum == 100)
                        }
                    }
                }
                try await group.waitForAll()
            }
            #expect(try await engine.int("SELECT solde AS n FROM compte WHERE id = 2") == 60)
        }
    }

    @Test(arguments: EngineKind.available)
    func `a read cannot write`(kind: EngineKind) async throws {
        try await kind.withEngine { engine in
            try await engine.script(Self.tables)
            await #expect(throws: DatabaseError.readOnly) {
                try await engine.read { try $0.execute("DELETE FROM compte") }
            }
            #expect(try await engine.int("SELECT count(*) AS n FROM compte") == 2)
        }
    }

    @Test(arguments: EngineKind.available)
    func `a broken rule is named without its values`(kind: EngineKind) async throws {
        try await kind.withEngine { engine in
            try await engine.script(Self.tables)
            try await engine.execute("INSERT INTO ligne (a, b) VALUES ('x', 'y')")
            let cases: [(SQL, DatabaseError)] = [
                ("INSERT INTO compte VALUES (1, 0)", .constraint("unique compte.id")),
                ("INSERT INTO ligne (a, b) VALUES ('x', 'y')", .constraint("unique ligne.a, ligne.b")),
                ("UPDATE compte SET solde = NULL", .constraint("not null compte.solde")),
                ("INSERT INTO ligne (compte) VALUES (99)", .constraint("foreign key")),
            ]
            for (sql, error) in cases {
                await #expect(throws: error) { try await engine.execute(sql) }
            }
            await #expect {
                try await engine.execute("UPDATE compte SET solde = -1")
            } throws: {
                guard case .constraint(let name)? = $0 as? DatabaseError else { return false }
                return name.hasPrefix("check ")
            }
        }
    }

    @Test(arguments: EngineKind.available)
    func `a failed statement ends the write even when its error is caught`(
        kind: EngineKind
    ) async throws {
        try await kind.withEngine { engine in
            try await engine.script(Self.tables)
            await #expect(throws: DatabaseError.constraint("unique compte.id")) {
                try await engine.write { connection in
                    try connection.execute("INSERT INTO ligne (id) VALUES (5)")
                    do { try connection.execute("INSERT INTO compte VALUES (1, 0)") } catch {}
                }
            }
            await #expect(throws: ChangeOfMind.self) {
                try await engine.write { connection in
                    do { try connection.execute("INSERT INTO compte VALUES (1, 0)") } catch {
                        throw ChangeOfMind()
                    }
                }
            }
            #expect(try await engine.int("SELECT count(*) AS n FROM ligne") == 0)
        }
    }

    @Test(arguments: EngineKind.available)
    func `a query that runs too long is stopped and others go on`(kind: EngineKind) async throws {
        try await kind.withEngine(timeLimit: .milliseconds(200)) { engine in
            let endless: SQL = """
                WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 1000000000)
                SELECT max(i) AS n FROM n
                """
            await #expect(throws: DatabaseError.timeLimit) { try await engine.int(endless) }
            let answer = try await engine.int("SELECT 3 AS n")
            #expect(answer == 3)
        }
    }

    @Test(arguments: EngineKind.available)
    func `an unknown table is an error with a code`(kind: EngineKind) async throws {
        try await kind.withEngine { engine in
            let code = kind == .postgres ? "42P01" : "SQLITE 1"
            await #expect(throws: DatabaseError.other(code: code)) {
                try await engine.int("SELECT 1 AS n FROM nowhere")
            }
        }
    }

    @Test(arguments: EngineKind.available)
    func `a closed engine refuses work, and closing twice is harmless`(
        kind: EngineKind
    ) async throws {
        try await kind.withEngine { engine in
            try await engine.script(Self.tables)
            async let written: Int = engine.execute("UPDATE compte SET solde = 7 WHERE id = 1")
            _ = try await written
            await engine.close()
            await engine.close()
            await #expect { try await engine.execute("DELETE FROM compte") } throws: {
                if case .unreachable? = $0 as? DatabaseError { true } else { false }
            }
            await #expect { try await engine.int("SELECT 1 AS n") } throws: {
                if case .unreachable? = $0 as? DatabaseError { true } else { false }
            }
        }
    }

    @Test(
        .enabled(if: EngineKind.postgresAddress != nil, "run by outils/postgres-test"))
    func `PostgreSQL is among the engines tested`() {
        #expect(EngineKind.available.contains(.postgres))
    }
}
