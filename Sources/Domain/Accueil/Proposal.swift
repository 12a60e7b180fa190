/// What triage proposes. The agent may choose otherwise among `others`, and says why.
public struct Proposal: Hashable, Sendable {
    public var way: Way
    /// Why this way; never empty. The weightiest first.
    public var reasons: [Reason]
    /// What to do or to take care of, whatever the way chosen.
    public var advice: [Advice]
    /// The other ways that are allowed, the best first. Never holds `standIn` where it is forbidden.
    public var others: [Way]

    public init(way: Way, reasons: [Reason], advice: [Advice], others: [Way]) {
        self.way = way
        self.reasons = reasons
        self.advice = advice
        self.others = others
    }

    /// A fact that weighed in the choice.
    public enum Reason: Hashable, Sendable {
        /// It must be done today. The sentence of the catalogue says what is lost, when it is known.
        case emergency(loss: String?)
        /// It can wait, so there is time to learn.
        case hasTime
        case obstacles([Obstacle])
        case canDoEverythingAlone
        case canDoAlone([AloneSkill])
        case nothingAlone
        case wantsToLearn
        case doesNotWantToLearn
        /// The person keeps the hand on their own request.
        case staysInCharge
        /// The catalogue's own explanation; empty when it gives none.
        case standInForbidden(String)
        case mandateNeeded
        case noMandateNeeded
        /// An ordinary mandate signed by the person alone would be void or voidable.
        case guardianship
        /// The code by SMS cannot arrive: the online way is closed for now.
        case codeCannotArrive
        /// A professional access of the structure opens the service without the person's phone.
        case structureHoldsAccess
        /// Another way than the web exists and can be followed together.
        case otherChannel
    }

    /// Something to do or to take care of.
    public enum Advice: Hashable, Sendable {
        case signMandate
        /// The guardian acts, assists or consents; `atOnce`: call now, something is lost by waiting.
        case involveGuardian(atOnce: Bool)
        /// Create a mailbox first: the id of that procedure.
        case createMailboxFirst(demarche: String)
        /// The Banque de France names a bank (droit au compte).
        case askForBankAccount
        case goToAgency
        case phone([String])
        case paperForm([String])
        case useOurDevice
        case readAloud
        case findInterpreter
        case adaptToDisability
        case reassure
        /// Passwords and codes are typed by the person.
        case secretsByPersonOnly
        case scanHere
        /// The person will not come back: leave nothing half done, or go to them.
        case finishToday
        /// Speak of learning again once the emergency is over.
        case learnLater
        case proposeWorkshop
        /// Call before sending the person there, and give a paper.
        case announceReferral
    }
}

extension Demarche {
    /// The procedure that creates a mailbox, proposed first to whoever has none.
    public static let mailboxCreation = "boite-mail-creation"
}
