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

/// The papers that apply to this person, from the definition and their answers.
public struct Checklist: Sendable {
    public struct Line: Hashable, Sendable {
        public var required: RequiredPiece
        public var followUp: PieceFollowUp?
        /// Too old on the day it is looked at (`maximumAge` of the definition).
        public var isTooOld: Bool
    }

    public var lines: [Line]
    /// Papers asked for after the filing that the definition does not know.
    public var others: [PieceFollowUp]

    public init(demarche: Demarche, followUps: [PieceFollowUp], lookup: AnswerLookup) {
        lines = demarche.pieces.filter { $0.condition?.holds(lookup) ?? true }.map { required in
            let followUp = followUps.first { $0.piece == required.piece }
            return Line(
                required: required, followUp: followUp,
                isTooOld: Checklist.isTooOld(followUp, limit: required.maximumAge, today: lookup.today))
        }
        let known = Set(lines.map(\.required.piece))
        others = followUps.filter { !known.contains($0.piece) && ($0.afterFiling || $0.status != .asked) }
    }

    /// True when the paper is dated before today less the maximum age.
    public static func isTooOld(_ followUp: PieceFollowUp?, limit: Delay?, today: Day) -> Bool {
        guard let limit, let issued = followUp?.issuedOn, followUp?.status == .received else { return false }
        return issued < today.adding(months: -(limit.months + 12 * limit.years)).adding(days: -limit.days)
    }

    public var missing: [Line] { lines.filter { $0.required.required && !($0.followUp?.status.isSettled ?? false) } }
}
