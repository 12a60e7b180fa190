import Domain
import Testing

@Suite struct `Who follows a person` {
    private let today = Day(number: 20_000)
    private let ines = ID<Aidant>("ines")
    private let karim = ID<Aidant>("karim")

    private func referent(_ aidant: ID<Aidant>, until days: Int? = nil) -> Referent {
        Referent(aidant: aidant, since: today.adding(days: -50), until: days.map { today.adding(days: $0) })
    }

    @Test func `the last referent cannot leave without a successor`() throws {
        #expect(throws: Referent.Refusal.lastReferent) {
            try Referent.checkChange([referent(ines), referent(karim, until: -1)], add: nil, end: ines, today: today)
        }
        try Referent.checkChange([referent(ines)], add: karim, end: ines, today: today)
        try Referent.checkChange([referent(ines), referent(karim)], add: nil, end: ines, today: today)
    }

    @Test func `nobody follows twice, nobody leaves whom they do not follow`() throws {
        #expect(throws: Referent.Refusal.alreadyReferent) {
            try Referent.checkChange([referent(ines)], add: ines, end: nil, today: today)
        }
        #expect(throws: Referent.Refusal.notReferent) {
            try Referent.checkChange([referent(ines), referent(karim, until: -1)], add: nil, end: karim, today: today)
        }
        try Referent.checkChange([referent(ines), referent(karim, until: -1)], add: karim, end: nil, today: today)
    }

    @Test func `who hands over reads for thirty more days`() {
        #expect(referent(ines).readsUntil(today: today) == nil)
        #expect(referent(ines, until: 0).readsUntil(today: today) == nil)
        #expect(referent(ines, until: -1).readsUntil(today: today) == today.adding(days: 29))
    }
}
