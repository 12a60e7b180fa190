import Markup
import Testing

@Suite struct `Escaping in pages` {
    @Test(arguments: [
        ("a & b", "a &amp; b"),
        ("<script>", "&lt;script&gt;"),
        (#"" onfocus="x"#, "&quot; onfocus=&quot;x"),
        ("l'eau", "l&#39;eau"),
        ("\"\u{301} onfocus=x", "&quot;\u{301} onfocus=x"),
        ("<\u{FE0F}script>", "&lt;\u{FE0F}script&gt;"),
        ("&\u{20DD}lt;", "&amp;\u{20DD}lt;"),
        ("'\u{200D}", "&#39;\u{200D}"),
        ("a\u{0}b\u{1B}c\u{7F}d", "a\u{FFFD}b\u{FFFD}c\u{FFFD}d"),
        ("un\r\ndeux\ttrois", "un&#13;\ndeux\ttrois"),
        ("Élodie n’œuvre pas 👩🏽‍🦽 محمد", "Élodie n’œuvre pas 👩🏽‍🦽 محمد"),
        ("", ""),
    ])
    func `a text is escaped byte by byte`(text: String, expected: String) {
        let asText: HTML = "<p>\(text)</p>"
        let asValue: HTML = "<input\(attribute: "value", text)>"
        let asSubstring: HTML = "<p>\(text[...])</p>"
        #expect(Array(asText.bytes) == Array("<p>\(expected)</p>".utf8))
        #expect(Array(asValue.bytes) == Array("<input value=\"\(expected)\">".utf8))
        #expect(asSubstring == asText)
        #expect(Array(HTML(text: text).bytes) == Array(expected.utf8))
    }

    @Test func `every byte below 0x80 comes out harmless`() {
        for byte in UInt8(0)..<0x80 {
            let one: HTML = "\(String(decoding: [byte], as: UTF8.self))"
            #expect(one.bytes.first.map { !"<>\"'".utf8.contains($0) } == true)
            #expect(one.bytes.first != UInt8(ascii: "&") || one.bytes.last == UInt8(ascii: ";"))
        }
    }

    @Test func `markup goes in as it is, absent markup leaves nothing`() {
        let knot: HTML = "<b>nœud</b>"
        let absent: HTML? = nil
        let present: HTML? = knot
        let page: HTML = "\(knot)|\(absent)|\(present)|\([knot, knot])|\(12)|\(if: false, knot)|\(if: true, "<i>")"
        #expect(page.string() == "<b>nœud</b>||<b>nœud</b>|<b>nœud</b><b>nœud</b>|12||<i>")
    }

    @Test func `pieces are joined with what stands between them`() {
        let names = ["Inès", "R&B"]
        #expect(HTML.join(names.map { "<b>\($0)</b>" }, separator: ", ").string() == "<b>Inès</b>, <b>R&amp;B</b>")
        #expect(HTML.each(names) { "<li>\($0)</li>" }.string() == "<li>Inès</li><li>R&amp;B</li>")
        #expect(HTML.join([]) == .empty)
    }

    @Test func `an attribute without a value is not written`() {
        let absent: String? = nil
        let field: HTML = "<input\(attribute: "aria-describedby", absent)\(attribute: "id", "x")>"
        #expect(field.string() == #"<input id="x">"#)
    }
}
