import Foundation

/// Free text: composed, trimmed, of bounded length.
enum TextFormat {
    static let shortLimit = 200
    static let addressLimit = 300
    static let longLimit = 5000

    static func short(_ raw: String) throws(FormatProblem) -> String { try bounded(line(raw), shortLimit) }

    /// The lines of an address become one, separated by commas.
    static func address(_ raw: String) throws(FormatProblem) -> String {
        let lines = raw.split(whereSeparator: \.isNewline).map(line).filter { !$0.isEmpty }
        return try bounded(lines.joined(separator: ", "), addressLimit)
    }

    /// Line breaks are kept, at most one empty line in a row.
    static func long(_ raw: String) throws(FormatProblem) -> String {
        var lines = raw.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).map(line)
        while lines.last?.isEmpty == true { lines.removeLast() }
        var kept: [String] = []
        for line in lines where !line.isEmpty || kept.last?.isEmpty == false { kept.append(line) }
        return try bounded(kept.joined(separator: "\n"), longLimit)
    }

    /// One line: spaces made one, control and invisible characters dropped; apostrophes and dashes as typed.
    private static func line(_ raw: some StringProtocol) -> String {
        var result = String.UnicodeScalarView()
        for scalar in String(raw).precomposedStringWithCanonicalMapping.unicodeScalars {
            if scalar.properties.isWhitespace {
                result.append(" ")
            } else if !isInvisible(scalar) {
                result.append(scalar)
            }
        }
        return String(result).split(separator: " ").joined(separator: " ")
    }

    /// Controls and direction marks; the joiners that some scripts and emoji need stay.
    private static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .control, .surrogate: true
        case .format: scalar.value != 0x200C && scalar.value != 0x200D
        default: false
        }
    }

    private static func bounded(_ text: String, _ limit: Int) throws(FormatProblem) -> String {
        if text.isEmpty { throw .empty }
        if text.count > limit { throw .tooLong(limit: limit) }
        return text
    }
}
