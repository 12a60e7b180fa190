import Foundation

/// Text brought to what matters when it is read: width, spaces, accents and capitals aside.
enum LooseText {
    /// Composed, with full-width characters made ordinary, every kind of space made one ordinary space, and
    /// invisible characters (zero width, direction marks) removed; trimmed.
    static func plain(_ raw: String) -> String {
        var result = ""
        for scalar in raw.precomposedStringWithCanonicalMapping.unicodeScalars {
            switch scalar.value {
            case 0xFF01...0xFF5E: result.unicodeScalars.append(ascii(scalar.value - 0xFEE0))
            case 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x2064, 0xFEFF, 0xAD: continue
            case 0x2010...0x2015, 0x2212: result.append("-")
            case 0x2018, 0x2019, 0x02BC: result.append("'")
            default: result.unicodeScalars.append(scalar.properties.isWhitespace ? " " : scalar)
            }
        }
        return result.split(separator: " ").joined(separator: " ")
    }

    /// Lower case without accents: "Décembre" → "decembre", "Œuvre" → "oeuvre".
    static func folded(_ raw: String) -> String {
        let lowered = plain(raw).lowercased().replacing("œ", with: "oe").replacing("æ", with: "ae")
        let bare = lowered.decomposedStringWithCanonicalMapping.unicodeScalars.filter { $0.properties.generalCategory != .nonspacingMark }
        return String(String.UnicodeScalarView(bare))
    }

    /// Folded, and without spaces, hyphens or apostrophes: two spellings of one name have the same key.
    static func key(_ raw: String) -> String { folded(raw).filter { $0 != " " && $0 != "-" && $0 != "'" } }

    /// Plain text without the separators that people put between groups of digits.
    static func compact(_ raw: String, dropping separators: String = " .-/_") -> String {
        plain(raw).filter { !separators.contains($0) }
    }

    private static func ascii(_ value: UInt32) -> Unicode.Scalar { Unicode.Scalar(value) ?? "?" }
}

extension StringProtocol {
    /// Only the ten ASCII digits, at least one.
    var isDigits: Bool { !isEmpty && utf8.allSatisfy { (48...57).contains($0) } }
}
