import Foundation

/// The one way in which the house compares words: names of people, names of procedures, what is typed at the desk.
public enum Folding {
    /// Lower case, compatibility decomposition (NFKD), marks and invisible characters dropped, ligatures and
    /// barred letters opened (œ → oe, æ → ae, ł → l, ø → o, ß → ss), typographic apostrophes and dashes made plain,
    /// runs of spaces made one and trimmed. Folding twice changes nothing.
    public static func fold(_ text: String) -> String {
        if let ascii = foldASCII(text) { return ascii }
        var opened = String.UnicodeScalarView()
        for scalar in text.unicodeScalars { opened.append(contentsOf: plain(scalar)) }
        var folded = String.UnicodeScalarView()
        var pendingSpace = false
        for scalar in String(opened).decomposedStringWithCompatibilityMapping.unicodeScalars {
            // Most are plain letters and the marks taken from them: nothing to look up.
            if scalar.isASCII, !scalar.properties.isWhitespace {
                if scalar.value < 0x20 || scalar.value == 0x7F { continue }
                if pendingSpace { folded.append(" ") }
                pendingSpace = false
                folded.append(Unicode.Scalar(plainASCII(UInt8(scalar.value))))
                continue
            }
            if isDropped(scalar) { continue }
            for lower in scalar.properties.lowercaseMapping.decomposedStringWithCompatibilityMapping.unicodeScalars {
                if isDropped(lower) { continue }
                if lower.properties.isWhitespace {
                    pendingSpace = !folded.isEmpty
                    continue
                }
                if pendingSpace { folded.append(" ") }
                pendingSpace = false
                folded.append(contentsOf: plain(lower))
            }
        }
        return String(folded)
    }

    /// The common case, without any table; nil when a byte is not ASCII.
    private static func foldASCII(_ text: String) -> String? {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.utf8.count)
        var pendingSpace = false
        for byte in text.utf8 {
            switch byte {
            case 0x80...: return nil
            case 0x20, 0x09...0x0D: pendingSpace = !bytes.isEmpty
            case 0x00...0x1F, 0x7F: continue
            default:
                if pendingSpace { bytes.append(0x20) }
                pendingSpace = false
                bytes.append(plainASCII(byte))
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    private static func plainASCII(_ byte: UInt8) -> UInt8 {
        switch byte {
        case 0x41...0x5A: byte | 0x20
        case 0x60: 0x27
        default: byte
        }
    }

    private static func isDropped(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .spacingMark, .enclosingMark, .format: true
        case .control: !scalar.properties.isWhitespace
        default: false
        }
    }

    /// Letters and signs that decomposition leaves whole.
    private static func plain(_ scalar: Unicode.Scalar) -> String.UnicodeScalarView {
        switch scalar {
        case "œ", "Œ": "oe".unicodeScalars
        case "æ", "Æ": "ae".unicodeScalars
        case "ł", "Ł": "l".unicodeScalars
        case "ø", "Ø": "o".unicodeScalars
        case "đ", "Đ", "ð", "Ð": "d".unicodeScalars
        case "ħ", "Ħ": "h".unicodeScalars
        case "ı": "i".unicodeScalars
        case "þ", "Þ": "th".unicodeScalars
        case "ß", "ẞ": "ss".unicodeScalars
        case "’", "‘", "‛", "ʼ", "ʹ", "′", "´", "`": "'".unicodeScalars
        case "‐", "‑", "‒", "–", "—", "−": "-".unicodeScalars
        default: String(scalar).unicodeScalars
        }
    }
}
