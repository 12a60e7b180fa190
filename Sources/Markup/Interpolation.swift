extension HTML {
    /// What the compiler fills when it meets `"…\(…)…"` where an `HTML` is expected.
    public struct Interpolation: StringInterpolationProtocol {
        var bytes: [UInt8] = []

        public init(literalCapacity: Int, interpolationCount: Int) {
            bytes.reserveCapacity(literalCapacity + 32 * interpolationCount)
        }

        public mutating func appendLiteral(_ literal: StaticString) {
            literal.withUTF8Buffer { bytes.append(contentsOf: $0) }
        }

        public mutating func appendInterpolation(_ text: String) {
            var text = text
            text.withUTF8 { bytes.appendEscaped($0) }
        }

        public mutating func appendInterpolation(_ text: Substring) {
            var text = text
            text.withUTF8 { bytes.appendEscaped($0) }
        }

        public mutating func appendInterpolation(_ number: Int) {
            bytes.append(contentsOf: String(number).utf8)
        }

        public mutating func appendInterpolation(_ piece: HTML) {
            bytes.append(contentsOf: piece.bytes)
        }

        public mutating func appendInterpolation(_ piece: HTML?) {
            if let piece { bytes.append(contentsOf: piece.bytes) }
        }

        public mutating func appendInterpolation(_ pieces: [HTML]) {
            for piece in pieces { bytes.append(contentsOf: piece.bytes) }
        }

        /// Markup that is there only when `condition` holds.
        public mutating func appendInterpolation(if condition: Bool, _ piece: @autoclosure () -> HTML) {
            if condition { bytes.append(contentsOf: piece().bytes) }
        }
    }
}

// Attributes, each with the space before it.
extension HTML.Interpolation {
    /// ` name="value"` with the value escaped; nothing when there is no value.
    public mutating func appendInterpolation(attribute name: StaticString, _ value: String?) {
        guard let value else { return }
        append(attribute: name, value)
    }

    /// ` href="…"`: an address inside Cordée.
    public mutating func appendInterpolation(href path: Path) { append(attribute: "href", path.text) }

    /// ` href="…"`: an address outside, checked.
    public mutating func appendInterpolation(href address: CheckedAddress) { append(attribute: "href", address.text) }

    /// ` href="#…"`: an element of the same page, by its id.
    public mutating func appendInterpolation(hrefToId id: String) { append(attribute: "href", "#" + id) }

    /// ` action="…"` of a form.
    public mutating func appendInterpolation(action path: Path) { append(attribute: "action", path.text) }

    /// ` src="…"` of a script or a picture.
    public mutating func appendInterpolation(src path: Path) { append(attribute: "src", path.text) }

    /// ` name="…"` for any other attribute that holds an address inside Cordée (`formaction`, `data-draft-url`…).
    public mutating func appendInterpolation(attribute name: StaticString, _ path: Path) {
        append(attribute: name, path.text)
    }

    /// An address inside Cordée, escaped, where text is expected.
    public mutating func appendInterpolation(_ path: Path) { appendInterpolation(path.text) }

    /// An outside address, escaped, where text is expected.
    public mutating func appendInterpolation(_ address: CheckedAddress) { appendInterpolation(address.text) }

    private mutating func append(attribute name: StaticString, _ value: String) {
        bytes.append(UInt8(ascii: " "))
        appendLiteral(name)
        appendLiteral("=\"")
        appendInterpolation(value)
        bytes.append(UInt8(ascii: "\""))
    }
}

extension [UInt8] {
    /// Appends text so that no byte of it can end the text or the quoted attribute that it stands in.
    ///
    /// It works on bytes and not on `Character`: `"` followed by U+0301 is one `Character`, yet a browser reads a quote.
    /// Control characters that HTML forbids become U+FFFD; a carriage return is kept as `&#13;` (a parser would change it).
    mutating func appendEscaped(_ text: UnsafeBufferPointer<UInt8>) {
        var start = 0
        for index in text.indices {
            let byte = text[index]
            if byte > UInt8(ascii: ">") && byte != 0x7F { continue }
            let replacement: StaticString
            switch byte {
            case UInt8(ascii: "&"): replacement = "&amp;"
            case UInt8(ascii: "<"): replacement = "&lt;"
            case UInt8(ascii: ">"): replacement = "&gt;"
            case UInt8(ascii: "\""): replacement = "&quot;"
            case UInt8(ascii: "'"): replacement = "&#39;"
            case 0x0D: replacement = "&#13;"
            case 0x00...0x08, 0x0B, 0x0C, 0x0E...0x1F, 0x7F: replacement = "\u{FFFD}"
            default: continue
            }
            append(contentsOf: UnsafeBufferPointer(rebasing: text[start..<index]))
            replacement.withUTF8Buffer { append(contentsOf: $0) }
            start = index + 1
        }
        append(contentsOf: UnsafeBufferPointer(rebasing: text[start...]))
    }
}
