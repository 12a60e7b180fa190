import Database
import Domain
import Foundation
import Store
import Testing
import World

@Suite struct `The table of privacy` {
    /// Every `table.column` of the real base.
    private func columns(_ engine: any Engine) async throws -> Set<String> {
        let query: SQL =
            engine.dialect.name == "SQLite"
            ? """
            SELECT m.name || '.' || c.name AS name FROM sqlite_schema m JOIN pragma_table_info(m.name) c
            WHERE m.type = 'table' AND m.name NOT LIKE 'sqlite!_%' ESCAPE '!'
            """
            : "SELECT table_name || '.' || column_name AS name FROM information_schema.columns WHERE table_schema = current_schema()"
        return Set(try await engine.rows(query).map { try $0.text("name") })
    }

    @Test(arguments: EngineKind.all)
    func `has one line for each column of the base, and none too many`(kind: EngineKind) async throws {
        try await kind.withStore { _, engine, _ async throws in
            let declared = Privacy.lines.map { "\($0.table).\($0.column)" }
            #expect(Set(declared).count == declared.count)
            let real = try await columns(engine)
            #expect(real.count > 100)
            #expect(real.subtracting(declared) == [])
            #expect(Set(declared).subtracting(real) == [])
        }
    }

    @Test(arguments: EngineKind.all)
    func `calls sealed only what holds no readable text`(kind: EngineKind) async throws {
        try await kind.withHouse { house async throws in
            try await house.store.saveDraft(house.access(Cast.ines), form: "f", fields: ["a": "b"])
            _ = try await house.store.invite(
                house.access(Cast.sophie), form: newForm(), firstName: "A", lastName: "B", email: "a@b.example",
                role: .mediator)
            let rows = try await Snapshot.rows(house.engine)
            for line in Privacy.lines where line.form == .sealed {
                let values = rows[line.table, default: []].compactMap { $0[line.column] }
                #expect(!values.isEmpty, "\(line.table).\(line.column) is never tried")
                for value in values {
                    guard case .blob(let bytes) = value else {
                        Issue.record("\(line.table).\(line.column) is no blob")
                        continue
                    }
                    #expect(bytes.count >= 41 && (bytes[0] == 0x01 || bytes[0] == 0x11))
                    #expect(String(validating: bytes, as: UTF8.self) == nil || bytes.count == 0)
                    #expect((try? JSONSerialization.jsonObject(with: Data(bytes), options: .fragmentsAllowed)) == nil)
                }
                #expect(Set(values).count == values.count, "\(line.table).\(line.column) repeats itself")
            }
        }
    }

    @Test(arguments: EngineKind.all)
    func `calls hashed only what gives nothing back`(kind: EngineKind) async throws {
        try await kind.withHouse { house async throws in
            let rows = try await Snapshot.rows(house.engine)
            for line in Privacy.lines where line.form == .hashed {
                for value in rows[line.table, default: []].compactMap({ $0[line.column] }) {
                    switch value {
                    case .blob(let bytes): #expect(bytes.count == 32)
                    case .text(let text): #expect(text.hasPrefix("$argon2id$"))
                    default: Issue.record("\(line.table).\(line.column)")
                    }
                }
            }
        }
    }

    @Test func `leaves open of a person only ids, codes, dates, counts, a birth year and a gender`() {
        let open = Privacy.lines.filter { $0.content == .personal && $0.form == .open }.map(\.column)
        let known: Set = [
            "id", "structure_id", "usager_id", "dossier_id", "status", "birth_year", "gender", "created_at",
            "updated_at",
            "last_contact", "version", "demarche", "organisme", "definition", "definition_version", "state", "way",
            "proposed_way", "urgency", "opened_at", "next_owner", "next_day", "filed_on", "expected_on", "decided_on",
            "reason", "stop_screen", "stop_field", "piece", "issued_on", "changed_on", "after_filing", "channel",
            "clicker",
            "proof", "blocking_findings", "at", "kind", "opens", "due", "shown_from", "has_loss", "snoozed_until",
            "changed_at",
        ]
        #expect(Set(open).subtracting(known) == [])
    }

    @Test func `says a purpose and a duration everywhere`() {
        #expect(Privacy.lines.allSatisfy { !$0.purpose.isEmpty })
        #expect(Privacy.line("usager_facts", "facts")?.form == .sealed)
        #expect(Privacy.line("usager_facts", "name") == nil)
    }
}

@Suite struct `The schema` {
    /// `CORDEE_WRITE_SCHEMA=1 swift test --filter "The schema"` writes the dumps again after a new migration.
    @Test(arguments: EngineKind.all)
    func `is the one checked in`(kind: EngineKind) async throws {
        try await kind.withStore { _, engine, _ async throws in
            let dump = try await Migrator.schemaDump(engine)
            let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
                .appending(path: "schema/\(engine.dialect.name.lowercased()).sql")
            if ProcessInfo.processInfo.environment["CORDEE_WRITE_SCHEMA"] != nil {
                try dump.write(to: file, atomically: true, encoding: .utf8)
            }
            #expect(try String(contentsOf: file, encoding: .utf8) == dump)
        }
    }

    @Test func `of a personal table names its structure`() {
        let personal = Set(Privacy.lines.filter { $0.content == .personal }.map(\.table))
        for table in personal { #expect(Privacy.line(table, "structure_id") != nil, "\(table)") }
    }
}
