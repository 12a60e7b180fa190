/// The keys that open everything else. They live in a file outside the database; during a rotation
/// it holds several versions.
public struct InstanceKeys: Sendable {
    private let keys: [Int: SecretBytes]

    /// The version that new keys are wrapped under: the highest.
    public let current: Int

    /// The key of a version; nil when the file does not hold it.
    public func key(_ version: Int) -> SecretBytes? { keys[version] }

    /// All versions, lowest first.
    public var versions: [Int] { keys.keys.sorted() }

    init?(_ keys: [Int: SecretBytes]) {
        guard let current = keys.keys.max() else { return nil }
        self.keys = keys
        self.current = current
    }

    private init(first key: SecretBytes) {
        keys = [1: key]
        current = 1
    }

    /// Makes the first key and its file (mode 0600, a missing folder is made with mode 0700).
    /// - Throws: ``KeyFileError``; `alreadyExists` rather than overwriting.
    public static func create(at path: String) throws(KeyFileError) -> InstanceKeys {
        let keys = InstanceKeys(first: .random())
        try KeyFile(path: path).create(KeyFileText.encode(keys))
        return keys
    }

    /// - Throws: ``KeyFileError``.
    public static func load(from path: String) throws(KeyFileError) -> InstanceKeys {
        var bytes = try KeyFile(path: path).read()
        defer { Sodium.wipe(&bytes) }
        guard let keys = KeyFileText.decode(bytes) else { throw .malformed }
        return keys
    }

    /// Adds a version to the file as it is now, replacing it at one stroke.
    public func addingVersion(at path: String) throws(KeyFileError) -> InstanceKeys {
        let stored = try Self.load(from: path)
        return try stored.replacing(
            stored.keys.merging([stored.current + 1: .random()]) { $1 }, at: path)
    }

    /// Takes the versions before `version` out of the file; the current one always stays. What was
    /// wrapped under a removed version cannot be opened any more.
    public func removingVersionsBefore(
        _ version: Int, at path: String
    ) throws(KeyFileError) -> InstanceKeys {
        let stored = try Self.load(from: path)
        let oldest = min(version, stored.current)
        return try stored.replacing(stored.keys.filter { $0.key >= oldest }, at: path)
    }

    private func replacing(
        _ keys: [Int: SecretBytes], at path: String
    ) throws(KeyFileError) -> InstanceKeys {
        guard let changed = InstanceKeys(keys) else { throw .malformed }
        try KeyFile(path: path).replace(KeyFileText.encode(changed))
        return changed
    }
}
