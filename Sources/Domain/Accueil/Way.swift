/// The four ways of helping. The first three are the postures named by the Cnil ("je fais à la place",
/// "j'accompagne", "je forme"); the fourth is to pass on to who can.
public enum Way: String, Codable, CaseIterable, Hashable, Sendable {
    case standIn = "a_la_place"
    case together = "avec"
    case teach = "apprendre"
    case refer = "orienter"
}
