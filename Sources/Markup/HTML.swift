/// A piece of a page, as UTF-8 bytes that are already safe to send.
///
/// It is built by string interpolation. The words of the literal go in as they are, because only the source code can
/// hold them (`StringLiteralType` is `StaticString`: no text known at run time is accepted there). What is interpolated
/// is escaped by its type:
///
///     let row: HTML = "<li>\(person.name)</li>"         // String, Substring: escaped byte by byte
///     let list: HTML = "<ul>\(rows)</ul>"                // HTML, HTML?, [HTML]: as they are
///     let page: HTML = "<p>\(count) pièces</p>"          // Int: printed
///     let link: HTML = "<a\(href: path)>\(title)</a>"    // only a `Path` or a `CheckedAddress`
///     let field: HTML = "<input\(if: wrong, #" aria-invalid="true""#)\(attribute: "value", typed)>"
///
/// An optional `String` does not compile: say what an absent text shows. Attribute values always stand between double
/// quotes. A text literal chosen at run time (`wrong ? "a" : "b"`) is a `String`, therefore escaped: for markup that
/// depends on a condition use `\(if:)`.
public struct HTML: ExpressibleByStringInterpolation, Equatable, Sendable {
    public private(set) var bytes: [UInt8]

    public static let empty = HTML()

    init() { bytes = [] }

    init(bytes: [UInt8]) { self.bytes = bytes }

    public init(stringLiteral value: StaticString) {
        bytes = value.withUTF8Buffer { Array($0) }
    }

    public init(stringInterpolation: Interpolation) {
        bytes = stringInterpolation.bytes
    }

    /// Markup written in the source code, where the compiler would otherwise read a `String`.
    ///
    /// The one way to say "this is raw": it takes a `StaticString`, so that nothing known at run time can pass.
    public init(trusted markup: StaticString) {
        self.init(stringLiteral: markup)
    }

    /// Text alone, escaped.
    public init(text: String) {
        var interpolation = Interpolation(literalCapacity: 0, interpolationCount: 1)
        interpolation.appendInterpolation(text)
        bytes = interpolation.bytes
    }

    public var isEmpty: Bool { bytes.isEmpty }

    /// The same piece as a string, for tests and files.
    public func string() -> String { String(decoding: bytes, as: UTF8.self) }

    public static func += (left: inout HTML, right: HTML) { left.bytes += right.bytes }

    public static func + (left: HTML, right: HTML) -> HTML { HTML(bytes: left.bytes + right.bytes) }

    /// All parts, one after the other, with `separator` between them.
    public static func join(_ parts: some Sequence<HTML>, separator: HTML = .empty) -> HTML {
        var whole: [UInt8] = []
        var first = true
        for part in parts {
            if !first { whole += separator.bytes }
            whole += part.bytes
            first = false
        }
        return HTML(bytes: whole)
    }

    /// One piece per element: `HTML.each(people) { "<li>\($0.name)</li>" }`.
    public static func each<Items: Sequence>(_ items: Items, _ piece: (Items.Element) throws -> HTML) rethrows -> HTML {
        var whole: [UInt8] = []
        for item in items { whole += try piece(item).bytes }
        return HTML(bytes: whole)
    }
}
