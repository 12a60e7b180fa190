import Database
import Domain
import Sealing
import Synchronization

/// Unwrapped keys, in memory only: instance key → structure key → key of a file.
final class KeyRing: Sendable {
    private struct State: Sendable {
        var instance: InstanceKeys
        var structures: [String: [Int: SecretBytes]] = [:]
        var current: [String: Int] = [:]
        var secrets: [String: SecretBytes] = [:]
        var dummyHash: String?
    }

    private let state: Mutex<State>
    private let reload: (@Sendable () throws -> InstanceKeys)?

    init(instance: InstanceKeys, reload: (@Sendable () throws -> InstanceKeys)? = nil) {
        state = Mutex(State(instance: instance))
        self.reload = reload
    }

    var instance: InstanceKeys { state.withLock { $0.instance } }

    /// A password hash of nobody, so that an unknown account takes the time of a known one.
    var dummyHash: String? {
        get { state.withLock { $0.dummyHash } }
        set { state.withLock { $0.dummyHash = newValue } }
    }

    /// After a rotation: forget what was unwrapped.
    func replace(instance: InstanceKeys) {
        state.withLock { $0 = State(instance: instance, secrets: $0.secrets) }
    }

    // MARK: Secrets of the instance

    static let emailIndexSecret = "email_index"
    static let attemptSecret = "attempts"
    static let journalSecret = "journal"
    static let invitationSecret = "invitations"
    private static let secretNames = [emailIndexSecret, attemptSecret, journalSecret, invitationSecret]

    /// Stops unless the keys open this database; writes nothing. An empty database is opened by any key.
    func check(_ connection: any Connection) throws {
        let instance = self.instance
        for row in try connection.rows("SELECT name, wrapped FROM instance_secrets ORDER BY name") {
            let place = Place(table: "instance_secrets", column: "wrapped", row: try row.text("name"))
            _ = try Seal.unwrap(row.blob("wrapped"), keys: { instance.key($0) }, place: place)
        }
    }

    /// Creates the missing secrets and unwraps all of them: proves that the key opens this database.
    func prepareSecrets(_ connection: any Connection, now: Moment) throws {
        let instance = self.instance
        for name in Self.secretNames {
            let place = Place(table: "instance_secrets", column: "wrapped", row: name)
            let secret: SecretBytes
            if let row = try connection.first("SELECT wrapped FROM instance_secrets WHERE name = \(name)") {
                secret = try Seal.unwrap(row.blob("wrapped"), keys: { instance.key($0) }, place: place)
            } else {
                guard let key = instance.key(instance.current) else { throw SealError.unknownKeyVersion }
                secret = SecretBytes.random()
                let wrapped = Seal.wrap(secret, under: key, version: instance.current, place: place)
                try connection.execute("INSERT INTO instance_secrets (name, wrapped) VALUES (\(name), \(wrapped))")
            }
            state.withLock { $0.secrets[name] = secret }
        }
    }

    func secret(_ name: String) throws -> SecretBytes {
        guard let secret = state.withLock({ $0.secrets[name] }) else { throw SealError.unknownKeyVersion }
        return secret
    }

    // MARK: Keys of structures

    func createStructureKey(_ structure: String, version: Int, _ connection: any Connection, now: Moment) throws {
        let instance = self.instance
        guard let key = instance.key(instance.current) else { throw SealError.unknownKeyVersion }
        let fresh = SecretBytes.random()
        let wrapped = Seal.wrap(
            fresh, under: key, version: instance.current, place: KeyRing.place(structure: structure, version: version))
        try connection.execute(
            """
            INSERT INTO structure_keys (structure_id, version, wrapped, created_at)
            VALUES (\(structure), \(version), \(wrapped), \(now.milliseconds))
            """)
        // The transaction may have been run before and undone, with another key.
        forget(structure: structure)
    }

    static func place(structure: String, version: Int) -> Place {
        Place(table: "structure_keys", column: "wrapped", row: "\(structure)/\(version)")
    }

    func structureKeys(_ structure: String, _ connection: any Connection) throws -> (
        current: Int, keys: [Int: SecretBytes]
    ) {
        if let known = state.withLock({ state in state.structures[structure].map { (state.current[structure] ?? 0, $0) }
        }) {
            return known
        }
        return try reloadStructureKeys(structure, connection)
    }

    private func reloadStructureKeys(
        _ structure: String, _ connection: any Connection
    ) throws -> (current: Int, keys: [Int: SecretBytes]) {
        var keys: [Int: SecretBytes] = [:]
        let rows = try connection.rows(
            "SELECT version, wrapped FROM structure_keys WHERE structure_id = \(structure) ORDER BY version")
        for row in rows {
            let version = try row.int("version")
            keys[version] = try unwrapByInstance(
                row.blob("wrapped"), place: KeyRing.place(structure: structure, version: version))
        }
        let current = keys.keys.max() ?? 0
        let loaded = keys
        state.withLock {
            $0.structures[structure] = loaded
            $0.current[structure] = current
        }
        return (current, keys)
    }

    private func unwrapByInstance(_ wrapped: [UInt8], place: Place) throws -> SecretBytes {
        let instance = self.instance
        do {
            return try Seal.unwrap(wrapped, keys: { instance.key($0) }, place: place)
        } catch SealError.unknownKeyVersion {
            // Another process rotated the instance key: the file has it.
            guard let fresh = try reload?() else { throw SealError.unknownKeyVersion }
            let key = try Seal.unwrap(wrapped, keys: { fresh.key($0) }, place: place)
            state.withLock { $0.instance = fresh }
            return key
        }
    }

    /// Drops what is remembered of a structure, so that a rotated key is read again.
    func forget(structure: String) {
        state.withLock {
            $0.structures[structure] = nil
            $0.current[structure] = nil
        }
    }

    // MARK: Keys of files

    static func place(file: String) -> Place { Place(table: "data_keys", column: "wrapped", row: file) }

    func createFileKey(_ file: String, structure: String, _ connection: any Connection) throws -> SecretBytes {
        let (current, key) = try currentKey(structure, connection)
        let fresh = SecretBytes.random()
        let wrapped = Seal.wrap(fresh, under: key, version: current, place: KeyRing.place(file: file))
        try connection.execute(
            """
            INSERT INTO data_keys (id, structure_id, key_version, wrapped)
            VALUES (\(file), \(structure), \(current), \(wrapped))
            """)
        return fresh
    }

    /// The newest key of a structure, asked of the database: another process may have rotated it.
    private func currentKey(_ structure: String, _ connection: any Connection) throws -> (
        version: Int, key: SecretBytes
    ) {
        let row = try connection.first(
            "SELECT MAX(version) AS version FROM structure_keys WHERE structure_id = \(structure)")
        guard let version = try row?.intOrNil("version") else { throw SealError.unknownKeyVersion }
        if let key = try structureKeys(structure, connection).keys[version] { return (version, key) }
        guard let key = try reloadStructureKeys(structure, connection).keys[version] else {
            throw SealError.unknownKeyVersion
        }
        return (version, key)
    }

    func fileKey(_ file: String, structure: String, _ connection: any Connection) throws -> SecretBytes {
        guard
            let row = try connection.first(
                "SELECT wrapped FROM data_keys WHERE id = \(file) AND structure_id = \(structure)")
        else { throw StoreError.notFound }
        return try unwrapFileKey(row.blob("wrapped"), file: file, structure: structure, connection)
    }

    func unwrapFileKey(
        _ wrapped: [UInt8], file: String, structure: String, _ connection: any Connection
    ) throws -> SecretBytes {
        var keys = try structureKeys(structure, connection).keys
        do {
            return try Seal.unwrap(wrapped, keys: { keys[$0] }, place: KeyRing.place(file: file))
        } catch SealError.unknownKeyVersion {
            // Another process rotated the key: read again.
            keys = try reloadStructureKeys(structure, connection).keys
            return try Seal.unwrap(wrapped, keys: { keys[$0] }, place: KeyRing.place(file: file))
        }
    }

    /// The key under which a structure's own data are sealed: accounts, invitations, drafts.
    static func staffFile(_ structure: String) -> String { "equipe:\(structure)" }
}
