/// How a professional stands to a person.
public enum Relation: String, CaseIterable, Sendable {
    /// A current referent.
    case referent
    /// A former referent, within the overlap of a handover: reads, does not write.
    case formerReferent
    /// A colleague of the same structure.
    case colleague
    /// Another structure: the file does not exist for them.
    case stranger
}

/// Who may do what with a person's file. The SQL scope that mirrors `see` is `UsagerScope` in Store.
///
/// Source: the matrix of Mon Suivi Social (`docs/decisions/0005-roles.md` tells what was added).
public enum UsagerPolicy {
    public enum Action: String, CaseIterable, Sendable {
        /// Find the person and read general information.
        case see
        /// Reference numbers, situation, income.
        case seeSocial
        case edit
        case archive
        case changeReferents
    }

    public static func allows(_ action: Action, role: Role, relation: Relation) -> Bool {
        if relation == .stranger || role == .administrator { return false }
        if role == .referent {
            switch relation {
            case .referent: return action != .archive && action != .changeReferents
            case .formerReferent: return action == .see || action == .seeSocial
            default: return false
            }
        }
        switch action {
        case .see, .edit: return true
        case .seeSocial: return role != .reception
        case .archive: return role == .responsable || role == .socialWorker
        case .changeReferents: return role == .responsable || role == .socialWorker || role == .mediator
        }
    }

    /// The sensitivities that this reader gets; enforced when reading from storage.
    public static func readable(role: Role, relation: Relation, settings: StructureSettings) -> Set<
        FactDefinition.Sensitivity
    > {
        var result: Set<FactDefinition.Sensitivity> = []
        if allows(.see, role: role, relation: relation) { result.insert(.general) }
        if allows(.seeSocial, role: role, relation: relation) {
            result.insert(.social)
            if settings.specialRoles.contains(role) { result.insert(.special) }
        }
        return result
    }
}
