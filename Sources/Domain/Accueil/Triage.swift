/// What is known at the desk when one of the four ways is chosen.
public struct TriageInput: Sendable {
    public var demarche: Demarche
    public var urgency: ReceptionUrgency
    public var obstacles: Set<Obstacle>
    public var alone: Set<AloneSkill>
    /// nil when it was not asked.
    public var wantsToLearn: Bool?
    /// The structure has a professional access to this service (CDAP for the Caf, for instance).
    public var structureHoldsAccess: Bool

    public init(
        demarche: Demarche, urgency: ReceptionUrgency, obstacles: Set<Obstacle> = [], alone: Set<AloneSkill> = [],
        wantsToLearn: Bool? = nil, structureHoldsAccess: Bool = false
    ) {
        self.demarche = demarche
        self.urgency = urgency
        self.obstacles = obstacles
        self.alone = alone
        self.wantsToLearn = wantsToLearn
        self.structureHoldsAccess = structureHoldsAccess
    }
}

/// Chooses between standing in, doing together, teaching and referring.
///
/// In this order: what the law forbids; the protection measure; the emergency; a closed door (no phone for the code);
/// then autonomy, which is the rule: teach when there is time and will, together otherwise, stand in only for who
/// cannot take part. The three postures are the Cnil's; the limits of the mandate are those of Aidants Connect.
public enum Triage {
    public static func propose(_ input: TriageInput) -> Proposal {
        let desk = Desk(input)
        let (way, reasons) = decide(desk)
        return Proposal(
            way: way, reasons: reasons + mandateReasons(way, desk), advice: TriageAdvice.advice(way, desk),
            others: others(than: way, desk))
    }

    private typealias Decision = (way: Way, reasons: [Proposal.Reason])

    private static func decide(_ desk: Desk) -> Decision {
        if desk.isProtected, !(desk.rule == .free && desk.isEmergency) { return underProtection(desk) }
        if desk.isEmergency { return emergency(desk) }
        if desk.codeCannotArrive { return closedDoor(desk) }
        if desk.isTeachable { return (.teach, teachingReasons(desk)) }
        if desk.mustBeCarried { return carried(desk, [.obstacles(desk.heavy), .nothingAlone]) }
        return (.together, togetherReasons(desk))
    }

    /// The guardian is a party: with the person when they take part, otherwise over to the guardian.
    private static func underProtection(_ desk: Desk) -> Decision {
        let reasons: [Proposal.Reason] = desk.emergencyReasons + [.guardianship]
        return desk.isEmergency || !desk.own.isEmpty
            ? (.together, reasons + desk.skillReasons) : (.refer, reasons + [.nothingAlone])
    }

    /// Today, what counts is that it be done; the person takes part as soon as they can do two things of four.
    private static func emergency(_ desk: Desk) -> Decision {
        if desk.codeCannotArrive { return closedDoor(desk) }
        let isWilling = desk.input.wantsToLearn != false
        if desk.own.count >= 2 || (desk.heavy.isEmpty && (isWilling || !desk.own.isEmpty)) {
            return (.together, desk.emergencyReasons + togetherReasons(desk))
        }
        if desk.heavy.isEmpty { return carried(desk, desk.emergencyReasons + [.nothingAlone, .doesNotWantToLearn]) }
        return carried(desk, desk.emergencyReasons + [.obstacles(desk.heavy)] + desk.skillReasons)
    }

    /// Without the code by SMS: a professional access, another channel together, or the counter of the body.
    private static func closedDoor(_ desk: Desk) -> Decision {
        let reasons: [Proposal.Reason] = desk.emergencyReasons + [.codeCannotArrive]
        if desk.isEmergency, desk.mayStandIn, desk.input.structureHoldsAccess {
            return (.standIn, reasons + [.structureHoldsAccess])
        }
        if desk.hasOtherChannel { return (.together, reasons + [.otherChannel]) }
        return (.refer, reasons)
    }

    /// Somebody who cannot take part: in their place where it is allowed; elsewhere together if they can do
    /// anything or if there is another channel, or over to those who can receive them.
    private static func carried(_ desk: Desk, _ reasons: [Proposal.Reason]) -> Decision {
        if desk.mayStandIn { return (.standIn, reasons) }
        let forbidden = reasons + [.standInForbidden(desk.input.demarche.standIn.reason)]
        if desk.hasOtherChannel { return (.together, forbidden + [.otherChannel]) }
        return desk.own.isEmpty ? (.refer, forbidden) : (.together, forbidden)
    }

    private static func togetherReasons(_ desk: Desk) -> [Proposal.Reason] {
        var reasons = desk.skillReasons
        if !desk.relevant.isEmpty { reasons.append(.obstacles(desk.relevant)) }
        if desk.input.wantsToLearn == false { reasons.append(.doesNotWantToLearn) }
        return reasons + [.staysInCharge]
    }

    private static func teachingReasons(_ desk: Desk) -> [Proposal.Reason] {
        (desk.input.wantsToLearn == true ? [.wantsToLearn] : []) + [.hasTime] + desk.skillReasons
    }

    private static func mandateReasons(_ way: Way, _ desk: Desk) -> [Proposal.Reason] {
        guard way == .standIn else { return [] }
        return [desk.rule == .free ? .noMandateNeeded : .mandateNeeded]
    }

    private static func others(than way: Way, _ desk: Desk) -> [Way] {
        let order: [Way] =
            desk.isEmergency || !desk.heavy.isEmpty
            ? [.together, .standIn, .refer, .teach] : [.together, .teach, .refer, .standIn]
        return order.filter { $0 != way && ($0 != .standIn || desk.mayStandIn) }
    }
}

/// The input read once: what matters for this procedure.
struct Desk {
    let input: TriageInput

    init(_ input: TriageInput) { self.input = input }

    var rule: StandIn.Rule { input.demarche.standIn.rule }
    var isProtected: Bool { input.obstacles.contains(.guardianship) }

    /// Never where the procedure forbids it; never on the mandate of somebody under a protection measure.
    var mayStandIn: Bool {
        switch rule {
        case .forbidden: false
        case .mandate: !isProtected
        case .free: true
        }
    }

    /// Today; or this week when the catalogue says that the loss is immediate.
    var isEmergency: Bool {
        input.urgency == .today || (input.urgency == .thisWeek && input.demarche.urgency.degree == .immediate)
    }

    /// The obstacles of a means count when the procedure demands it; those of the person always do.
    var relevant: [Obstacle] {
        Obstacle.allCases.filter { obstacle in
            guard input.obstacles.contains(obstacle) else { return false }
            switch obstacle {
            case .reading, .french, .disability, .fear, .guardianship: return true
            default: return obstacle.need.map(input.demarche.needs.contains) ?? true
            }
        }
    }

    /// What keeps a person from doing it themselves even beside somebody, when nothing else helps.
    var heavy: [Obstacle] { relevant.filter { [.reading, .french, .disability].contains($0) } }

    var codeCannotArrive: Bool { relevant.contains(.noMobile) }

    /// Something that can be done together without the web: a call when it cannot wait, a paper form otherwise.
    var hasOtherChannel: Bool {
        let alternatives = input.demarche.alternatives
        return isEmergency ? !alternatives.phones.isEmpty : !alternatives.forms.isEmpty
    }

    /// Of what an online procedure demands, what the person does alone.
    var own: Set<AloneSkill> { input.alone.intersection(AloneSkill.wholeProcedure) }
    var canDoEverything: Bool { own == AloneSkill.wholeProcedure }

    /// There is time, nothing stands in the way for good, and the person wants to, or nearly can already.
    var isTeachable: Bool {
        guard input.urgency == .canWait, input.demarche.urgency.degree != .immediate,
            relevant.allSatisfy({ $0 == .fear })
        else { return false }
        switch input.wantsToLearn {
        case true: return !own.isEmpty || input.alone.contains(.comeBack)
        case false: return false
        default: return own.count >= 3 && relevant.isEmpty
        }
    }

    /// Cannot take part at all, and waiting or going slowly would not help.
    var mustBeCarried: Bool {
        !heavy.isEmpty && own.isEmpty
            && (input.urgency != .canWait || heavy.count >= 2 || input.wantsToLearn == false)
    }

    var emergencyReasons: [Proposal.Reason] {
        isEmergency ? [.emergency(loss: input.demarche.urgency.loss?.text)] : []
    }

    var skillReasons: [Proposal.Reason] {
        if canDoEverything { return [.canDoEverythingAlone] }
        return own.isEmpty ? [] : [.canDoAlone(AloneSkill.allCases.filter(own.contains))]
    }
}
