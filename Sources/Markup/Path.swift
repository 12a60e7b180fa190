/// The address of a page of Cordée: always on this site, always starting with one `/`.
///
///     Path("usagers", id).query(["vue": "echeances"]).fragment("suivante")
///
/// Each segment, name and value is percent-encoded by UTF-8 byte (RFC 3986, everything but the unreserved characters).
/// Empty segments and the segments `.` and `..` are left out: they would lead elsewhere (`//host`, the folder above).
public struct Path: Hashable, Sendable, CustomStringConvertible {
    private var path = ""
    private var pairs = ""
    private var anchor = ""

    /// The first page.
    public static let root = Path()

    public init(_ segments: String...) { self.init(segments: segments) }

    public init(segments: [String]) {
        for segment in segments where !["", ".", ".."].contains(segment) { path += "/" + Path.encode(segment) }
    }

    /// The whole address, to send in a `Location` header; in a page, interpolate the path itself.
    public var text: String { (path.isEmpty ? "/" : path) + pairs + anchor }

    public var description: String { text }

    /// The address of something below this one. Query and fragment stay.
    public func appending(_ segments: String...) -> Path {
        var longer = self
        longer.path += Path(segments: segments).path
        return longer
    }

    /// Adds names and values after `?`, in the order given, after those already there.
    public func query(_ pairs: KeyValuePairs<String, String>) -> Path {
        var asked = self
        for (name, value) in pairs {
            asked.pairs += (asked.pairs.isEmpty ? "?" : "&") + Path.encode(name) + "=" + Path.encode(value)
        }
        return asked
    }

    /// Points at the element with this id.
    public func fragment(_ id: String) -> Path {
        var pointing = self
        pointing.anchor = "#" + Path.encode(id)
        return pointing
    }

    private static func encode(_ text: String) -> String {
        var encoded: [UInt8] = []
        let hex = Array("0123456789ABCDEF".utf8)
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
                UInt8(ascii: "~"):
                encoded.append(byte)
            default:
                encoded += [UInt8(ascii: "%"), hex[Int(byte >> 4)], hex[Int(byte & 15)]]
            }
        }
        return String(decoding: encoded, as: UTF8.self)
    }
}
