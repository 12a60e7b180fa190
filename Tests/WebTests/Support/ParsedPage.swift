/// A page read back the way a browser does, strictly: our own markup closes what it opens.
struct ParsedPage: Sendable {
    struct Element: Sendable {
        let name: String
        let attributes: [(name: String, value: String)]
        let parent: Int?
        /// The text of a text node; empty for an element.
        var text = ""
        /// Where the element's content ends among the elements of the page.
        fileprivate(set) var end = 0

        subscript(_ name: String) -> String? { attributes.first { $0.name == name }?.value }
    }

    private(set) var elements: [Element] = []
    private(set) var problems: [String] = []
    private var open: [Int] = []

    private static let void: Set<String> = [
        "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr",
    ]

    /// Reads bytes, not characters: a page has tens of thousands of them, and a test reads hundreds of pages.
    init(_ source: String) {
        var rest = Array(source.utf8)[...]
        while let start = rest.firstIndex(of: UInt8(ascii: "<")) {
            add(text: rest[..<start])
            rest = rest[start...]
            read(&rest)
        }
        add(text: rest)
        if !open.isEmpty { problems.append("left open: \(open.map { elements[$0].name })") }
    }

    private typealias Bytes = ArraySlice<UInt8>

    private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }

    private mutating func add(text: Bytes) {
        guard text.contains(where: { !Self.isSpace($0) }) else { return }
        elements.append(Element(name: "#text", attributes: [], parent: open.last, text: Self.decode(text)))
    }

    private mutating func read(_ rest: inout Bytes) {
        if rest.starts(with: "<!--".utf8) {
            problems.append("a comment")
            rest = rest.dropFirst(4)
            return
        }
        if rest.starts(with: "<!".utf8) {
            rest = rest.drop { $0 != UInt8(ascii: ">") }.dropFirst()
            return
        }
        if rest.starts(with: "</".utf8) {
            let name = Self.name(rest.dropFirst(2).prefix { $0 != UInt8(ascii: ">") })
            rest = rest.drop { $0 != UInt8(ascii: ">") }.dropFirst()
            guard let last = open.popLast() else { return problems.append("</\(name)> closes nothing") }
            elements[last].end = elements.count
            if elements[last].name != name { problems.append("</\(name)> closes <\(elements[last].name)>") }
            return
        }
        readTag(&rest)
    }

    private mutating func readTag(_ rest: inout Bytes) {
        rest = rest.dropFirst()
        let raw = rest.prefix { !Self.isSpace($0) && $0 != UInt8(ascii: ">") && $0 != UInt8(ascii: "/") }
        let name = Self.name(raw)
        rest = rest.dropFirst(raw.count)
        var attributes: [(name: String, value: String)] = []
        var closesItself = false
        while true {
            let next = rest.drop { Self.isSpace($0) || $0 == UInt8(ascii: "/") }
            closesItself = rest[..<next.startIndex].last == UInt8(ascii: "/")
            rest = next
            guard let first = rest.first else { return problems.append("<\(name)> is cut") }
            if first == UInt8(ascii: ">") { break }
            let attribute = rest.prefix { !Self.isSpace($0) && !"=>/".utf8.contains($0) }
            rest = rest.dropFirst(max(1, attribute.count))
            var value: Bytes = []
            if rest.first == UInt8(ascii: "=") {
                rest = rest.dropFirst()
                guard rest.first == UInt8(ascii: "\"") else { return problems.append("an unquoted value in <\(name)>") }
                rest = rest.dropFirst()
                value = rest.prefix { $0 != UInt8(ascii: "\"") }
                rest = rest.dropFirst(value.count + 1)
            }
            let known = Self.name(attribute)
            if attributes.contains(where: { $0.name == known }) { problems.append("\(known) twice in <\(name)>") }
            attributes.append((known, Self.decode(value)))
        }
        rest = rest.dropFirst()
        elements.append(Element(name: name, attributes: attributes, parent: open.last))
        if !Self.void.contains(name), !closesItself { open.append(elements.count - 1) }
    }

    private static func name(_ bytes: Bytes) -> String { String(decoding: bytes, as: UTF8.self).lowercased() }

    private static func decode(_ bytes: Bytes) -> String {
        var result = String(decoding: bytes, as: UTF8.self)
        guard bytes.contains(UInt8(ascii: "&")) else { return result }
        for (code, sign) in [
            ("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&#34;", "\""), ("&amp;", "&"),
        ] {
            result = result.replacing(code, with: sign)
        }
        return result
    }

    func ancestors(_ index: Int) -> [Int] {
        var result: [Int] = []
        var next = elements[index].parent
        while let parent = next {
            result.append(parent)
            next = elements[parent].parent
        }
        return result
    }

    /// What stands inside an element.
    func inside(_ index: Int) -> Range<Int> { index + 1..<max(index + 1, elements[index].end) }

    /// The text inside an element.
    func text(_ index: Int) -> String {
        inside(index).filter { elements[$0].name == "#text" }.map { elements[$0].text }.joined(separator: " ")
    }

    /// The text of the page, its head left out.
    var text: String {
        let head = all("head").first.map(inside) ?? 0..<0
        return elements.indices.filter { elements[$0].name == "#text" && !head.contains($0) }
            .map { elements[$0].text }.joined(separator: " ").split(whereSeparator: \.isWhitespace).joined(
                separator: " ")
    }

    func all(_ name: String) -> [Int] { elements.indices.filter { elements[$0].name == name } }

    var title: String { all("title").first.map(text) ?? "" }
    var heading: String { all("h1").first.map(text) ?? "" }
    /// Addresses of this site that the page leads to.
    var links: [String] { all("a").compactMap { elements[$0]["href"] }.filter { $0.hasPrefix("/") } }
}
