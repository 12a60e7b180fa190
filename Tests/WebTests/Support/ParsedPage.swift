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

    init(_ source: String) {
        var rest = Substring(source)
        while let start = rest.firstIndex(of: "<") {
            add(text: rest[..<start])
            rest = rest[start...]
            read(&rest)
        }
        add(text: rest)
        if !open.isEmpty { problems.append("left open: \(open.map { elements[$0].name })") }
    }

    private mutating func add(text: Substring) {
        guard text.contains(where: { !$0.isWhitespace }) else { return }
        elements.append(Element(name: "#text", attributes: [], parent: open.last, text: Self.decode(text)))
    }

    private mutating func read(_ rest: inout Substring) {
        if rest.hasPrefix("<!--") {
            problems.append("a comment")
            rest = rest.dropFirst(4)
            return
        }
        if rest.hasPrefix("<!") {
            rest = rest.drop { $0 != ">" }.dropFirst()
            return
        }
        if rest.hasPrefix("</") {
            let name = rest.dropFirst(2).prefix { $0 != ">" }.lowercased()
            rest = rest.drop { $0 != ">" }.dropFirst()
            guard let last = open.popLast() else { return problems.append("</\(name)> closes nothing") }
            elements[last].end = elements.count
            if elements[last].name != name { problems.append("</\(name)> closes <\(elements[last].name)>") }
            return
        }
        readTag(&rest)
    }

    private mutating func readTag(_ rest: inout Substring) {
        rest = rest.dropFirst()
        let name = rest.prefix { !$0.isWhitespace && $0 != ">" && $0 != "/" }.lowercased()
        rest = rest.dropFirst(name.count)
        var attributes: [(name: String, value: String)] = []
        while true {
            rest = rest.drop { $0.isWhitespace || $0 == "/" }
            guard let next = rest.first else { return problems.append("<\(name)> is cut") }
            if next == ">" { break }
            let attribute = rest.prefix { !$0.isWhitespace && !"=>/".contains($0) }
            rest = rest.dropFirst(max(1, attribute.count))
            var value: Substring = ""
            if rest.first == "=" {
                rest = rest.dropFirst()
                guard rest.first == "\"" else { return problems.append("an unquoted value in <\(name)>") }
                rest = rest.dropFirst()
                value = rest.prefix { $0 != "\"" }
                rest = rest.dropFirst(value.count + 1)
            }
            if attributes.contains(where: { $0.name == attribute.lowercased() }) {
                problems.append("\(attribute) twice in <\(name)>")
            }
            attributes.append((attribute.lowercased(), Self.decode(value)))
        }
        let closesItself = rest.base[..<rest.startIndex].last == "/"
        rest = rest.dropFirst()
        elements.append(Element(name: name, attributes: attributes, parent: open.last))
        if !Self.void.contains(name), !closesItself { open.append(elements.count - 1) }
    }

    private static func decode(_ text: Substring) -> String {
        guard text.contains("&") else { return String(text) }
        var result = String(text)
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
