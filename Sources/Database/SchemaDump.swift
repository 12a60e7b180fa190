extension Migrator {
    /// The schema as text, stable from one run to the next, to compare with the one checked in.
    /// Each engine says it in its own words.
    public static func schemaDump(_ engine: any Engine) async throws -> String {
        try await engine.read { connection in
            let lines: [String]
            switch connection.dialect.kind {
            case .sqlite: lines = try sqliteSchema(connection)
            case .postgres: lines = try postgresSchema(connection)
            }
            return lines.joined(separator: "\n") + "\n"
        }
    }

    private static func sqliteSchema(_ connection: any Connection) throws -> [String] {
        try connection.rows(
            """
            SELECT sql FROM sqlite_schema
            WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite!_%' ESCAPE '!'
            ORDER BY type DESC, name
            """
        ).map { try $0.text("sql") + ";" }
    }

    private static func postgresSchema(_ connection: any Connection) throws -> [String] {
        try [columns, constraints, indexes].flatMap { query in
            try connection.rows(query).map { try $0.text("line") }
        }
    }

    private static let columns: SQL = """
        SELECT table_name || '.' || column_name || ' ' || data_type
            || CASE is_nullable WHEN 'NO' THEN ' NOT NULL' ELSE '' END
            || coalesce(' DEFAULT ' || column_default, '')
            || CASE is_identity WHEN 'YES' THEN ' IDENTITY' ELSE '' END AS line
        FROM information_schema.columns WHERE table_schema = current_schema()
        ORDER BY table_name, ordinal_position
        """

    private static let constraints: SQL = """
        SELECT conrelid::regclass::text || ' ' || conname || ' ' || pg_get_constraintdef(oid) AS line
        FROM pg_constraint
        WHERE connamespace = current_schema()::regnamespace AND conrelid <> 0
        ORDER BY 1
        """

    private static let indexes: SQL = """
        SELECT replace(indexdef, quote_ident(schemaname) || '.', '') AS line
        FROM pg_indexes WHERE schemaname = current_schema() ORDER BY indexname
        """
}
