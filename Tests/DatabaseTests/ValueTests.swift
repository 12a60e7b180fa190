import Testing

@testable import Database

@Suite struct `Values on each engine` {
    private static let table = """
        CREATE TABLE v (
            id INTEGER PRIMARY KEY, number INTEGER, word TEXT, bytes BLOB, flag INTEGER
        ) STRICT;
        """

    @Test(arguments: EngineKind.available)
    func `come back as they were`(kind: EngineKind) async throws {
        try await kind.withEngine { engine in
            try await engine.script(Self.table)
            let words = ["", "é", "Aïcha 👩🏽‍🦽 Nguyễn", String(repeating: "x", count: 70_000)]
            let numbers = [0, -1, Int.min, Int.max]
            let blobs: [[UInt8]] = [[], [0], Array(0...255), [UInt8](repeating: 7, count: 100_000)]
            for index in 0..<4 {
                try await engine.execute(
                    """
                    INSERT INTO v (id, number, word, bytes, flag)
                    VALUES (\(index), \(numbers[index]), \(words[index]), \(blobs[index]), \(index == 1))
                    """)
            }
            let rows = try await engine.rows("SELECT * FROM v ORDER BY id")
            #expect(try rows.map { try $0.text("word") } == words)
            #expect(try rows.map { try $0.int("number") } == numbers)
            #expect(try rows.map { try $0.blob("bytes") } == blobs)
            #expect(try rows.map { try $0.bool("flag") } == [false, true, false, false])
        }
    }

    @Test(arguments: EngineKind.available)
    func `may be absent`(kind: EngineKind) async throws {
        try await kind.withEngine { engine in
            try await engine.script(Self.table)
            try await engine.execute(
                """
                INSERT INTO v (id, number, word, bytes, flag)
                VALUES (\(1), \(nil as Int?), \(nil as String?), \(nil as [UInt8]?), \(nil as Bool?))
                """)
            let filter: String? = nil
            let row = try await engine.read {
                try $0.first("SELECT * FROM v WHERE (\(filter) IS NULL OR word = \(filter))")
            }
            #expect(try row?.intOrNil("number") == nil)
            #expect(try row?.textOrNil("word") == nil)
            #expect(try row?.blobOrNil("bytes") == nil)
            #expect(try row?.boolOrNil("flag") == nil)
            #expect(row?.values.filter { $0 == .null }.count == 4)
            #expect(throws: DatabaseError.decoding("column word: expected text, found null")) {
                try row?.text("word")
            }
        }
    }

    @Test(arguments: EngineKind.available)
    func `are data even when they look like SQL`(kind: EngineKind) async throws {
        let hostile = [
            "'; DROP TABLE v; --", "\" OR 1=1", "?", "?1", "$1", "\\'", "NULL", "%_", "''", "a;b",
            "\u{301}'", "/*", ":name", "@x", "\r\n",
        ]
        try await kind.withEngine { engine in
            try await engine.script(Self.table)
            for (index, word) in hostile.enumerated() {
                try await engine.execute("INSERT INTO v (id, word) VALUES (\(index), \(word))")
                let found = try await engine.rows("SELECT id FROM v WHERE word = \(word)")
                #expect(try found.map { try $0.int("id") } == [index])
            }
            let stored = try await engine.rows(
                "SELECT word FROM v WHERE word IN \(list: hostile) AND word <> '?' ORDER BY id")
            #expect(try stored.map { try $0.text("word") } == hostile.filter { $0 != "?" })
        }
    }

    @Test(arguments: EngineKind.available)
    func `holding a zero character are refused as text`(kind: EngineKind) async throws {
        try await kind.withEngine { engine in
            await #expect(throws: DatabaseError.zeroInText) {
                try await engine.int("SELECT length(\("a\u{0}b")) AS n")
            }
        }
    }

    @Test(arguments: EngineKind.available)
    func `read by a wrong name or type are refused without being told`(
        kind: EngineKind
    ) async throws {
        try await kind.withEngine { engine in
            try await engine.script(Self.table)
            try await engine.execute("INSERT INTO v (id, word, flag) VALUES (1, 'secret', 2)")
            let row = try #require(try await engine.rows("SELECT id, word, flag FROM v").first)
            #expect(throws: DatabaseError.decoding("column word: expected integer, found text")) {
                try row.int("word")
            }
            #expect(throws: DatabaseError.decoding("column id: expected text, found integer")) {
                try row.textOrNil("id")
            }
            #expect(throws: DatabaseError.decoding("column word: expected blob, found text")) {
                try row.blob("word")
            }
            #expect(throws: DatabaseError.decoding("no column nom in the result")) {
                try row.text("nom")
            }
            #expect(throws: DatabaseError.decoding("column flag: expected 0 or 1")) {
                try row.bool("flag")
            }
        }
    }

    @Test(arguments: EngineKind.available)
    func `are counted, summed and sorted alike`(kind: EngineKind) async throws {
        try await kind.withEngine { engine in
            try await engine.script(Self.table)
            for (id, word) in ["b", "É", "a", "B"].enumerated() {
                let number = (id + 1) * 123_456_789
                try await engine.execute(
                    "INSERT INTO v (id, number, word) VALUES (\(id), \(number), \(word))")
            }
            let words = try await engine.rows("SELECT word FROM v ORDER BY word")
            #expect(try words.map { try $0.text("word") } == ["B", "a", "b", "É"])
            #expect(try await engine.int("SELECT count(*) AS n FROM v") == 4)
            #expect(try await engine.int("SELECT sum(number) AS n FROM v") == 1_234_567_890)
            #expect(try await engine.int("SELECT sum(-number) AS n FROM v") == -1_234_567_890)
            #expect(try await engine.int("SELECT sum(number - number) AS n FROM v") == 0)
            #expect(try await engine.int("SELECT sum(number) AS n FROM v WHERE id > 9") == nil)
            #expect(try await engine.int("SELECT EXISTS (SELECT 1 FROM v) AS n") == 1)
            #expect(try await engine.int("SELECT count(*) AS n FROM v WHERE id IN \(list: [] as [Int])") == 0)
            let mean = try await engine.rows("SELECT avg(id) AS mean FROM v")
            #expect(try mean.first?.text("mean") == "1.5")
        }
    }

    @Test(arguments: EngineKind.available)
    func `written again by an upsert keep one row`(kind: EngineKind) async throws {
        try await kind.withEngine { engine in
            try await engine.script(Self.table)
            for word in ["first", "second"] {
                let changed = try await engine.execute(
                    """
                    INSERT INTO v (id, word) VALUES (7, \(word))
                    ON CONFLICT (id) DO UPDATE SET word = excluded.word
                    """)
                #expect(changed == 1)
            }
            let id = try await engine.write {
                try $0.first("INSERT INTO v (word) VALUES ('x') RETURNING id")?.int("id")
            }
            #expect(id != nil && id != 7)
            #expect(try await engine.execute("UPDATE v SET flag = 1") == 2)
            #expect(try await engine.execute("DELETE FROM v WHERE id = 99") == 0)
            #expect(try await engine.execute("DELETE FROM v") == 2)
            #expect(try await engine.execute("CREATE TABLE w (id INTEGER)") == 0)
        }
    }
}
