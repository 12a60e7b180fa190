import CLibPQ

/// The answer to one statement, freed with it. Values come in PostgreSQL's binary format.
final class PostgresResult {
    private let result: OpaquePointer

    /// - Throws: ``PostgresFailure`` when the statement failed.
    init(_ result: OpaquePointer?, of connection: OpaquePointer) throws {
        let status = PQresultStatus(result)
        guard let result, status == PGRES_TUPLES_OK || status == PGRES_COMMAND_OK else {
            defer { PQclear(result) }
            guard PQstatus(connection) == CONNECTION_OK else { throw PostgresFailure.lost }
            throw PostgresFailure(result: result)
        }
        self.result = result
    }

    deinit { PQclear(result) }

    /// Rows inserted, changed or deleted.
    var changes: Int { Int(String(cString: PQcmdTuples(result))) ?? 0 }

    /// What the server did, as `COMMIT`.
    var command: String { String(cString: PQcmdStatus(result)) }

    func rows(limit: Int = .max) throws -> [Row] {
        let columns = 0..<PQnfields(result)
        let shape = RowShape(names: columns.map { String(cString: PQfname(result, $0)) })
        let types = columns.map { PQftype(result, $0) }
        return try (0..<min(limit, Int(PQntuples(result)))).map { row in
            let values = try columns.map { column in
                try value(Int32(row), column, type: types[Int(column)], shape)
            }
            return Row(shape: shape, values: values)
        }
    }

    private func value(
        _ row: Int32, _ column: Int32, type: Oid, _ shape: RowShape
    ) throws -> SQLValue {
        if PQgetisnull(result, row, column) == 1 { return .null }
        let bytes = UnsafeRawBufferPointer(
            start: PQgetvalue(result, row, column), count: Int(PQgetlength(result, row, column)))
        guard let value = PostgresType.decode(bytes, type: type) else {
            throw DatabaseError.decoding(
                "column \(shape.names[Int(column)]): PostgreSQL type \(type) is not read")
        }
        return value
    }
}
