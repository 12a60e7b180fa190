/// What to take care of, from the obstacles and the way.
enum TriageAdvice {
    static func advice(_ way: Way, _ desk: Desk) -> [Proposal.Advice] {
        protection(desk) + mandate(way, desk) + doors(way, desk) + person(desk) + later(way, desk)
    }

    private static func protection(_ desk: Desk) -> [Proposal.Advice] {
        desk.isProtected ? [.involveGuardian(atOnce: desk.isEmergency)] : []
    }

    private static func mandate(_ way: Way, _ desk: Desk) -> [Proposal.Advice] {
        way == .standIn && desk.rule == .mandate ? [.signMandate] : []
    }

    /// Means that are missing, and where else to go.
    private static func doors(_ way: Way, _ desk: Desk) -> [Proposal.Advice] {
        let demarche = desk.input.demarche
        var advice: [Proposal.Advice] = []
        if desk.relevant.contains(.noMailbox), demarche.id != Demarche.mailboxCreation {
            advice.append(.createMailboxFirst(demarche: Demarche.mailboxCreation))
        }
        if desk.relevant.contains(.noBankAccount) { advice.append(.askForBankAccount) }
        if desk.codeCannotArrive || (!desk.mayStandIn && !desk.heavy.isEmpty) {
            let (forms, phones) = (
                demarche.alternatives.forms.map(\.number), demarche.alternatives.phones.map(\.number)
            )
            if !forms.isEmpty { advice.append(.paperForm(forms)) }
            if !phones.isEmpty { advice.append(.phone(phones)) }
        }
        if desk.codeCannotArrive || (way == .refer && !desk.isProtected) { advice.append(.goToAgency) }
        let lacksMachine = desk.relevant.contains(.noDevice) || desk.relevant.contains(.noConnection)
        if lacksMachine, way != .refer { advice.append(.useOurDevice) }
        if demarche.needs.contains(.scan), !desk.input.alone.contains(.photograph), way != .refer {
            advice.append(.scanHere)
        }
        return advice
    }

    private static func person(_ desk: Desk) -> [Proposal.Advice] {
        desk.relevant.compactMap { obstacle in
            switch obstacle {
            case .reading: .readAloud
            case .french: .findInterpreter
            case .disability: .adaptToDisability
            case .fear: .reassure
            default: nil
            }
        }
    }

    private static func later(_ way: Way, _ desk: Desk) -> [Proposal.Advice] {
        var advice: [Proposal.Advice] = []
        switch way {
        case .standIn, .together: advice.append(.secretsByPersonOnly)
        case .teach: advice.append(.proposeWorkshop)
        case .refer: advice.append(.announceReferral)
        }
        let comesBack = desk.input.alone.contains(.comeBack)
        if desk.isEmergency, !comesBack, way != .refer { advice.append(.finishToday) }
        if desk.input.wantsToLearn == true, way != .teach { advice.append(.learnLater) }
        return advice
    }
}
