import Foundation

public enum KeyFileError: Error, Hashable, Sendable {
    /// There is no file there.
    case missing
    /// The system does not let the file be read; `code` is its `errno`.
    case unreadable(code: Int32)
    /// The file is no key file, or was damaged.
    case malformed
    /// Others than the owner may read or change the file; `permissions` are its mode bits.
    case tooOpen(permissions: Int)
    /// A file is there already: a key is never overwritten.
    case alreadyExists
    /// The file or its folder cannot be written; `code` is the system's `errno`.
    case unwritable(code: Int32)
}

/// A small secret file that is on disk, whole, before anyone relies on it.
struct KeyFile {
    let path: String

    /// Largest file read: some thousand versions.
    private static let largest = 1 << 18

    private var folder: String {
        let folder = (path as NSString).deletingLastPathComponent
        return folder.isEmpty ? "." : folder
    }

    func read() throws(KeyFileError) -> [UInt8] {
        let file = open(path, O_RDONLY | O_CLOEXEC)
        if file < 0 { throw errno == ENOENT ? .missing : .unreadable(code: errno) }
        defer { close(file) }
        var status = stat()
        if fstat(file, &status) != 0 { throw .unreadable(code: errno) }
        let permissions = Int(status.st_mode & 0o777)
        if permissions & 0o077 != 0 { throw .tooOpen(permissions: permissions) }
        guard status.st_mode & S_IFMT == S_IFREG, status.st_size <= Self.largest else {
            throw .malformed
        }
        return try bytes(of: file, count: Int(status.st_size))
    }

    /// Writes a file that must not exist yet.
    func create(_ bytes: [UInt8]) throws(KeyFileError) {
        try makeFolder()
        try put(bytes) { temporary in
            link(temporary, path) == 0
        }
    }

    /// Replaces the file at one stroke: a crash leaves the old one or the new one.
    func replace(_ bytes: [UInt8]) throws(KeyFileError) {
        try put(bytes) { temporary in
            rename(temporary, path) == 0
        }
    }

    private func put(
        _ bytes: [UInt8], place: (String) -> Bool
    ) throws(KeyFileError) {
        let temporary = path + ".new-" + Token.random().prefix(12)
        var bytes = bytes
        defer {
            unlink(temporary)
            Sodium.wipe(&bytes)
        }
        try write(bytes, to: temporary)
        guard place(temporary) else {
            throw errno == EEXIST ? .alreadyExists : .unwritable(code: errno)
        }
        try flushFolder()
    }

    private func write(_ bytes: [UInt8], to path: String) throws(KeyFileError) {
        let file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        if file < 0 { throw .unwritable(code: errno) }
        defer { close(file) }
        var done = 0
        while done < bytes.count {
            let count = bytes.withUnsafeBytes {
                Foundation.write(file, $0.baseAddress! + done, $0.count - done)
            }
            if count < 0, errno != EINTR { throw .unwritable(code: errno) }
            done += max(count, 0)
        }
        if fsync(file) != 0 { throw .unwritable(code: errno) }
    }

    private func bytes(of file: Int32, count: Int) throws(KeyFileError) -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: count)
        var done = 0
        while done < count {
            let read = bytes.withUnsafeMutableBytes {
                Foundation.read(file, $0.baseAddress! + done, count - done)
            }
            if read == 0 { throw .malformed }
            if read < 0, errno != EINTR { throw .unreadable(code: errno) }
            done += max(read, 0)
        }
        return bytes
    }

    private func makeFolder() throws(KeyFileError) {
        do {
            try FileManager.default.createDirectory(
                atPath: folder, withIntermediateDirectories: true,
                attributes: [.posixPermissions: 0o700])
        } catch {
            throw .unwritable(code: errno)
        }
    }

    private func flushFolder() throws(KeyFileError) {
        let directory = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        if directory < 0 { throw .unwritable(code: errno) }
        defer { close(directory) }
        if fsync(directory) != 0 { throw .unwritable(code: errno) }
    }
}
