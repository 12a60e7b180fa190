import Foundation
import Markup
import Testing

@testable import Web

@Suite struct `Shared parts of the pages` {
    @Test(arguments: PartsSamples.pages.map { ($0.name, $0.html.string()) })
    func `a page has one title, one language, no double id and no style or script of its own`(
        name: String, page: String
    ) throws {
        #expect(page.hasPrefix("<!doctype html>\n<html lang=\"fr\">"))
        #expect(page.components(separatedBy: "<h1>").count == 2)
        #expect(!page.contains(" style=") && !page.contains("<style"))
        #expect(page.matches(of: /<script(?![^>]* src=)/).isEmpty)
        #expect(page.matches(of: /\son[a-z]+=/).isEmpty)
        let ids = page.matches(of: /\sid="([^"]*)"/).map { String($0.output.1) }
        #expect(Set(ids).count == ids.count, "double id among \(ids)")
        let seen = Set(ids)
        for reference in page.matches(of: /\s(?:for="|aria-describedby="|href="#)([^"]+)"/) {
            for id in reference.output.1.split(separator: " ") {
                #expect(seen.contains(String(id)), "\(id) is nowhere")
            }
        }
    }

    @Test(arguments: PartsSamples.pages.map { ($0.name, $0.html.string()) })
    func `every field that shows has a label, every form that changes something has the token`(
        name: String, page: String
    ) {
        let labelled = Set(page.matches(of: /<label[^>]* for="([^"]*)"/).map { String($0.output.1) })
        for field in page.matches(of: /<(?:input|select|textarea)[^>]*>/)
        where !field.output.contains("type=\"hidden\"") {
            let id = field.output.firstMatch(of: /\sid="([^"]*)"/).map { String($0.output.1) }
            #expect(id.map(labelled.contains) == true, "no label for \(field.output)")
        }
        for form in page.matches(of: /<form[^>]*method="post".*?<\/form>/.dotMatchesNewlines()) {
            #expect(form.output.contains("name=\"jeton\""))
        }
    }

    @Test func `what is typed in a form comes back harmless`() {
        let page = PartsSamples.formPage.string()
        #expect(page.contains("value=\"Awa &quot;\u{301}&lt;b&gt;\""))
        #expect(page.contains(">\n\n&lt;script&gt;alert(1)&lt;/script&gt;</textarea>"))
    }

    @Test func `an error is said at its field, in the summary and in the title`() {
        let page = PartsSamples.formPage.string()
        #expect(page.contains("<title>Erreur : Ouvrir une fiche · Cordée</title>"))
        #expect(page.contains("<a href=\"#champ-naissance\">La date de naissance"))
        #expect(page.contains("aria-describedby=\"champ-naissance-aide champ-naissance-faute\" aria-invalid=\"true\""))
        #expect(page.contains("Il reste 2 points à corriger"))
    }

    @Test func `the entry "Structure" is for a responsable`() {
        let agent = Viewer(firstName: "Léa", structureName: "CCAS", isResponsable: false, token: "t")
        let page = Layout(title: "x", viewer: agent, content: "<h1>x</h1>").body.string()
        #expect(!page.contains(Paths.structure.text))
        #expect(PartsSamples.todayPage.string().contains("href=\"\(Paths.structure.text)\""))
    }

    @Test func `a visitor sees neither navigation, nor search, nor scripts`() {
        let page = PartsSamples.signInPage.string()
        #expect(!page.contains("<nav") && !page.contains("type=\"search\"") && !page.contains("<script"))
    }

    @Test func `shortcuts that were turned off are not loaded`() {
        let viewer = Viewer(firstName: "Léa", structureName: "CCAS", isResponsable: false, token: "t", shortcuts: false)
        let page = Layout(title: "x", viewer: viewer, content: "<h1>x</h1>").body.string()
        #expect(!page.contains("raccourcis.js") && PartsSamples.todayPage.string().contains("raccourcis.js"))
    }

    /// Written where `CORDEE_PLANCHE` says, for the browser and the eye.
    @Test(.enabled(if: ProcessInfo.processInfo.environment["CORDEE_PLANCHE"] != nil))
    func `the samples are written for the browser`() throws {
        let folder = URL(fileURLWithPath: ProcessInfo.processInfo.environment["CORDEE_PLANCHE"] ?? "")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        for page in PartsSamples.pages {
            try Data(page.html.bytes).write(to: folder.appending(path: page.name + ".html"))
        }
    }
}
