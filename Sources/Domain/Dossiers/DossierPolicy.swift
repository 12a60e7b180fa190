/// Who may see and work on a dossier. The SQL scope that mirrors `see` is `DossierScope` in Store.
///
/// Source: rows "entretien" and "help request" of Mon Suivi Social; unlike there, colleagues may take over
/// (continuity: `docs/decisions/0005-roles.md`).
public enum DossierPolicy {
    public enum Action: String, CaseIterable, Sendable {
        case see, edit, file, close
    }

    /// - Parameter isOwn: this professional opened the dossier or follows it.
    public static func allows(_ action: Action, role: Role, relation: Relation, isOwn: Bool) -> Bool {
        switch role {
        case .administrator: return false
        case .reception: return relation != .stranger && isOwn
        case .referent:
            if relation == .formerReferent { return action == .see }
            return relation == .referent
        case .responsable, .socialWorker, .mediator, .instructor:
            return relation != .stranger
        }
    }
}
