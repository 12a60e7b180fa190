import Testing

@testable import Domain

@Suite struct TriagePropertyTests {
    static let inputs: [TriageInput] = {
        var dice = Dice(2026)
        return (0..<1000).map { _ in
            TriageInput(
                demarche: TriageTests.demarche(
                    [.mandate, .free, .forbidden].randomElement(using: &dice) ?? .mandate,
                    degree: Urgency.Degree.allCases.randomElement(using: &dice) ?? .normal,
                    needs: Need.allCases.filter { _ in Bool.random(using: &dice) },
                    form: Bool.random(using: &dice), phone: Bool.random(using: &dice)),
                urgency: ReceptionUrgency.allCases.randomElement(using: &dice) ?? .canWait,
                obstacles: Set(Obstacle.allCases.filter { _ in Int.random(in: 0..<4, using: &dice) == 0 }),
                alone: Set(AloneSkill.allCases.filter { _ in Bool.random(using: &dice) }),
                wantsToLearn: [true, false, nil].randomElement(using: &dice) ?? nil,
                structureHoldsAccess: Bool.random(using: &dice))
        }
    }()

    @Test func `every way is proposed to somebody`() {
        #expect(Set(Self.inputs.map { Triage.propose($0).way }) == Set(Way.allCases))
    }

    @Test func `nobody stands in where it is forbidden, and it is not even offered`() {
        for input in Self.inputs where input.demarche.standIn.rule == .forbidden {
            let proposal = Triage.propose(input)
            #expect(proposal.way != .standIn && !proposal.others.contains(.standIn))
        }
    }

    @Test func `nobody under a protection measure gives a mandate`() {
        for input in Self.inputs where input.obstacles.contains(.guardianship) {
            let proposal = Triage.propose(input)
            #expect(!proposal.advice.contains(.signMandate) && !proposal.reasons.contains(.mandateNeeded))
            #expect(
                proposal.advice.contains(.involveGuardian(atOnce: true))
                    || proposal.advice.contains(.involveGuardian(atOnce: false)))
            if input.demarche.standIn.rule != .free {
                #expect(proposal.way != .standIn && !proposal.others.contains(.standIn))
            }
        }
    }

    @Test func `standing in on a mandate always says to have it signed`() {
        for input in Self.inputs where Triage.propose(input).way == .standIn {
            let proposal = Triage.propose(input)
            #expect(proposal.advice.contains(.signMandate) == (input.demarche.standIn.rule == .mandate))
            #expect(proposal.advice.contains(.secretsByPersonOnly))
        }
    }

    @Test func `a proposal has reasons, none twice, and the other ways without the one proposed`() {
        for input in Self.inputs {
            let proposal = Triage.propose(input)
            #expect(!proposal.reasons.isEmpty)
            #expect(Set(proposal.reasons).count == proposal.reasons.count, "\(proposal.reasons)")
            #expect(Set(proposal.advice).count == proposal.advice.count, "\(proposal.advice)")
            #expect(Set(proposal.others).count == proposal.others.count && !proposal.others.contains(proposal.way))
            #expect(proposal.others.count >= 2)
        }
    }

    @Test func `one more obstacle never moves towards learning`() {
        for input in Self.inputs {
            let before = Triage.propose(input).way
            for obstacle in Obstacle.allCases {
                var harder = input
                harder.obstacles.insert(obstacle)
                #expect(before == .teach || Triage.propose(harder).way != .teach, "\(obstacle)")
            }
        }
    }

    @Test func `one more skill never moves towards standing in`() {
        for input in Self.inputs {
            let before = Triage.propose(input).way
            for skill in AloneSkill.allCases {
                var abler = input
                abler.alone.insert(skill)
                #expect(before == .standIn || Triage.propose(abler).way != .standIn, "\(skill)")
            }
        }
    }

    @Test func `nobody is taught in a hurry, or against their will`() {
        for input in Self.inputs where Triage.propose(input).way == .teach {
            #expect(
                input.urgency == .canWait && input.demarche.urgency.degree != .immediate && input.wantsToLearn != false)
        }
    }

    @Test func `more urgency never moves towards learning`() {
        for input in Self.inputs where Triage.propose(input).way != .teach {
            var sooner = input
            sooner.urgency = .today
            #expect(Triage.propose(sooner).way != .teach)
        }
    }

    @Test func `an obstacle that the procedure does not meet changes nothing`() {
        for var input in Self.inputs where !input.demarche.needs.contains(.mobile) {
            input.obstacles.remove(.noMobile)
            let without = Triage.propose(input)
            input.obstacles.insert(.noMobile)
            #expect(Triage.propose(input) == without)
        }
    }

    @Test func `the mailbox is not advised to whoever is creating one`() {
        let creation = TriageInput(
            demarche: TriageTests.demarche(needs: [.mailbox], id: "boite-mail-creation"), urgency: .canWait,
            obstacles: [.noMailbox])
        #expect(!Triage.propose(creation).advice.contains(.createMailboxFirst(demarche: "boite-mail-creation")))
    }

    @Test func `urgencies are in order`() {
        #expect(ReceptionUrgency.canWait < .thisWeek && ReceptionUrgency.thisWeek < .today)
    }
}
