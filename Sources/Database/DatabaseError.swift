/// What goes wrong in a database, the same words for both engines.
///
/// No message ever holds a bound value: only names of the schema and codes of the engine.
public enum DatabaseError: Error, Hashable, Sendable {
    /// The disk (or the quota) is full: nothing was written, reads go on.
    case full
    /// The file, its folder or the transaction may only be read.
    case readOnly
    /// Another connection held the lock too long, or conflicting writes kept colliding.
    case busy
    /// A rule of the schema was broken: `unique table.column, table.column`,
    /// `not null table.column`, `foreign key`, or `check name`.
    case constraint(String)
    /// The result does not have the column or the type that the code reads.
    case decoding(String)
    /// The database cannot be reached: no folder, no server, closed engine, cut connection.
    case unreachable(String)
    /// The file is damaged or is no database: restore a backup.
    case corrupt(String)
    /// Anything else, by the engine's own code (`SQLITE_ERROR 1`, `42P01`).
    case other(code: String)

    /// A query ran longer than the engine's time limit (10 s) and was stopped.
    public static let timeLimit = DatabaseError.other(code: "time-limit")

    /// A text holding U+0000, which PostgreSQL refuses and SQLite would cut: refused on both.
    static let zeroInText = DatabaseError.other(code: "zero-in-text")

    static let closed = DatabaseError.unreachable("closed")
}
