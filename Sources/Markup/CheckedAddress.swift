/// An address outside Cordée that a link may carry: `https:`, `tel:` or `mailto:`, and nothing that could run.
///
/// Refused: any other scheme, `http:` included; spaces, control characters, quotes, angle brackets and anything outside
/// ASCII (an address copied from a browser is already encoded); a user name before the host (`https://caf.fr@evil.org`).
public struct CheckedAddress: Hashable, Sendable, CustomStringConvertible {
    public let text: String

    public var description: String { text }

    public init?(_ text: String) {
        guard text.utf8.allSatisfy(CheckedAddress.mayStandInAddress), let colon = text.firstIndex(of: ":") else {
            return nil
        }
        let rest = text[text.index(after: colon)...]
        let sound =
            switch text[..<colon].lowercased() {
            case "https": CheckedAddress.isSoundWeb(rest)
            case "tel": CheckedAddress.isSoundPhone(rest)
            case "mailto": CheckedAddress.isSoundMailbox(rest)
            default: false
            }
        guard sound else { return nil }
        self.text = text
    }

    /// A number to call as it is written on paper (`01 23 45 67 89`, `3939`, `+33 1 23 45 67 89`).
    public init?(phone: String) {
        self.init("tel:" + phone.filter { !" .\u{A0}\u{202F}".contains($0) })
    }

    /// A mailbox to write to.
    public init?(email: String) { self.init("mailto:" + email) }

    private static func mayStandInAddress(_ byte: UInt8) -> Bool {
        (0x21...0x7E).contains(byte) && !#"\"<>\^`{|}"#.utf8.contains(byte)
    }

    private static func isSoundWeb(_ rest: Substring) -> Bool {
        guard rest.hasPrefix("//") else { return false }
        let host = rest.dropFirst(2).prefix { !"/?#".contains($0) }
        return host.utf8.contains(UInt8(ascii: ".")) && !host.hasPrefix(".") && !host.utf8.contains(UInt8(ascii: "@"))
    }

    private static func isSoundPhone(_ rest: Substring) -> Bool {
        let digits = rest.hasPrefix("+") ? rest.dropFirst() : rest
        return digits.utf8.count >= 2 && digits.utf8.allSatisfy { (0x30...0x39).contains($0) || $0 == 0x2D }
    }

    private static func isSoundMailbox(_ rest: Substring) -> Bool {
        let parts = rest.split(separator: "@", omittingEmptySubsequences: false)
        return parts.count == 2 && !parts[0].isEmpty && parts[1].contains(".")
            && !rest.utf8.contains { "?&%,;'".utf8.contains($0) }
    }
}
