import Domain
import Testing

@testable import Web

@Suite struct `What is typed at the desk` {
    static let now = Moment(milliseconds: 1_795_255_200_000)

    static func form(_ fields: [String: [String]]) -> ReceptionForm {
        ReceptionForm(FormBody(values: fields), now: now)
    }

    static let demarche = Demarche(
        id: "essai", version: 1, level: .full, title: "Essai", purpose: "Essayer.", category: "c", organisme: "o",
        platform: "p", address: nil, checkedOn: now.day, urgency: Urgency(degree: .immediate))

    @Test func `one word is a first name, more are a first name and a name`() {
        #expect(TypedPerson("Fatou", isLabel: false)?.facts == ["prenom": "Fatou"])
        #expect(
            TypedPerson(" Fatou  Diallo Sow ", isLabel: false)?.facts == ["prenom": "Fatou", "nom_usage": "Diallo Sow"])
    }

    @Test(arguments: ["Mme", "madame", "MME"])
    func `a title announces a name`(title: String) {
        #expect(TypedPerson("\(title) Diallo", isLabel: false)?.facts == ["civilite": "madame", "nom_usage": "Diallo"])
    }

    @Test func `a label stays whole and a number alone is nobody`() {
        #expect(TypedPerson("dame au chien", isLabel: true)?.facts == ["repere": "dame au chien"])
        #expect(TypedPerson("06 12 34 56 78", isLabel: false) == nil)
        #expect(TypedPerson("  ", isLabel: true) == nil)
    }

    @Test func `the urgency of the procedure counts while the agent says none`() {
        #expect(Self.form([:]).triage(Self.demarche).urgency == .thisWeek)
        #expect(Self.form(["urgence": ["peut_attendre"]]).triage(Self.demarche).urgency == .canWait)
    }

    @Test func `another way than the one proposed asks why, the same does not`() {
        var form = Self.form(["qui": ["Fatou"]])
        let proposal = Triage.propose(form.triage(Self.demarche))
        form.proposed = proposal.way
        form.way = proposal.way
        #expect(form.problems(proposal).isEmpty)
        form.way = .refer
        #expect(form.problems(proposal).map(\.field) == ["pourquoi"])
        form.why = "Elle habite loin."
        #expect(form.problems(proposal).isEmpty)
        #expect(form.reception(Self.demarche, proposal).whyOtherwise == "Elle habite loin.")
        #expect(form.chosenWay(proposal) == .refer)
    }

    @Test func `a way that was only accepted follows the proposal when it changes`() {
        var form = Self.form(["qui": ["Fatou"], "pourquoi": ["vieux motif"]])
        form.proposed = .teach
        form.way = .teach
        let proposal = Triage.propose(form.triage(Self.demarche))
        #expect(proposal.way != .teach)
        #expect(form.chosenWay(proposal) == proposal.way)
        #expect(form.reception(Self.demarche, proposal).whyOtherwise.isEmpty)
    }

    @Test func `standing in is refused where the procedure forbids it`() {
        var demarche = Self.demarche
        demarche.standIn = StandIn(rule: .forbidden, reason: "Il faut venir.")
        var form = Self.form(["qui": ["Fatou"], "pourquoi": ["Elle le veut."]])
        let proposal = Triage.propose(form.triage(demarche))
        form.proposed = proposal.way
        form.way = .standIn
        #expect(form.problems(proposal).map(\.field) == ["facon"])
        #expect(form.chosenWay(proposal) == proposal.way)
    }

    @Test func `a person must be said, by a file or by a word`() {
        let proposal = Triage.propose(Self.form([:]).triage(Self.demarche))
        #expect(Self.form([:]).problems(proposal).map(\.field) == ["qui"])
        #expect(Self.form(["personne": ["abc"]]).problems(proposal).isEmpty)
        #expect(Self.form(["personne": ["nouvelle"]]).problems(proposal).map(\.field) == ["qui"])
    }

    @Test(arguments: ["-1", "1440", "dix"])
    func `minutes that are no minutes are refused`(text: String) {
        let form = Self.form(["qui": ["Fatou"], "minutes": [text]])
        #expect(form.problems(Triage.propose(form.triage(Self.demarche))).map(\.field) == ["minutes"])
    }

    @Test func `without a word on the minutes the time since the beginning counts, at most two hours`() {
        let begun = String(Self.now.adding(minutes: -17).milliseconds)
        #expect(Self.form(["debut": [begun]]).minutesSpent(now: Self.now) == 17)
        #expect(Self.form(["debut": [begun], "minutes": ["4"]]).minutesSpent(now: Self.now) == 4)
        #expect(
            Self.form(["debut": [String(Self.now.adding(minutes: -500).milliseconds)]]).minutesSpent(now: Self.now)
                == 120)
        #expect(Self.form(["debut": ["99999999999999999"]]).minutesSpent(now: Self.now) == 1)
    }

    @Test func `Enter after new words searches, Enter elsewhere stays where one is`() {
        let later = ["etape": ["proposition"], "demarche": ["essai"], "mots": ["caf"]]
        #expect(Self.form(later.merging(["mots_lus": ["caf"]]) { $1 }).isPastDesk)
        #expect(!Self.form(later.merging(["mots_lus": ["ca"]]) { $1 }).isPastDesk)
        #expect(Self.form(later.merging(["mots_lus": ["ca"]]) { $1 }).hasNewWords)
        #expect(!Self.form(later.merging(["mots_lus": ["ca"], "choix": ["autre"]]) { $1 }).hasNewWords)
    }
}
