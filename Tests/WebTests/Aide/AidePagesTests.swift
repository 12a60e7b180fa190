import Markup
import Testing

@testable import Web

@Suite struct `The pages of help` {
    @Test(arguments: [true, false])
    func `help can be read by a visitor and by somebody signed in`(isSignedIn: Bool) {
        let viewer = isSignedIn ? PartsSamples.viewer : nil
        for page in [
            AidePage(viewer: viewer).body, ShortcutsPage(viewer: viewer).body, AccessibilityPage(viewer: viewer).body,
            NoticesPage(viewer: viewer).body,
        ] {
            let text = page.string()
            PageRules.check(text, "aide")
            #expect(text.contains("<nav class=\"rampe\"") == isSignedIn)
        }
    }

    @Test func `accessibility claims nothing that was not assessed`() {
        let page = AccessibilityPage(viewer: nil).body.string()
        #expect(page.contains("<h1>Accessibilité : non évaluée</h1>"))
        #expect(page.contains("Ce qui reste à faire") && page.contains("Défenseur des droits"))
    }

    @Test func `the licences are named`() {
        let page = NoticesPage(viewer: nil).body.string()
        #expect(page.contains("EUPL-1.2") && page.contains("CC BY-SA 4.0"))
    }
}
