/// Where one paper of a dossier stands.
public struct PieceFollowUp: Hashable, Sendable {
    public enum Status: String, Codable, CaseIterable, Sendable {
        case asked = "demandee"
        case received = "recue"
        case refused = "refusee"
        case replaced = "remplacee"
        /// Not asked of this person after all.
        case waived = "sans_objet"

        /// The paper can go with the request.
        public var isSettled: Bool { self == .received || self == .replaced || self == .waived }
    }

    public var piece: String
    public var status: Status
    /// The date written on the paper; decides whether it is too old.
    public var issuedOn: Day?
    public var note: String
    public var changedOn: Day
    /// Asked by the body after the filing.
    public var afterFiling: Bool

    public init(piece: String, status: Status, issuedOn: Day?, note: String, changedOn: Day, afterFiling: Bool = false)
    {
        self.piece = piece
        self.status = status
        self.issuedOn = issuedOn
        self.note = note
        self.changedOn = changedOn
        self.afterFiling = afterFiling
    }
}
