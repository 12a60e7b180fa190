import Testing

@testable import Domain

@Suite struct TriageTests {
    /// A procedure of the catalogue reduced to what triage reads.
    static func demarche(
        _ rule: StandIn.Rule = .mandate, degree: Urgency.Degree = .normal,
        needs: [Need] = [.device, .connection, .mobile, .reading],
        form: Bool = false, phone: Bool = false, id: String = "rsa-demande"
    ) -> Demarche {
        Demarche(
            id: id, version: 1, level: .full, title: "RSA", purpose: "", category: "argent", organisme: "caf",
            platform: "caf.fr",
            address: nil, checkedOn: Day(number: 0),
            urgency: Urgency(degree: degree, loss: degree == .immediate ? Statement("Le paiement s'arrête.") : nil),
            needs: needs,
            standIn: StandIn(rule: rule, reason: "La personne signe elle-même."),
            alternatives: Alternatives(
                forms: form ? [.init(number: "15481", title: Statement("Demande"))] : [],
                phones: phone ? [.init(number: "3230", service: Statement("Caf"))] : []))
    }

    struct Case: CustomTestStringConvertible, Sendable {
        var name: String
        var input: TriageInput
        var way: Way
        var reason: Proposal.Reason
        var advice: Proposal.Advice?
        var testDescription: String { name }

        init(
            _ name: String, _ urgency: ReceptionUrgency, _ obstacles: Set<Obstacle>, in demarche: Demarche = demarche(),
            alone: Set<AloneSkill> = [], learn: Bool? = nil, access: Bool = false, _ way: Way,
            _ reason: Proposal.Reason,
            _ advice: Proposal.Advice? = nil
        ) {
            self.name = name
            input = TriageInput(
                demarche: demarche, urgency: urgency, obstacles: obstacles, alone: alone, wantsToLearn: learn,
                structureHoldsAccess: access)
            (self.way, self.reason, self.advice) = (way, reason, advice)
        }
    }

    static let all = AloneSkill.wholeProcedure
    static let immediate = demarche(degree: .immediate)
    static let forbidden = demarche(.forbidden)
    static let notAllowed = Proposal.Reason.standInForbidden("La personne signe elle-même.")

    static let calm: [Case] = [
        Case("nothing known: together, as a rule", .canWait, [], .together, .staysInCharge, .secretsByPersonOnly),
        Case(
            "does everything alone, has time: learns to do without us", .canWait, [], alone: all,
            .teach, .canDoEverythingAlone, .proposeWorkshop),
        Case(
            "does everything alone, does not want to learn", .canWait, [], alone: all, learn: false,
            .together, .canDoEverythingAlone),
        Case("nearly autonomous", .canWait, [], alone: [.signIn, .readScreen, .type], .teach, .hasTime),
        Case(
            "half autonomous, not asked", .canWait, [], alone: [.signIn, .type], .together,
            .canDoAlone([.signIn, .type])),
        Case("half autonomous, wants to learn", .canWait, [], alone: [.type], learn: true, .teach, .wantsToLearn),
        Case(
            "can only come back, wants to learn: workshop", .canWait, [], alone: [.comeBack], learn: true,
            .teach, .wantsToLearn, .proposeWorkshop),
        Case("can do nothing, wants to learn", .canWait, [], learn: true, .together, .staysInCharge, .learnLater),
        Case(
            "wants to learn and is afraid: learning reassures", .canWait, [.fear], alone: [.type], learn: true,
            .teach, .wantsToLearn, .reassure),
        Case("able but afraid, not asked", .canWait, [.fear], alone: all, .together, .obstacles([.fear]), .reassure),
        Case(
            "wants to learn, this week", .thisWeek, [], alone: all, learn: true, .together, .canDoEverythingAlone,
            .learnLater),
        Case(
            "wants to learn, but the loss is immediate", .canWait, [], in: immediate, alone: all, learn: true,
            .together, .canDoEverythingAlone),
        Case(
            "no device: ours", .canWait, [.noDevice], alone: [.readScreen], .together, .obstacles([.noDevice]),
            .useOurDevice),
        Case(
            "white zone, wants to learn", .canWait, [.noConnection], alone: all, learn: true,
            .together, .obstacles([.noConnection]), .useOurDevice),
        Case(
            "no device, for a procedure that needs none", .canWait, [.noDevice], in: demarche(needs: []), alone: all,
            learn: true,
            .teach, .wantsToLearn),
        Case(
            "no mailbox", .canWait, [.noMailbox], in: demarche(needs: [.mailbox]), alone: all,
            .together, .obstacles([.noMailbox]), .createMailboxFirst(demarche: "boite-mail-creation")),
        Case(
            "no bank account", .thisWeek, [.noBankAccount], in: demarche(needs: [.bankAccount]),
            .together, .obstacles([.noBankAccount]), .askForBankAccount),
        Case("papers to scan", .canWait, [], in: demarche(needs: [.scan]), .together, .staysInCharge, .scanHere),
    ]

    static let hindered: [Case] = [
        Case("reads with difficulty, has time", .canWait, [.reading], .together, .obstacles([.reading]), .readAloud),
        Case(
            "reads with difficulty, this week, nothing alone", .thisWeek, [.reading], .standIn, .mandateNeeded,
            .signMandate),
        Case(
            "reads with difficulty, this week, types", .thisWeek, [.reading], alone: [.type],
            .together, .canDoAlone([.type]), .readAloud),
        Case(
            "neither reading nor French, has time", .canWait, [.reading, .french],
            .standIn, .obstacles([.reading, .french]), .findInterpreter),
        Case(
            "disabled, does not want to learn", .canWait, [.disability], learn: false, .standIn, .nothingAlone,
            .adaptToDisability),
        Case(
            "disabled, does everything alone", .canWait, [.disability], alone: all, learn: true,
            .together, .canDoEverythingAlone, .adaptToDisability),
        Case(
            "cannot take part, standing in is forbidden", .thisWeek, [.reading], in: forbidden, .refer, notAllowed,
            .goToAgency),
        Case(
            "cannot take part, forbidden, a paper form exists", .thisWeek, [.reading],
            in: demarche(.forbidden, form: true),
            .together, .otherChannel, .paperForm(["15481"])),
        Case(
            "little French, standing in is forbidden, can confirm", .today, [.french], in: forbidden, alone: [.confirm],
            .together, notAllowed, .findInterpreter),
        Case("no mandate needed: a call", .thisWeek, [.french], in: demarche(.free), .standIn, .noMandateNeeded),
    ]

    static let urgent: [Case] = [
        Case("today, able", .today, [], alone: all, learn: true, .together, .canDoEverythingAlone, .learnLater),
        Case("today, nothing known", .today, [], .together, .emergency(loss: nil), .finishToday),
        Case(
            "this week, the loss is immediate", .thisWeek, [], in: immediate, .together,
            .emergency(loss: "Le paiement s'arrête.")),
        Case(
            "today, cannot read", .today, [.reading], in: immediate,
            .standIn, .emergency(loss: "Le paiement s'arrête."), .signMandate),
        Case(
            "today, little French, signs in only", .today, [.french], alone: [.signIn],
            .standIn, .obstacles([.french]), .findInterpreter),
        Case(
            "today, little French, signs in and confirms", .today, [.french], alone: [.signIn, .confirm],
            .together, .canDoAlone([.signIn, .confirm])),
        Case(
            "today, cannot and does not want to", .today, [], learn: false, .standIn, .doesNotWantToLearn, .signMandate),
        Case("today, afraid", .today, [.fear], .together, .obstacles([.fear]), .reassure),
        Case(
            "today, cannot read, standing in is forbidden", .today, [.reading], in: forbidden,
            .refer, notAllowed, .announceReferral),
        Case(
            "today, cannot read, forbidden, a phone line exists", .today, [.reading],
            in: demarche(.forbidden, phone: true),
            .together, .otherChannel, .phone(["3230"])),
        Case(
            "today, a shelter for the night: the call is made", .today, [.french, .reading],
            in: demarche(.free, degree: .immediate, needs: []),
            .standIn, .noMandateNeeded),
    ]

    static let closed: [Case] = [
        Case("no phone for the code", .thisWeek, [.noMobile], alone: all, .refer, .codeCannotArrive, .goToAgency),
        Case(
            "no phone for the code, a paper form exists", .thisWeek, [.noMobile], in: demarche(form: true),
            .together, .otherChannel, .paperForm(["15481"])),
        Case(
            "no phone, today, professional access", .today, [.noMobile], access: true,
            .standIn, .structureHoldsAccess, .signMandate),
        Case(
            "no phone, today, professional access, forbidden", .today, [.noMobile], in: forbidden, access: true,
            .refer, .codeCannotArrive, .goToAgency),
        Case(
            "no phone, today, a phone line to call from here", .today, [.noMobile], in: demarche(phone: true),
            .together, .otherChannel, .phone(["3230"])),
        Case(
            "no phone, today: paper is too slow", .today, [.noMobile], in: demarche(form: true),
            .refer, .codeCannotArrive, .goToAgency),
        Case(
            "no phone, for a procedure without code", .canWait, [.noMobile], in: demarche(needs: [.device]), alone: all,
            .teach, .hasTime),
    ]

    static let guarded: [Case] = [
        Case(
            "guardianship, takes part", .thisWeek, [.guardianship], alone: [.readScreen],
            .together, .guardianship, .involveGuardian(atOnce: false)),
        Case(
            "guardianship, takes no part: the guardian", .thisWeek, [.guardianship],
            .refer, .guardianship, .involveGuardian(atOnce: false)),
        Case(
            "guardianship, today", .today, [.guardianship, .reading], .together, .guardianship,
            .involveGuardian(atOnce: true)),
        Case(
            "guardianship, wants to learn", .canWait, [.guardianship], alone: all, learn: true, .together, .guardianship
        ),
        Case(
            "guardianship, today, professional access: still no mandate", .today, [.guardianship, .noMobile],
            access: true,
            .together, .guardianship),
        Case(
            "guardianship, a shelter for the night", .today, [.guardianship, .reading], in: demarche(.free, needs: []),
            .standIn, .noMandateNeeded, .involveGuardian(atOnce: true)),
    ]

    static let cases = calm + hindered + urgent + closed + guarded

    @Test(arguments: cases) func `the way proposed is that of the table, with its reason and advice`(_ item: Case) {
        let proposal = Triage.propose(item.input)
        #expect(proposal.way == item.way, "\(proposal)")
        #expect(proposal.reasons.contains(item.reason), "\(proposal.reasons)")
        if let advice = item.advice { #expect(proposal.advice.contains(advice), "\(proposal.advice)") }
    }

    @Test func `the table holds at least thirty cases and all four ways`() {
        #expect(Self.cases.count >= 30)
        #expect(Set(Self.cases.map(\.way)) == Set(Way.allCases))
        #expect(Set(Self.cases.map(\.name)).count == Self.cases.count)
    }
}
