import Domain
import Testing

@testable import Web

@Suite struct TriageWordsTests {
    static let reasons: [Proposal.Reason] = [
        .emergency(loss: nil), .emergency(loss: "Le paiement s’arrête."), .hasTime, .obstacles([.reading, .fear]),
        .canDoEverythingAlone,
        .canDoAlone([.signIn, .type]), .nothingAlone, .wantsToLearn, .doesNotWantToLearn, .staysInCharge,
        .standInForbidden(""),
        .standInForbidden("Elle signe elle-même."), .mandateNeeded, .noMandateNeeded, .guardianship, .codeCannotArrive,
        .structureHoldsAccess, .otherChannel,
    ]

    static let advice: [Proposal.Advice] = [
        .signMandate, .involveGuardian(atOnce: true), .involveGuardian(atOnce: false),
        .createMailboxFirst(demarche: "boite-mail-creation"),
        .askForBankAccount, .goToAgency, .phone(["3230", "3949"]), .paperForm(["15481"]), .useOurDevice, .readAloud,
        .findInterpreter,
        .adaptToDisability, .reassure, .secretsByPersonOnly, .scanHere, .finishToday, .learnLater, .proposeWorkshop,
        .announceReferral,
    ]

    @Test func `every reason and every piece of advice has its own full sentence`() {
        let sentences = Self.reasons.map(\.sentence) + Self.advice.map(\.sentence)
        #expect(Set(sentences).count == sentences.count)
        for sentence in sentences {
            #expect(sentence.count > 15 && sentence.hasSuffix(".") && !sentence.contains("'"), "\(sentence)")
            #expect(sentence.first?.isUppercase == true)
        }
    }

    @Test func `lists are read aloud`() {
        #expect(
            Proposal.Reason.obstacles([.reading, .fear]).sentence
                == "Ce qui gêne : lire ou écrire est difficile et la peur de se tromper.")
        #expect(
            Proposal.Reason.canDoAlone([.signIn, .type]).sentence == "La personne sait déjà se connecter et taper.")
        #expect(Proposal.Advice.phone(["3230", "3949"]).sentence == "Par téléphone : 3230 ou 3949.")
    }

    @Test func `ways, urgencies, obstacles and skills have labels of their own`() {
        let labels =
            Way.allCases.map(\.label) + ReceptionUrgency.allCases.map(\.label) + Obstacle.allCases.map(\.label)
            + AloneSkill.allCases.map(\.label)
        #expect(Set(labels).count == labels.count)
        #expect(labels.allSatisfy { $0.count > 4 && !$0.contains("'") })
        #expect(Set(Way.allCases.map(\.explanation)).count == Way.allCases.count)
    }

    @Test func `every obstacle and skill can be said in a sentence`() {
        for obstacle in Obstacle.allCases { #expect(Proposal.Reason.obstacles([obstacle]).sentence.count > 20) }
        for skill in AloneSkill.allCases { #expect(Proposal.Reason.canDoAlone([skill]).sentence.count > 25) }
    }
}
