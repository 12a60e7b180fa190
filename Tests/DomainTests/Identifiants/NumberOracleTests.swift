import Testing

@testable import Domain

@Suite struct NumberOracleTests {
    static let today = Day(number: 20_778)

    struct Vector: Sendable {
        var type: ValueType
        var number: String
        var verdict: String
    }

    static func vectors() throws -> [Vector] {
        try Oracle.rows("numbers.tsv").map { row in
            Vector(type: try #require(ValueType(rawValue: row[0])), number: row[1], verdict: row[2])
        }
    }

    @Test func `keys and lengths are judged as python-stdnum judges them`() throws {
        let vectors = try Self.vectors()
        #expect(vectors.count > 2500)
        for vector in vectors {
            // A NIR without its key is taken; python-stdnum takes 15 characters only.
            if vector.type == .nir, vector.number.count == 13 { continue }
            let result = ValueFormat.check(vector.number, as: vector.type, today: Self.today)
            let isValid = (try? result.get()) != nil
            #expect(isValid == (vector.verdict == "valid"), "\(vector) \(result)")
        }
    }

    @Test func `a right number is stored as it is, shown in groups, read again the same`() throws {
        for vector in try Self.vectors() where vector.verdict == "valid" {
            let shown = ValueFormat.display(vector.number, as: vector.type)
            #expect(shown.contains(" "))
            #expect(ValueFormat.check(shown, as: vector.type, today: Self.today) == .success(vector.number))
            #expect(
                ValueFormat.check(shown.lowercased(), as: vector.type, today: Self.today) == .success(vector.number))
            #expect(ValueFormat.copyForm(vector.number, as: vector.type) == vector.number)
        }
    }

    @Test func `one changed digit is always caught`() throws {
        for vector in try Self.vectors().filter({ $0.verdict == "valid" }).prefix(400) {
            // The sum rule of La Poste and the key of the tax number let some changes through.
            if vector.type == .taxNumber || vector.number.hasPrefix("356000000") { continue }
            var characters = Array(vector.number)
            for index in characters.indices where characters[index].isNumber {
                let right = characters[index]
                for digit in "0123456789" where digit != right {
                    characters[index] = digit
                    let wrong = String(characters)
                    let isTaken = (try? ValueFormat.check(wrong, as: vector.type, today: Self.today).get()) != nil
                    #expect(!isTaken, "\(vector.type) \(wrong) for \(vector.number)")
                }
                characters[index] = right
            }
        }
    }

    @Test func `the key that is computed is the key that was given`() throws {
        for vector in try Self.vectors() where vector.type == .nir && vector.verdict == "valid" {
            let number = try #require(NIR(String(vector.number.prefix(13))))
            #expect(number.withKey == vector.number)
            #expect(try #require(NIR(vector.number)).withKey == vector.number)
        }
    }
}
