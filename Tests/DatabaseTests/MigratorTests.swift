import Testing

@testable import Database

@Suite struct `Migrations on each engine` {
    private let first = Migration(
        number: 1, name: "usager",
        script: "CREATE TABLE usager (id INTEGER PRIMARY KEY, nom BLOB NOT NULL) STRICT;")
    private let second = Migration(
        number: 2, name: "dossier",
        script: """
            CREATE TABLE dossier (
                id TEXT PRIMARY KEY, usager INTEGER NOT NULL REFERENCES usager (id)
            ) STRICT;
            CREATE INDEX dossier_usager ON dossier (usager);
            """)

    @Test(arguments: EngineKind.available)
    func `are applied once, in order, and written down`(kind: EngineKind) async throws {
        try await kind.withEngine { engine in
            try await Migrator.migrate(engine, [first])
            #expect(try await Migrator.version(engine) == 1)
            try await engine.execute("INSERT INTO usager VALUES (1, \([1, 2] as [UInt8]))")
            try await Migrator.migrate(engine, [first, second])
            try await Migrator.migrate(engine, [first, second])
            let applied = try await engine.rows("SELECT * FROM schema_version ORDER BY number")
            #expect(try applied.map { try $0.text("name") } == ["usager", "dossier"])
            #expect(try applied.allSatisfy { try $0.text("applied_at").hasSuffix("Z") })
            #expect(try await engine.int("SELECT count(*) AS n FROM usager") == 1)
        }
    }

    @Test(arguments: EngineKind.available)
    func `tell a base that holds data from a new one, without writing`(kind: EngineKind) async throws {
        try await kind.withEngine { engine in
            #expect(try await !Migrator.hasSchema(engine))
            #expect(try await !Migrator.hasSchema(engine))
            try await Migrator.migrate(engine, [first])
            #expect(try await Migrator.hasSchema(engine))
        }
    }

    @Test(arguments: EngineKind.available)
    func `that fail half-way leave nothing`(kind: EngineKind) async throws {
        let broken = Migration(
            number: 2, name: "broken",
            script: "CREATE TABLE half (id INTEGER) STRICT; INSERT INTO nowhere VALUES (1);")
        try await kind.withEngine { engine in
            await #expect(throws: DatabaseError.self) {
                try await Migrator.migrate(engine, [first, broken])
            }
            #expect(try await Migrator.version(engine) == 1)
            let dump = try await Migrator.schemaDump(engine)
            #expect(!dump.contains("half"))
            try await Migrator.migrate(engine, [first, second])
            #expect(try await Migrator.version(engine) == 2)
        }
    }

    @Test(arguments: EngineKind.available)
    func `of a later program are refused and nothing changes`(kind: EngineKind) async throws {
        try await kind.withEngine { engine in
            try await Migrator.migrate(engine, [first, second])
            let before = try await Migrator.schemaDump(engine)
            await #expect(throws: MigrationError.newerSchema(found: 2, known: 1)) {
                try await Migrator.migrate(engine, [first])
            }
            #expect(try await Migrator.schemaDump(engine) == before)
        }
    }

    @Test(arguments: EngineKind.available)
    func `run by two nodes at once are applied once`(kind: EngineKind) async throws {
        try await kind.withEngine { engine in
            try await withThrowingTaskGroup { group in
                for _ in 0..<4 {
                    group.addTask { try await Migrator.migrate(engine, [first, second]) }
                }
                try await group.waitForAll()
            }
            #expect(try await engine.int("SELECT count(*) AS n FROM schema_version") == 2)
        }
    }

    @Test(arguments: EngineKind.available)
    func `show in the dump of the schema`(kind: EngineKind) async throws {
        try await kind.withEngine { engine in
            try await Migrator.migrate(engine, [first])
            let before = try await Migrator.schemaDump(engine)
            try await Migrator.migrate(engine, [first, second])
            let after = try await Migrator.schemaDump(engine)
            #expect(before != after)
            #expect(after.contains("dossier_usager"))
            #expect(try await Migrator.schemaDump(engine) == after)
        }
    }

    @Test func `must be numbered without a gap`() async throws {
        let engine = try SQLiteEngine(path: ":memory:")
        await #expect(throws: MigrationError.wrongNumber(2)) {
            try await Migrator.migrate(engine, [second])
        }
        await engine.close()
    }
}
