import Database
import Domain
import Sealing
import Synchronization

/// The data of an instance: every change is one method and one transaction that loads through `Access`, decides in
/// Domain, saves and writes the journal.
public final class Store: Sendable {
    public let engine: any Engine
    public let hasher: PasswordHasher
    let keys: KeyRing
    let people: PeopleIndex
    let definitions: DefinitionCache
    let ids: IDs
    let catalogue: Definitions
    /// When each session last searched for people, so that a search in progress is journaled once.
    let searches = Mutex<[String: Moment]>([:])
    /// Whose dates were looked at again today, for whom.
    let refreshed = Mutex<(day: Day, scopes: Set<String>)>((Day(number: 0), []))
    let health = Mutex<(at: Moment, can: Bool)?>(nil)

    /// - Parameters:
    ///   - engine: an open database; `open` brings its schema up to date.
    ///   - catalogue: the loaded catalogue; facts are filed by its sensitivities.
    ///   - ids: where identifiers come from; random in production.
    ///   - reloadKeys: reads the key file again when another process rotated the keys.
    /// - Throws: `SealError` when the keys do not open this database, `MigrationError` when it is of a later version;
    ///   nothing was written then.
    public static func open(
        engine: any Engine, keys: InstanceKeys, hasher: PasswordHasher, catalogue: Definitions, ids: IDs = .random,
        reloadKeys: (@Sendable () throws -> InstanceKeys)? = nil, now: Moment
    ) async throws -> Store {
        try Sodium.start()
        let ring = KeyRing(instance: keys, reload: reloadKeys)
        try await Migrator.migrate(engine, Migrations.all) { try ring.check($0) }
        try await engine.write { connection in try ring.prepareSecrets(connection, now: now) }
        return Store(engine: engine, keys: ring, hasher: hasher, catalogue: catalogue, ids: ids)
    }

    /// Only looks whether these keys and this version of the program open a database that has a schema; writes nothing.
    /// - Throws: as `open`.
    public static func look(engine: any Engine, keys: InstanceKeys) async throws {
        try Sodium.start()
        let ring = KeyRing(instance: keys, reload: nil)
        try await Migrator.look(engine, Migrations.all) { try ring.check($0) }
    }

    private init(engine: any Engine, keys: KeyRing, hasher: PasswordHasher, catalogue: Definitions, ids: IDs) {
        self.engine = engine
        self.keys = keys
        self.hasher = hasher
        self.catalogue = catalogue
        self.ids = ids
        people = PeopleIndex()
        definitions = DefinitionCache()
    }
}

/// Where identifiers and tokens come from.
public struct IDs: Sendable {
    public var next: @Sendable () -> String

    public init(next: @escaping @Sendable () -> String) { self.next = next }

    /// 128 random bits, in lower-case letters and digits.
    public static let random = IDs {
        let alphabet = Array("abcdefghijkmnpqrstuvwxyz23456789".utf8)
        return String(decoding: Sodium.randomBytes(26).map { alphabet[Int($0 & 31)] }, as: UTF8.self)
    }
}

/// Why a save was not made, besides the rules of Domain.
public enum StoreError: Error, Equatable, Sendable {
    /// The thing does not exist for this reader: unknown, or of another structure.
    case notFound
    /// Reading is allowed, acting is not.
    case forbidden
    /// Somebody else saved since the form was opened.
    case stale
    /// An invitation, a link or a token that is no longer valid.
    case expired
    case emailTaken
}
