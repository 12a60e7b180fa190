import Markup
import Testing

@Suite struct `Addresses in pages` {
    @Test func `each segment is percent-encoded`() {
        #expect(Path("usagers", "a/b ?é#", "x").text == "/usagers/a%2Fb%20%3F%C3%A9%23/x")
        #expect(Path.root.text == "/")
    }

    @Test func `a path cannot leave the site or climb`() {
        #expect(Path("", "evil.org").text == "/evil.org")
        #expect(Path("..", ".", "a").text == "/a")
        #expect(Path("\\evil.org").text == "/%5Cevil.org")
        #expect(Path("javascript:alert(1)").text == "/javascript%3Aalert%281%29")
    }

    @Test func `query and fragment are encoded and keep their place`() {
        let path = Path("recherche").fragment("la suite").query(["q": "l'eau & \"gaz\"", "page": "2"]).appending("tout")
        #expect(path.text == "/recherche/tout?q=l%27eau%20%26%20%22gaz%22&page=2#la%20suite")
        #expect(path.query(["x": "1"]).text.contains("&page=2&x=1#"))
    }

    @Test func `a path in a page is escaped`() {
        let path = Path("a").query(["b": "1", "c": "2"])
        let link: HTML = "<a\(href: path)>\(path)</a>"
        #expect(link.string() == #"<a href="/a?b=1&amp;c=2">/a?b=1&amp;c=2</a>"#)
        let below: HTML = "<a\(hrefToId: "\"x")>"
        #expect(below.string() == ##"<a href="#&quot;x">"##)
    }

    @Test(arguments: [
        "https://www.caf.fr/allocataires?x=1&y=2#z", "HTTPS://impots.gouv.fr", "tel:3939", "tel:+33123456789",
        "mailto:accueil@ccas-valbourg.fr",
    ])
    func `a web, telephone or mail address passes`(text: String) {
        #expect(CheckedAddress(text)?.text == text)
    }

    @Test(arguments: [
        "javascript:alert(1)", "JavaScript:alert(1)", " https://caf.fr", "java\nscript:alert(1)", "data:text/html,x",
        "http://caf.fr", "https:caf.fr", "https://", "https://caf", "https://caf.fr@evil.org", "https://caf.fr\"onx=",
        "https://caf.fr/\u{0301}", "//caf.fr", "/accueil", "tel:", "tel:12;ext=3", "mailto:a@b.fr?bcc=c@d.fr",
        "mailto:a", "", "https",
    ])
    func `anything else is refused`(text: String) {
        #expect(CheckedAddress(text) == nil)
    }

    @Test func `numbers written for people can be called`() {
        #expect(CheckedAddress(phone: "01 23 45 67 89")?.text == "tel:0123456789")
        #expect(CheckedAddress(phone: "+33\u{202F}1 23")?.text == "tel:+33123")
        #expect(CheckedAddress(phone: "voir l’accueil") == nil)
        #expect(CheckedAddress(email: "a@b.fr")?.text == "mailto:a@b.fr")
    }
}
