import Database
import Domain
import Sealing

/// What is asked for a new account.
public struct NewAidant: Sendable {
    public var firstName: String
    public var lastName: String
    public var email: String
    public var role: Role
    public var password: String

    public init(firstName: String, lastName: String, email: String, role: Role, password: String) {
        self.firstName = firstName
        self.lastName = lastName
        self.email = email
        self.role = role
        self.password = password
    }
}

extension Store {
    /// Creates a structure with its keys and its first responsable, in one transaction.
    /// - Parameter onlyIfEmpty: refuse (`StoreError.expired`) when a structure exists: the first-run page.
    public func createStructure(
        name: String, phone: String = "", address: String = "", settings: StructureSettings = .init(),
        first: NewAidant, onlyIfEmpty: Bool, now: Moment
    ) async throws -> (structure: ID<Structure>, aidant: ID<Aidant>) {
        let hash = try await hasher.hash(first.password)
        let structure = ids.next()
        let aidant = ids.next()
        try await engine.write { [self] db in
            if onlyIfEmpty, try db.first("SELECT id FROM structures LIMIT 1") != nil { throw StoreError.expired }
            try db.execute(
                """
                INSERT INTO structures (id, name, phone, address, settings, created_at, version)
                VALUES (\(structure), \(name), \(phone), \(address), \(settings.json()), \(now.milliseconds), 1)
                """)
            try keys.createStructureKey(structure, version: 1, db, now: now)
            _ = try keys.createFileKey(KeyRing.staffFile(structure), structure: structure, db)
            try insertAidant(first, id: aidant, structure: structure, hash: hash, db, now: now)
            try JournalWriter.append(
                JournalEntry(.structureCreated, .structure, structure), structure: structure, aidant: ID(aidant),
                session: "", at: now, db: db, key: keys.secret(KeyRing.journalSecret))
        }
        return (ID(structure), ID(aidant))
    }

    func insertAidant(
        _ new: NewAidant, id: String, structure: String, hash: String, _ db: any Connection, now: Moment
    ) throws {
        let index = try emailIndex(new.email)
        if try db.first("SELECT id FROM aidants WHERE email_index = \(index)") != nil { throw StoreError.emailTaken }
        let key = try keys.fileKey(KeyRing.staffFile(structure), structure: structure, db)
        let identity = AidantIdentity(
            firstName: new.firstName.trimmed, lastName: new.lastName.trimmed, email: new.email.trimmed)
        let sealed = try SealedJSON.seal(
            identity, key: key, place: Place(table: "aidants", column: "identity", row: id))
        try db.execute(
            """
            INSERT INTO aidants (id, structure_id, email_index, identity, role, is_active, password, created_at, version)
            VALUES (\(id), \(structure), \(index), \(sealed), \(new.role.rawValue), 1, \(hash), \(now.milliseconds), 1)
            """)
    }

    /// Adds an account without an invitation: used by the demo and the tests.
    public func addAidant(_ new: NewAidant, to structure: ID<Structure>, now: Moment) async throws -> ID<Aidant> {
        let hash = try await hasher.hash(new.password)
        let id = ids.next()
        try await engine.write { [self] db in
            try insertAidant(new, id: id, structure: structure.raw, hash: hash, db, now: now)
        }
        return ID(id)
    }
}
