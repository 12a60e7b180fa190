/// Who manages colleagues and settings.
public enum AidantPolicy {
    public enum Action: String, CaseIterable, Sendable {
        case invite, changeRole, deactivate, editSettings, readJournal
    }

    /// The responsable manages their structure; the administrator manages accounts and settings, not the journal of files.
    public static func allows(_ action: Action, role: Role) -> Bool {
        switch (action, role) {
        case (_, .responsable): true
        case (.readJournal, .administrator): false
        case (_, .administrator): true
        default: false
        }
    }
}

extension Aidant {
    public enum ManagementRefusal: Error, Equatable, Sendable {
        /// Nobody would be left to manage the structure.
        case lastResponsable
        case notYourself
        case roleNotAssignable
    }

    /// Decides a change of role or a deactivation (`newRole` nil).
    /// - Parameter otherResponsables: active responsables besides this person.
    public func checkManagement(newRole: Role?, by actor: ID<Aidant>, otherResponsables: Int) throws(ManagementRefusal)
    {
        if newRole == nil, actor == id { throw .notYourself }
        if let newRole, !Role.assignable.contains(newRole) { throw .roleNotAssignable }
        if role == .responsable, newRole != .responsable, otherResponsables == 0 { throw .lastResponsable }
    }
}
