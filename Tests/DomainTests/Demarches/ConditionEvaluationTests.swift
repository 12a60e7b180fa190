import Testing

@testable import Domain

@Suite struct ConditionEvaluationTests {
    static let today = Day(number: 20_778)  // 2026-11-21

    static let lookup = AnswerLookup(
        answers: [
            "correction": "oui", "salaire": "1234.50", "loyer": "1300.00", "revenus": "rsa,apl", "blanc": "  ",
            "depart": "2026-10-01", "mois_paie": "2026-08", "bancaire": "dupont  Élise", "numero": "7 85 05 99 999 999",
            "nom_lie": "valeur de la réponse", "futur": "2027-01-01", "texte": "abc", "salaire_rond": "1234.5",
            "mail": "jean-paul@exemple.fr", "mail_secours": "jeanpaul@exemple.fr",
            "mail_majuscules": "Jean-Paul@exemple.fr",
        ],
        facts: [
            "date_naissance": "2008-11-22", "nom": "Dupont-Elise", "enfants": "3", "rfr": "1300",
            "nom_fait": "valeur du fait",
        ],
        bindings: ["nom_lie": "nom_fait", "lie_vide": "absent"], today: today)

    struct Case: CustomTestStringConvertible, Sendable {
        var condition: Condition
        var expected: Bool
        var testDescription: String { "\(condition) → \(expected)" }
        init(_ id: String, _ test: Condition.Test, _ expected: Bool) {
            condition = .test(.answer(id), test)
            self.expected = expected
        }
        init(fact id: String, _ test: Condition.Test, _ expected: Bool) {
            condition = .test(.fact(id), test)
            self.expected = expected
        }
        init(_ condition: Condition, _ expected: Bool) {
            self.condition = condition
            self.expected = expected
        }
    }

    static let cases: [Case] = [
        Case("correction", .equals("oui"), true),
        Case("correction", .equals("non"), false),
        Case("revenus", .equals("apl"), true),
        Case("revenus", .equals("ap"), false),
        Case("revenus", .oneOf(["salaire", "rsa"]), true),
        Case("revenus", .oneOf(["salaire", "aah"]), false),
        Case("correction", .filled(true), true),
        Case("correction", .filled(false), false),
        Case("blanc", .filled(true), false),
        Case("blanc", .filled(false), true),
        Case("salaire", .moreThan(1234.49), true),
        Case("salaire", .moreThan(1234.5), false),
        Case("salaire", .atLeast(1234.5), true),
        Case("salaire", .lessThan(1234.5), false),
        Case("salaire", .atMost(1234.5), true),
        Case("texte", .moreThan(0), false),
        Case("texte", .lessThan(9), false),
        Case(fact: "enfants", .atLeast(3), true),
        Case("depart", .before(.today(months: -1, days: 0)), true),
        Case("depart", .after(.today(months: -2, days: 0)), true),
        Case("depart", .before(.fixed(Day("2026-10-01")!)), false),
        Case("depart", .after(.fixed(Day("2026-10-01")!)), false),
        Case("depart", .betweenDays(from: .init(month: 9, day: 1), through: .init(month: 10, day: 1)), true),
        Case("depart", .betweenDays(from: .init(month: 10, day: 1), through: .init(month: 12, day: 31)), true),
        Case("depart", .betweenDays(from: .init(month: 10, day: 2), through: .init(month: 12, day: 31)), false),
        Case("depart", .betweenDays(from: .init(month: 11, day: 1), through: .init(month: 3, day: 31)), false),
        Case("futur", .betweenDays(from: .init(month: 11, day: 1), through: .init(month: 3, day: 31)), true),
        Case("texte", .betweenDays(from: .init(month: 1, day: 1), through: .init(month: 12, day: 31)), false),
        Case("mois_paie", .before(.today(months: -3, days: 0)), true),
        Case("mois_paie", .after(.today(months: -3, days: 0)), false),
        Case("futur", .after(.today(months: 0, days: 14)), true),
        Case("texte", .before(.today(months: 0, days: 0)), false),
        Case("bancaire", .sameAs(.fact("nom")), true),
        Case("bancaire", .differentFrom(.fact("nom")), false),
        Case("texte", .differentFrom(.fact("nom")), true),
        Case("mail", .sameAs(.answer("mail_secours")), false),
        Case("mail", .differentFrom(.answer("mail_secours")), true),
        Case("mail", .sameAs(.answer("mail_majuscules")), true),
        Case("salaire", .sameAs(.answer("salaire_rond")), true),
        Case("loyer", .sameAs(.fact("rfr")), true),
        Case("loyer", .differentFrom(.fact("rfr")), false),
        Case("loyer", .moreThanAnswer(.answer("salaire")), true),
        Case("salaire", .moreThanAnswer(.answer("loyer")), false),
        Case("texte", .moreThanAnswer(.answer("loyer")), false),
        Case(fact: "date_naissance", .ageUnder(18), true),
        Case(fact: "date_naissance", .ageAtLeast(17), true),
        Case(fact: "date_naissance", .ageAtLeast(18), false),
        Case("futur", .ageUnder(18), false),
        Case("numero", .startsWith(["7", "8"]), true),
        Case("numero", .startsWith(["785"]), true),
        Case("numero", .startsWith(["1", "2"]), false),
        Case("nom_lie", .equals("valeur du fait"), true),
        Case("nom_lie", .equals("valeur de la réponse"), false),
        Case("lie_vide", .filled(false), true),
        Case(.all([]), true),
        Case(.any([]), false),
        Case(.all([.test(.answer("correction"), .equals("oui")), .test(.answer("absent"), .filled(true))]), false),
        Case(.any([.test(.answer("correction"), .equals("oui")), .test(.answer("absent"), .filled(true))]), true),
        Case(.not(.test(.answer("absent"), .equals("oui"))), true),
        Case(.not(.not(.test(.answer("correction"), .equals("oui")))), true),
    ]

    @Test(arguments: cases) func `a condition is read as its table says`(_ item: Case) {
        #expect(item.condition.holds(Self.lookup) == item.expected)
    }

    static let everyTest: [Condition.Test] = [
        .equals(""), .oneOf([""]), .filled(true), .moreThan(-1), .atLeast(-1), .lessThan(1), .atMost(1),
        .betweenDays(from: .init(month: 1, day: 1), through: .init(month: 12, day: 31)),
        .before(.today(months: 12, days: 0)), .after(.today(months: -12, days: 0)), .sameAs(.answer("absent")),
        .sameAs(.answer("correction")), .differentFrom(.answer("correction")), .moreThanAnswer(.answer("salaire")),
        .ageAtLeast(0), .ageUnder(200), .startsWith([""]),
    ]

    @Test(arguments: everyTest) func `an unanswered operand makes every test false`(_ test: Condition.Test) {
        for id in ["absent", "blanc", "lie_vide"] {
            #expect(!Condition.test(.answer(id), test).holds(Self.lookup))
        }
    }

    @Test func `a comparison with an unanswered answer is false both ways`() {
        for test in [
            Condition.Test.sameAs(.answer("absent")), .differentFrom(.answer("absent")),
            .moreThanAnswer(.answer("absent")),
        ] {
            #expect(!Condition.test(.answer("salaire"), test).holds(Self.lookup))
        }
    }

    @Test func `the operands of a condition are those looked at and those compared with`() {
        let condition = Condition.all([
            .not(.test(.answer("a"), .sameAs(.fact("b")))),
            .any([.test(.fact("c"), .filled(true)), .test(.answer("a"), .moreThanAnswer(.answer("d")))]),
        ])
        #expect(condition.operands == [.answer("a"), .fact("b"), .fact("c"), .answer("d")])
    }
}
