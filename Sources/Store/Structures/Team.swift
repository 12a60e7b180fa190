import Database
import Domain
import Sealing

/// An invitation that was not used yet.
public struct Invitation: Sendable, Identifiable {
    public let id: String
    public let structure: ID<Structure>
    public let structureName: String
    public let firstName: String
    public let lastName: String
    public let email: String
    public let role: Role
    public let expiresAt: Moment

    /// Days during which an invitation may be used.
    public static let days = 14
}

extension Store {
    /// Everybody of the structure, in alphabetical order.
    public func team(_ access: Access) async throws -> [Aidant] {
        try await look(access) { tx in
            let key = try tx.store.keys.fileKey(KeyRing.staffFile(tx.structure), structure: tx.structure, tx.db)
            return try tx.db.rows(
                "SELECT \(sql: Store.aidantColumns) FROM aidants WHERE structure_id = \(tx.structure)"
            )
            .map { try tx.store.aidant($0, key: key) }
            .sorted { ($0.lastName, $0.firstName) < ($1.lastName, $1.firstName) }
        }
    }

    /// Invites a colleague; gives the token of the link, which is never stored.
    public func invite(
        _ access: Access, form: FormKey, firstName: String, lastName: String, email: String, role: Role
    ) async throws -> String {
        try await require(.invite, access)
        guard Role.assignable.contains(role) else { throw StoreError.forbidden }
        let token = try invitationToken(access, form)
        _ = try await act(access) { tx in
            try tx.once(form) {
                let index = try tx.store.emailIndex(email)
                if try tx.db.first("SELECT id FROM aidants WHERE email_index = \(index)") != nil {
                    throw StoreError.emailTaken
                }
                let identity = AidantIdentity(
                    firstName: firstName.trimmed, lastName: lastName.trimmed, email: email.trimmed)
                return try tx.insertInvitation(identity, role: role, token: token)
            }
        }
        return token
    }

    /// The token of an invitation comes from its form: sent twice, the form shows the same link twice.
    private func invitationToken(_ access: Access, _ form: FormKey) throws -> String {
        let text = Array("invitation\u{0}\(access.aidant)\u{0}\(form.raw)".utf8)
        return Nonce.hexadecimal(Sodium.hash(text, key: try keys.secret(KeyRing.invitationSecret)))
    }

    /// The invitations that wait, newest first.
    public func invitations(_ access: Access) async throws -> [Invitation] {
        try await require(.invite, access)
        return try await look(access) { tx in
            try tx.db.rows(
                """
                SELECT i.*, s.name AS structure_name FROM invitations i JOIN structures s ON s.id = i.structure_id
                WHERE i.structure_id = \(tx.structure) AND i.used_at IS NULL AND i.expires_at > \(tx.now.milliseconds)
                ORDER BY i.created_at DESC
                """
            ).map { try tx.store.invitation($0, tx.db) }
        }
    }

    public func withdrawInvitation(_ access: Access, id: String) async throws {
        try await require(.invite, access)
        try await act(access) { tx in
            let gone = try tx.db.execute(
                "DELETE FROM invitations WHERE id = \(id) AND structure_id = \(tx.structure) AND used_at IS NULL")
            if gone == 0 { throw StoreError.notFound }
            try tx.journal(JournalEntry(.invited, .invitation, id, detail: "retiree"))
        }
    }

    /// The invitation of a link; nil when unknown, used or out of date.
    public func invitation(token: String, now: Moment) async throws -> Invitation? {
        try await engine.read { [self] db in
            try db.first(
                """
                SELECT i.*, s.name AS structure_name FROM invitations i JOIN structures s ON s.id = i.structure_id
                WHERE i.token_hash = \(Token.fingerprint(token)) AND i.used_at IS NULL AND i.expires_at > \(now.milliseconds)
                """
            ).map { try invitation($0, db) }
        }
    }

    private func invitation(_ row: Row, _ db: any Connection) throws -> Invitation {
        let structure = try row.text("structure_id")
        let id = try row.text("id")
        let key = try keys.fileKey(KeyRing.staffFile(structure), structure: structure, db)
        let identity = try SealedJSON.open(
            AidantIdentity.self, row.blob("identity"), key: key,
            place: Place(table: "invitations", column: "identity", row: id))
        return Invitation(
            id: id, structure: ID(structure), structureName: try row.text("structure_name"),
            firstName: identity.firstName, lastName: identity.lastName, email: identity.email,
            role: Role(rawValue: try row.text("role")) ?? .reception,
            expiresAt: Moment(milliseconds: Int64(try row.int("expires_at"))))
    }

    /// Uses an invitation: the account is made with the password that the colleague chose.
    public func acceptInvitation(token: String, firstName: String, lastName: String, password: String, now: Moment)
        async throws -> ID<Aidant>
    {
        guard let invitation = try await invitation(token: token, now: now) else { throw StoreError.expired }
        let hash = try await hasher.hash(password)
        let id = ids.next()
        let new = NewAidant(
            firstName: firstName, lastName: lastName, email: invitation.email, role: invitation.role, password: "")
        try await engine.write { [self] db in
            let used = try db.execute(
                """
                UPDATE invitations SET used_at = \(now.milliseconds)
                WHERE id = \(invitation.id) AND structure_id = \(invitation.structure.raw) AND used_at IS NULL
                """)
            if used == 0 { throw StoreError.expired }
            try insertAidant(new, id: id, structure: invitation.structure.raw, hash: hash, db, now: now)
            try JournalWriter.append(
                JournalEntry(.invitationUsed, .invitation, invitation.id, detail: invitation.role.rawValue),
                structure: invitation.structure.raw, aidant: ID(id), session: "", at: now, db: db,
                key: keys.secret(KeyRing.journalSecret))
        }
        return ID(id)
    }

    /// Changes a colleague's role (`role`), closes the account (`role` nil) or opens it again; a closed account's
    /// sessions end at once.
    public func manage(
        _ access: Access, aidant id: ID<Aidant>, role: Role?, version: Int
    ) async throws -> Result<Void, Aidant.ManagementRefusal> {
        try await require(.changeRole, access)
        return try await act(access) { tx in
            guard
                let row = try tx.db.first(
                    "SELECT \(sql: Store.aidantColumns) FROM aidants WHERE id = \(id.raw) AND structure_id = \(tx.structure)"
                )
            else { throw StoreError.notFound }
            let colleague = try tx.store.aidant(row, tx.db)
            let others =
                try tx.db.first(
                    """
                    SELECT COUNT(*) AS n FROM aidants WHERE structure_id = \(tx.structure) AND role = \(Role.responsable.rawValue)
                    AND is_active = 1 AND id <> \(id.raw)
                    """)?.int("n") ?? 0
            do throws(Aidant.ManagementRefusal) {
                try colleague.checkManagement(newRole: role, by: access.aidant, otherResponsables: others)
            } catch { return .failure(error) }
            if colleague.version != version { throw StoreError.stale }
            try tx.db.execute(
                """
                UPDATE aidants SET role = \((role ?? colleague.role).rawValue), is_active = \(role != nil), version = version + 1
                WHERE id = \(id.raw) AND structure_id = \(tx.structure)
                """)
            try tx.db.execute("DELETE FROM sessions WHERE aidant_id = \(id.raw) AND structure_id = \(tx.structure)")
            let action: JournalEntry.Action =
                role == nil ? .aidantDeactivated : colleague.isActive ? .roleChanged : .aidantReactivated
            try tx.journal(JournalEntry(action, .aidant, id.raw, detail: role?.rawValue ?? ""))
            return .success(())
        }
    }

    /// Says until when a colleague is away (nil: back). Each for themselves; a responsable for anyone.
    public func setAbsence(_ access: Access, aidant id: ID<Aidant>, _ absence: Absence?) async throws {
        if id != access.aidant { try await require(.changeRole, access) }
        try await act(access) { tx in
            let changed = try tx.db.execute(
                """
                UPDATE aidants SET absent_from = \(absence?.from.description), absent_through = \(absence?.through.description),
                    version = version + 1
                WHERE id = \(id.raw) AND structure_id = \(tx.structure)
                """)
            if changed == 0 { throw StoreError.notFound }
            try tx.journal(JournalEntry(.absenceSet, .aidant, id.raw, detail: absence?.through.description ?? "retour"))
        }
    }

    /// Saves the structure's own description and settings.
    public func saveStructure(_ access: Access, _ structure: Structure) async throws {
        try await require(.editSettings, access)
        try await act(access) { tx in
            let changed = try tx.db.execute(
                """
                UPDATE structures SET name = \(structure.name), phone = \(structure.phone), address = \(structure.address),
                    settings = \(structure.settings.json()), version = version + 1
                WHERE id = \(tx.structure) AND version = \(structure.version)
                """)
            if changed == 0 { throw StoreError.stale }
            try tx.journal(JournalEntry(.settingsChanged, .structure, tx.structure))
        }
    }
}

extension Transaction {
    fileprivate func insertInvitation(_ identity: AidantIdentity, role: Role, token: String) throws -> String {
        let id = store.ids.next()
        let key = try store.keys.fileKey(KeyRing.staffFile(structure), structure: structure, db)
        let sealed = try SealedJSON.seal(
            identity, key: key, place: Place(table: "invitations", column: "identity", row: id))
        try db.execute(
            """
            INSERT INTO invitations (id, token_hash, structure_id, role, identity, created_by, created_at, expires_at)
            VALUES (\(id), \(Token.fingerprint(token)), \(structure), \(role.rawValue), \(sealed), \(aidant),
                \(now.milliseconds), \(now.adding(days: Invitation.days).milliseconds))
            """)
        try journal(JournalEntry(.invited, .invitation, id, detail: role.rawValue))
        return id
    }
}
