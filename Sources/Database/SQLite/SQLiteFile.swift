import Foundation

/// The file of a SQLite base, before SQLite opens it.
enum SQLiteFile {
    /// Creates the file with mode 0600, or takes from an existing one what others may do with it.
    ///
    /// An existing file is never opened here: closing it again would drop the locks that this
    /// process holds on it through SQLite.
    static func prepare(at path: String) throws {
        let descriptor = open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        if descriptor >= 0 {
            close(descriptor)
        } else if errno == EEXIST {
            try checkExisting(path)
        } else {
            throw error(errno)
        }
    }

    private static func checkExisting(_ path: String) throws {
        if access(path, R_OK | W_OK) != 0 { throw error(errno) }
        var status = stat()
        if stat(path, &status) != 0 { throw error(errno) }
        if status.st_mode & 0o077 != 0, chmod(path, 0o600) != 0 { throw error(errno) }
    }

    private static func error(_ code: Int32) -> DatabaseError {
        switch code {
        case EACCES, EROFS, EPERM: .readOnly
        case ENOSPC, EDQUOT: .full
        case ENOENT, ENOTDIR: .unreachable("no such folder")
        default: .other(code: "errno \(code)")
        }
    }
}
