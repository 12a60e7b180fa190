import Foundation

/// Typed text brought to what matters when a number or a date is read in it.
enum LooseText {
    /// Composed, with full-width characters made ordinary, every kind of space made one ordinary space, typographic
    /// dashes and apostrophes made plain, and invisible characters (zero width, direction marks) removed; trimmed.
    static func plain(_ raw: String) -> String {
        var result = String.UnicodeScalarView()
        for scalar in raw.precomposedStringWithCanonicalMapping.unicodeScalars {
            switch scalar.value {
            case 0xFF01...0xFF5E: result.append(Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar)
            case 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x2069, 0xFEFF, 0xAD: continue
            case 0x2010...0x2015, 0x2212: result.append("-")
            case 0x2018, 0x2019, 0x02BC: result.append("'")
            default: result.append(scalar.properties.isWhitespace ? " " : scalar)
            }
        }
        return String(result).split(separator: " ").joined(separator: " ")
    }

    /// Plain text without the separators that people put between groups of digits.
    static func compact(_ raw: String, dropping separators: String = " .-/_") -> String {
        plain(raw).filter { !separators.contains($0) }
    }

    /// Folded, and without spaces, hyphens or apostrophes: two spellings of one name have the same key.
    static func key(_ raw: String) -> String { Folding.fold(raw).filter { !" -'".contains($0) } }
}

extension StringProtocol {
    /// Only the ten ASCII digits, at least one.
    var isDigits: Bool { !isEmpty && utf8.allSatisfy { (48...57).contains($0) } }
}
