import Testing

@testable import Domain

@Suite struct VerdictTests {
    static let lookup = AnswerLookup(
        answers: ["oui": "oui", "vieux": "oui"], facts: ["enfants": "2"],
        bindings: ["lie": "enfants", "cache": "iban"], today: Day(number: 20_778), hidden: ["iban"])
    /// "vieux" was answered, then stopped being asked; "suite" waits for "absent".
    static let asked: [String: Condition] = [
        "sans_objet": Condition.test(.answer("oui"), .equals("non")),
        "vieux": Condition.test(.answer("oui"), .equals("non")),
        "suite": Condition.test(.answer("absent"), .equals("oui")),
        "lie": Condition.test(.answer("oui"), .equals("non")),
    ]

    static let yes = Condition.test(.answer("oui"), .equals("oui"))
    static let no = Condition.test(.answer("oui"), .equals("non"))
    static let open = Condition.test(.answer("absent"), .equals("oui"))

    struct Case: Sendable, CustomTestStringConvertible {
        let name: String
        let condition: Condition
        let verdict: Verdict
        var testDescription: String { name }
        init(_ name: String, _ condition: Condition, _ verdict: Verdict) {
            self.name = name
            self.condition = condition
            self.verdict = verdict
        }
    }

    static let cases: [Case] = [
        Case("a true test", yes, .holds),
        Case("a false test", no, .fails),
        Case("no answer yet", open, .undecided),
        Case("the opposite of no answer yet", .not(open), .undecided),
        Case("nothing to hold", .all([]), .holds),
        Case("no way to hold", .any([]), .fails),
        Case("all, one open", .all([yes, open]), .undecided),
        Case("all, one false and one open", .all([open, no]), .fails),
        Case("any, one open", .any([no, open]), .undecided),
        Case("any, one true and one open", .any([open, yes]), .holds),
        Case("filled is decided by emptiness", .test(.answer("absent"), .filled(true)), .fails),
        Case("not filled is decided by emptiness", .test(.answer("absent"), .filled(false)), .holds),
        Case("what is hidden may be filled", .test(.answer("cache"), .filled(false)), .undecided),
        Case("what is hidden is undecided", .test(.fact("iban"), .startsWith(["FR"])), .undecided),
        Case("a question that does not apply", .test(.answer("sans_objet"), .equals("oui")), .fails),
        Case("an answer left from before", .test(.answer("vieux"), .equals("oui")), .fails),
        Case("a question that may apply", .test(.answer("suite"), .equals("oui")), .undecided),
        Case("a fact is known whatever is asked", .test(.answer("lie"), .atLeast(2)), .holds),
        Case("compared with no answer yet", .test(.answer("oui"), .sameAs(.answer("absent"))), .undecided),
    ]

    @Test(arguments: cases) func `a condition is read in three values`(_ item: Case) {
        #expect(item.condition.verdict(Self.lookup, asked: Self.asked) == item.verdict)
    }

    @Test func `what would settle a condition is named once, and the question before it where it may not apply`() {
        let condition = Condition.all([
            Self.open, Self.yes, .not(.test(.answer("absent"), .equals("non"))),
            .test(.answer("suite"), .equals("oui")), .test(.fact("rfr"), .moreThan(0)),
        ])
        #expect(condition.open(Self.lookup, asked: Self.asked) == [.answer("absent"), .fact("rfr")])
        #expect(Condition.all([Self.open, Self.no]).open(Self.lookup) == [])
    }

    @Test func `conditions that fold on themselves end`() {
        let asked = ["a": Condition.test(.answer("b"), .equals("oui")), "b": .test(.answer("a"), .equals("oui"))]
        #expect(Condition.test(.answer("a"), .equals("oui")).verdict(Self.lookup, asked: asked) == .undecided)
        #expect(!Condition.test(.answer("a"), .equals("oui")).open(Self.lookup, asked: asked).isEmpty)
    }
}
