import Foundation
import GRDB

extension SQLiteEngine {
    /// Opens a base that its last program closed in order, so that not one byte of it can change: to see whether it may
    /// be opened at all. (Opening it for work writes to its header, whatever comes next.)
    /// - Returns: nil when the base is not at rest (in use, or after a crash) or cannot be read in this way.
    /// - Throws: ``DatabaseError``.
    public static func untouched(path: String) throws -> SQLiteEngine? {
        guard isAtRest(path), let escaped = path.addingPercentEncoding(withAllowedCharacters: .urlPathAllowed) else {
            return nil
        }
        do {
            var configuration = configuration(1)
            configuration.readonly = true
            return SQLiteEngine(
                database: try DatabaseQueue(path: "file:\(escaped)?immutable=1", configuration: configuration))
        } catch let error as GRDB.DatabaseError {
            if error.resultCode == .SQLITE_CANTOPEN { return nil }
            throw DatabaseError(error)
        }
    }

    /// Whether the file holds something and its write-ahead log nothing.
    public static func isAtRest(_ path: String) -> Bool {
        let size = { (path: String) in
            var status = stat()
            return stat(path, &status) == 0 ? Int(status.st_size) : 0
        }
        return size(path) > 0 && size(path + "-wal") == 0
    }
}
