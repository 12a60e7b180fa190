import GRDB

extension DatabaseError {
    /// SQLite's error in our words. Its message is used only where it names the schema.
    init(_ error: GRDB.DatabaseError) {
        switch error.resultCode {
        case .SQLITE_FULL: self = .full
        case .SQLITE_READONLY: self = .readOnly
        case .SQLITE_BUSY, .SQLITE_LOCKED: self = .busy
        case .SQLITE_INTERRUPT: self = .timeLimit
        case .SQLITE_CONSTRAINT: self = .constraint(Self.constraintName(error))
        case .SQLITE_CORRUPT, .SQLITE_NOTADB: self = .corrupt(Self.code(error))
        case .SQLITE_CANTOPEN, .SQLITE_MISUSE: self = .unreachable(Self.code(error))
        default: self = .other(code: Self.code(error))
        }
    }

    /// `UNIQUE constraint failed: usager.numero` → `unique usager.numero`.
    private static func constraintName(_ error: GRDB.DatabaseError) -> String {
        let detail = error.message?.split(separator: "constraint failed: ", maxSplits: 1).last
        let name = detail.map(String.init) ?? ""
        switch error.extendedResultCode {
        case .SQLITE_CONSTRAINT_UNIQUE, .SQLITE_CONSTRAINT_PRIMARYKEY,
            .SQLITE_CONSTRAINT_ROWID:
            return "unique \(name)"
        case .SQLITE_CONSTRAINT_NOTNULL: return "not null \(name)"
        case .SQLITE_CONSTRAINT_FOREIGNKEY: return "foreign key"
        case .SQLITE_CONSTRAINT_CHECK: return "check \(name)"
        default: return code(error)
        }
    }

    private static func code(_ error: GRDB.DatabaseError) -> String {
        "SQLITE \(error.extendedResultCode.rawValue)"
    }
}
