import Domain
import Hummingbird
import NIOCore

/// The fields of a form, as sent: names may come several times.
struct FormBody: Sendable {
    static let maximumBytes = 1 << 20
    static let maximumFields = 1000
    static let empty = FormBody(values: [:])

    private(set) var values: [String: [String]]

    /// One field; the empty text when it was not sent. White space around is dropped.
    subscript(_ name: String) -> String { (values[name]?.last ?? "").trimmed }

    /// As typed, white space included: passwords.
    func raw(_ name: String) -> String { values[name]?.last ?? "" }

    /// Every value of a field sent several times (boxes).
    func all(_ name: String) -> [String] { values[name] ?? [] }

    func has(_ name: String) -> Bool { values[name] != nil }

    var names: [String] { values.keys.sorted() }

    /// One text per name: what a draft keeps.
    var flat: [String: String] { values.mapValues { $0.joined(separator: "\u{1F}") } }

    init(values: [String: [String]]) { self.values = values }

    /// The same form with one field set.
    func replacing(_ name: String, with value: String) -> FormBody {
        FormBody(values: values.merging([name: [value]]) { _, new in new })
    }

    /// The fields of a kept draft.
    init(flat: [String: String]) {
        values = flat.mapValues { $0.split(separator: "\u{1F}", omittingEmptySubsequences: false).map(String.init) }
    }

    /// Reads `application/x-www-form-urlencoded`; throws what is wrong with it.
    init(bytes: ByteBuffer) throws {
        var values: [String: [String]] = [:]
        var count = 0
        for pair in bytes.readableBytesView.split(separator: UInt8(ascii: "&")) {
            count += 1
            guard count <= Self.maximumFields else { throw HTTPError(.contentTooLarge) }
            let parts = pair.split(separator: UInt8(ascii: "="), maxSplits: 1, omittingEmptySubsequences: false)
            let name = try Self.decode(parts[0])
            values[name, default: []].append(parts.count > 1 ? try Self.decode(parts[1]) : "")
        }
        self.values = values
    }

    /// Percent-decodes strictly: an incomplete escape or a text that is not UTF-8 is refused.
    static func decode(_ bytes: some Collection<UInt8>) throws -> String {
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count)
        var rest = bytes.makeIterator()
        while let byte = rest.next() {
            switch byte {
            case UInt8(ascii: "+"): result.append(0x20)
            case UInt8(ascii: "%"):
                guard let high = rest.next().flatMap(hex), let low = rest.next().flatMap(hex) else {
                    throw HTTPError(.badRequest)
                }
                result.append(high << 4 | low)
            default: result.append(byte)
            }
        }
        guard let text = String(validating: result, as: UTF8.self), !text.utf8.contains(0) else {
            throw HTTPError(.badRequest)
        }
        return text.replacing("\r\n", with: "\n")
    }

    private static func hex(_ byte: UInt8) -> UInt8? {
        switch byte {
        case 48...57: byte - 48
        case 65...70: byte - 55
        case 97...102: byte - 87
        default: nil
        }
    }
}

extension Request {
    /// The fields after `?`, with `+` read as a space.
    var query: FormBody {
        guard let text = uri.query, let fields = try? FormBody(bytes: ByteBuffer(string: text)) else { return .empty }
        return fields
    }
}
