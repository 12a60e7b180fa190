import Foundation
import Testing

/// What every page must be, whatever it shows.
enum PageRules {
    static func check(_ page: String, _ name: String) {
        #expect(page.hasPrefix("<!doctype html>\n<html lang=\"fr\">"), "\(name)")
        #expect(page.components(separatedBy: "<h1>").count == 2, "one h1 in \(name)")
        #expect(page.matches(of: /<(?:script|style)(?![^>]* src=)[^>]*>/).isEmpty, "inline script or style in \(name)")
        #expect(
            page.matches(of: /<[^>"]*(?:"[^"]*"[^>"]*)*\s(?:on[a-z]+|style)=/).isEmpty, "attribute that acts in \(name)"
        )
        #expect(page.utf8.count < 60 * 1024, "\(name) weighs \(page.utf8.count) bytes")
        ids(page, name)
        fields(page, name)
        headings(page, name)
    }

    private static func ids(_ page: String, _ name: String) {
        let ids = page.matches(of: /\sid="([^"]*)"/).map { String($0.output.1) }
        #expect(Set(ids).count == ids.count, "double id in \(name)")
        let seen = Set(ids)
        for reference in page.matches(of: /\s(?:for="|aria-describedby="|aria-labelledby="|href="#)([^"]+)"/) {
            for id in reference.output.1.split(separator: " ") {
                #expect(seen.contains(String(id)), "\(id) is nowhere in \(name)")
            }
        }
    }

    private static func fields(_ page: String, _ name: String) {
        let labelled = Set(page.matches(of: /<label[^>]* for="([^"]*)"/).map { String($0.output.1) })
        for field in page.matches(of: /<(?:input|select|textarea)[^>]*>/)
        where !field.output.contains("type=\"hidden\"") {
            let id = field.output.firstMatch(of: /\sid="([^"]*)"/).map { String($0.output.1) }
            #expect(id.map(labelled.contains) == true, "no label for \(field.output) in \(name)")
        }
        for form in page.matches(of: /<form[^>]*method="post".*?<\/form>/.dotMatchesNewlines()) {
            #expect(form.output.contains("name=\"jeton\""), "no token in \(name)")
        }
    }

    /// A heading is at most one level below the one before it.
    private static func headings(_ page: String, _ name: String) {
        var last = 1
        for heading in page.matches(of: /<h([1-6])[ >]/) {
            let level = Int(heading.output.1) ?? 0
            #expect(level <= last + 1, "h\(level) after h\(last) in \(name)")
            last = level
        }
    }
}
