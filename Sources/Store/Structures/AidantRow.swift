import Database
import Domain
import Sealing

/// What is sealed of a professional.
struct AidantIdentity: Codable, Sendable {
    var firstName: String
    var lastName: String
    var email: String
}

extension Store {
    static let aidantColumns: SQL =
        "id, structure_id, identity, role, is_active, absent_from, absent_through, version"

    func aidant(_ row: Row, _ db: any Connection) throws -> Aidant {
        let structure = try row.text("structure_id")
        return try aidant(row, key: keys.fileKey(KeyRing.staffFile(structure), structure: structure, db))
    }

    /// - Parameter key: that of the structure's own data.
    func aidant(_ row: Row, key: SecretBytes) throws -> Aidant {
        let id = try row.text("id")
        let identity = try SealedJSON.open(
            AidantIdentity.self, row.blob("identity"), key: key,
            place: Place(table: "aidants", column: "identity", row: id))
        let absence: Absence? =
            if let from = try row.textOrNil("absent_from").flatMap(Day.init),
                let through = try row.textOrNil("absent_through").flatMap(Day.init)
            { Absence(from: from, through: through) } else { nil }
        return Aidant(
            id: ID(id), structure: ID(try row.text("structure_id")), firstName: identity.firstName,
            lastName: identity.lastName,
            email: identity.email, role: Role(rawValue: try row.text("role")) ?? .reception,
            isActive: try row.bool("is_active"), absence: absence, version: try row.int("version"))
    }

    /// The keyed fingerprint by which an account is found: an address in the database file says nothing.
    func emailIndex(_ email: String) throws -> [UInt8] {
        Sodium.hash(Array(Folding.fold(email.trimmed).utf8), key: try keys.secret(KeyRing.emailIndexSecret))
    }
}

extension Store {
    /// The structure itself: name, phone, settings.
    public func structure(_ id: ID<Structure>) async throws -> Structure {
        try await engine.read { db in
            guard let row = try db.first("SELECT * FROM structures WHERE id = \(id.raw)") else {
                throw StoreError.notFound
            }
            return try Store.structure(row)
        }
    }

    static func structure(_ row: Row) throws -> Structure {
        Structure(
            id: ID(try row.text("id")), name: try row.text("name"), phone: try row.text("phone"),
            address: try row.text("address"), settings: try StructureSettings(json: row.text("settings")),
            version: try row.int("version"))
    }

    /// True before the first structure exists: the first-run page is open.
    public func isEmpty() async throws -> Bool {
        try await engine.read { db in try db.first("SELECT id FROM structures LIMIT 1") == nil }
    }
}
