/// The papers that apply to this person, from the definition and their answers.
public struct Checklist: Sendable {
    public struct Line: Hashable, Sendable {
        public var required: RequiredPiece
        public var followUp: PieceFollowUp?
        /// Too old on the day it is looked at (`maximumAge` of the definition).
        public var isTooOld: Bool
    }

    /// A paper that an answer still to come will ask for, or not. Never missing, never blocking.
    public struct Undecided: Hashable, Sendable {
        public var required: RequiredPiece
        /// What decides.
        public var open: [Condition.Operand]
    }

    public var lines: [Line]
    /// Papers whose condition is undecided, those of `lines` apart.
    public var possible: [Undecided]
    /// Papers asked for after the filing that the definition does not know.
    public var others: [PieceFollowUp]

    public init(demarche: Demarche, followUps: [PieceFollowUp], lookup: AnswerLookup) {
        let asked = demarche.askedWhen
        let verdicts = demarche.pieces.map { ($0, $0.condition?.verdict(lookup, asked: asked) ?? .holds) }
        lines = verdicts.filter { $0.1 == .holds }.map { required, _ in
            let followUp = followUps.first { $0.piece == required.piece }
            return Line(
                required: required, followUp: followUp,
                isTooOld: Checklist.isTooOld(followUp, limit: required.maximumAge, today: lookup.today))
        }
        let known = Set(lines.map(\.required.piece))
        others = followUps.filter { !known.contains($0.piece) && ($0.afterFiling || $0.status != .asked) }
        let shown = known.union(others.map(\.piece))
        possible = verdicts.filter { $0.1 == .undecided && !shown.contains($0.0.piece) }.map { required, _ in
            Undecided(required: required, open: required.condition?.open(lookup, asked: asked) ?? [])
        }
    }

    /// True when the paper is dated before today less the maximum age.
    public static func isTooOld(_ followUp: PieceFollowUp?, limit: Delay?, today: Day) -> Bool {
        guard let limit, let issued = followUp?.issuedOn, followUp?.status == .received else { return false }
        return issued < today.adding(months: -(limit.months + 12 * limit.years)).adding(days: -limit.days)
    }

    public var missing: [Line] { lines.filter { $0.required.required && !($0.followUp?.status.isSettled ?? false) } }
}
