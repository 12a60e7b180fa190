@testable import Web

/// What every page owes to its readers, whatever it shows.
enum PageChecks {
    /// Everything that is wrong with a page, in words.
    static func problems(_ answer: Answer) -> [String] {
        let page = answer.page
        var found = page.problems
        if answer.bytes.count >= 60 * 1024 { found.append("\(answer.bytes.count) bytes: 60 KB at most") }
        if !answer.text.lowercased().hasPrefix("<!doctype html>") { found.append("no doctype") }
        if page.all("html").first.flatMap({ page.elements[$0]["lang"] }) != "fr" {
            found.append("html without lang=\"fr\"")
        }
        if page.all("title").count != 1 || page.title.isEmpty { found.append("no title") }
        found += headings(page) + identifiers(page) + names(page) + code(page) + forms(page)
        return found
    }

    private static func headings(_ page: ParsedPage) -> [String] {
        var found: [String] = []
        if page.all("h1").count != 1 { found.append("\(page.all("h1").count) h1") }
        var level = 0
        for element in page.elements where element.name.count == 2 && element.name.first == "h" {
            guard let next = element.name.last?.wholeNumberValue else { continue }
            if next > level + 1 { found.append("\(element.name) after h\(level)") }
            level = next
        }
        return found
    }

    private static func identifiers(_ page: ParsedPage) -> [String] {
        let all = page.elements.compactMap { $0["id"] }
        let known = Set(all)
        var found = Dictionary(grouping: all, by: \.self).filter { $0.value.count > 1 }.keys.map { "id \($0) twice" }
        for element in page.elements {
            for name in ["for", "aria-labelledby", "aria-describedby", "aria-controls"] {
                for target in element[name]?.split(separator: " ").map(String.init) ?? [] where !known.contains(target)
                {
                    found.append("\(element.name) \(name)=\(target) leads nowhere")
                }
            }
            if let target = element["href"], target.hasPrefix("#"), target.count > 1,
                !known.contains(String(target.dropFirst()))
            {
                found.append("link to \(target) leads nowhere")
            }
        }
        return found
    }

    /// What is used has a name: fields, buttons, links, drawings, tables.
    private static func names(_ page: ParsedPage) -> [String] {
        let labels = Set(page.all("label").compactMap { page.elements[$0]["for"] })
        return page.elements.indices.compactMap { index in
            let element = page.elements[index]
            let isNamed = element["aria-label"]?.isEmpty == false || element["aria-labelledby"]?.isEmpty == false
            switch element.name {
            case "input", "select", "textarea":
                if element["type"] == "hidden" || isNamed { return nil }
                if let id = element["id"], labels.contains(id) { return nil }
                if page.ancestors(index).contains(where: { page.elements[$0].name == "label" }) { return nil }
                return "\(element.name) \(element["name"] ?? "?") without a label"
            case "button", "a", "legend", "label", "h1", "h2", "h3", "summary":
                return isNamed || element["hidden"] != nil || !page.text(index).isEmpty
                    ? nil : "\(element.name) without words"
            case "img": return element["alt"] == nil ? "img without alt" : nil
            case "table":
                return page.inside(index).contains { page.elements[$0].name == "caption" }
                    ? nil : "table without caption"
            default: return nil
            }
        }
    }

    /// Nothing runs and nothing is styled from the page itself; no address that could run.
    private static func code(_ page: ParsedPage) -> [String] {
        page.elements.indices.flatMap { index in
            let element = page.elements[index]
            var found = element.attributes.filter { $0.name == "style" || $0.name.hasPrefix("on") }.map {
                "\(element.name) \($0.name)="
            }
            if element.name == "style" { found.append("a style element") }
            if element.name == "script", element["src"]?.hasPrefix("/assets/") != true || !page.text(index).isEmpty {
                found.append("a script in the page")
            }
            for name in ["href", "src", "action", "formaction"] {
                guard let address = element[name] else { continue }
                let isSound =
                    ["/", "#", "https://", "tel:", "mailto:"].contains { address.hasPrefix($0) }
                    && !address.hasPrefix("//")
                if !isSound { found.append("\(element.name) \(name)=\(address)") }
            }
            return found
        }
    }

    private static func forms(_ page: ParsedPage) -> [String] {
        let sent = page.all("form").filter { page.elements[$0]["method"] == "post" }
        return zip(page.all("form"), page.forms).compactMap { index, form in
            guard sent.contains(index) else { return nil }
            return form.names.contains("jeton") ? nil : "form to \(form.action) without its token"
        }
    }
}

/// Goes from link to link, as far as they lead within the site.
struct Crawl {
    let browser: Browser

    /// Every page reached, each address once.
    func pages(from starts: [String], limit: Int = 400) async throws -> [Answer] {
        var waiting = starts
        var seen = Set(starts)
        var result: [Answer] = []
        while let next = waiting.popLast(), result.count < limit {
            let answer = try await browser.get(next)
            result.append(answer)
            guard answer.isPage else { continue }
            for link in answer.page.links.map({ String($0.prefix { $0 != "#" }) }) where seen.insert(link).inserted {
                waiting.append(link)
            }
        }
        return result
    }
}
