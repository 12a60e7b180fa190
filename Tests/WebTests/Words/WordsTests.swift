import Domain
import Testing

@testable import Web

@Suite struct `Words for dates, amounts and lists` {
    let today = PartsSamples.today

    @Test func `a date is written in full words, with its year when it is another`() throws {
        #expect(try #require(Day(2026, 11, 26)).words(today: today) == "jeudi 26 novembre")
        #expect(try #require(Day(2026, 12, 1)).words(today: today) == "mardi 1er décembre")
        #expect(try #require(Day(2027, 1, 4)).words(today: today) == "lundi 4 janvier 2027")
        #expect(try #require(Day(1980, 2, 29)).wordsWithYear == "29 février 1980")
        #expect(today.fullWords == "samedi 21 novembre 2026")
    }

    @Test(arguments: [
        (0, "aujourd’hui"), (1, "demain"), (2, "après-demain"), (9, "dans 9\u{A0}jours"), (45, "dans 45\u{A0}jours"),
        (-1, "hier"), (-2, "avant-hier"), (-3, "il y a 3\u{A0}jours"), (61, "dans 2 mois"), (60, "dans 1 mois"),
        (-61, "il y a 2 mois"),
        (365, "dans 12 mois"), (731, "dans 2\u{A0}ans"), (-800, "il y a 2\u{A0}ans"),
    ])
    func `a distance is said as people say it`(days: Int, expected: String) {
        #expect(today.adding(days: days).distance(today: today) == expected)
    }

    @Test(arguments: ["26/11/2026", "26-11-2026", "26.11.2026", "26 11 2026", "26112026", " 26/11/2026 "])
    func `a date is read as it is typed`(text: String) {
        #expect(Day(typed: text)?.typed == "26/11/2026")
    }

    @Test(arguments: ["", "31/02/2026", "26/11/26", "26/11", "2026-11-26", "aa/11/2026", "+1/11/2026", "26/11/2026/1"])
    func `what is not a date is not guessed`(text: String) {
        #expect(Day(typed: text) == nil)
    }

    @Test func `a date typed without zeros is completed`() {
        #expect(Day(typed: "1/2/2026")?.typed == "01/02/2026")
    }

    @Test func `amounts are written with their cents`() {
        #expect(Words.euros(cents: 121_250) == "1\u{A0}212,50\u{A0}€")
        #expect(Words.euros(cents: 5) == "0,05\u{A0}€")
        #expect(Words.euros(cents: -100) == "−1,00\u{A0}€")
        #expect(Words.euros(cents: 100_000_000) == "1\u{A0}000\u{A0}000,00\u{A0}€")
    }

    @Test func `the plural starts at two`() {
        #expect(
            [0, 1, 2, -1, -2].map { Words.plural($0, "jour", "jours") } == ["jour", "jour", "jours", "jour", "jours"])
        #expect(Words.count(1250, "pièce", "pièces") == "1\u{A0}250\u{A0}pièces")
    }

    @Test func `a list ends with "et"`() {
        #expect(Words.list([]) == "")
        #expect(Words.list(["a"]) == "a")
        #expect(Words.list(["a", "b"]) == "a et b")
        #expect(Words.list(["a", "b", "c"], last: "ou") == "a, b ou c")
    }

    @Test func `hours and durations`() {
        #expect(Words.hour(10, 42) == "10\u{A0}h\u{A0}42" && Words.hour(9, 0) == "9\u{A0}h")
        #expect(Words.duration(minutes: 12) == "12\u{A0}minutes" && Words.duration(minutes: 65) == "1\u{A0}h\u{A0}05")
    }
}
