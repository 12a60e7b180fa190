import CLibPQ

/// An error of a statement, with whether running the transaction again may help.
struct PostgresFailure: Error {
    let error: DatabaseError
    let isWorthRetrying: Bool

    static let lost = PostgresFailure(
        error: .unreachable("connection lost"), isWorthRetrying: false)

    init(error: DatabaseError, isWorthRetrying: Bool) {
        self.error = error
        self.isWorthRetrying = isWorthRetrying
    }

    /// Reads the fields of a failed result. The message and the detail may hold values: only
    /// codes and names of the schema are kept.
    init(result: OpaquePointer?) {
        let fields = PostgresErrorFields(result: result)
        error = fields.error
        // Serialization failure, deadlock, and a plan prepared before the schema changed.
        isWorthRetrying = ["40001", "40P01", "0A000"].contains(fields.code)
    }
}

/// The fields of PostgreSQL's error report that we use (PG_DIAG_*, by their letter).
private struct PostgresErrorFields {
    let result: OpaquePointer?

    private func field(_ letter: Unicode.Scalar) -> String? {
        PQresultErrorField(result, Int32(letter.value)).map { String(cString: $0) }
    }

    var code: String { field("C") ?? "" }
    private var table: String { field("t") ?? "" }

    /// Codes: PostgreSQL manual, appendix A.
    var error: DatabaseError {
        switch code {
        case "53100": return .full
        case "25006", "42501": return .readOnly
        case "40001", "40P01", "55P03", "53300": return .busy
        case "57014": return .timeLimit
        case "57P01", "57P02", "57P03", "": return .unreachable(code)
        case "XX001", "XX002": return .corrupt(code)
        case "23505": return .constraint("unique " + uniqueColumns)
        case "23502": return .constraint("not null \(table).\(field("c") ?? "")")
        case "23503": return .constraint("foreign key")
        case "23514": return .constraint("check " + (field("n") ?? ""))
        default: break
        }
        if code.hasPrefix("08") { return .unreachable(code) }
        return code.hasPrefix("23") ? .constraint(code) : .other(code: code)
    }

    /// The detail reads `… (column, column)=(values) …` in every language of the server.
    private var uniqueColumns: String {
        guard let detail = field("D"), let start = detail.firstIndex(of: "("),
            let end = detail.firstRange(of: ")=(")?.lowerBound, start < end
        else { return field("n") ?? "" }
        return detail[detail.index(after: start)..<end]
            .split(separator: ", ").map { "\(table).\($0)" }.joined(separator: ", ")
    }
}
