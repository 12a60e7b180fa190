/// The few differences between the two engines that a query or a migration has to know.
public struct Dialect: Sendable, Hashable {
    enum Kind: Sendable { case sqlite, postgres }

    let kind: Kind

    static let sqlite = Dialect(kind: .sqlite)
    static let postgres = Dialect(kind: .postgres)

    /// `SQLite` or `PostgreSQL`.
    public var name: String {
        switch kind {
        case .sqlite: "SQLite"
        case .postgres: "PostgreSQL"
        }
    }

    /// ` FOR UPDATE` where rows must be locked before they are changed, else nothing: SQLite has
    /// one writer at a time.
    public var forUpdate: SQL {
        switch kind {
        case .sqlite: .empty
        case .postgres: " FOR UPDATE"
        }
    }

    /// Finds the table of the schema's versions; no row in a base that never had one.
    var findsSchema: SQL {
        switch kind {
        case .sqlite: "SELECT name FROM sqlite_master WHERE type = 'table' AND name = 'schema_version'"
        case .postgres: "SELECT relname AS name FROM pg_class WHERE oid = to_regclass('schema_version')"
        }
    }

    /// A schema script written in SQLite's words, as this engine wants it.
    ///
    /// For PostgreSQL: `INTEGER` → `BIGINT`, `BLOB` → `BYTEA`, `REAL` → `DOUBLE PRECISION`,
    /// `TEXT` → `TEXT COLLATE "C"` (SQLite's order, by bytes), `INTEGER PRIMARY KEY
    /// [AUTOINCREMENT]` → an identity column, `STRICT` and `WITHOUT ROWID` dropped. Texts between
    /// quotes and comments stay as they are. Translating twice changes nothing more.
    ///
    /// Give all ids of a table or none: PostgreSQL's own numbers do not step over given ones.
    public func script(_ portable: String) -> String {
        switch kind {
        case .sqlite: portable
        case .postgres: PostgresScript(portable).translated
        }
    }
}
