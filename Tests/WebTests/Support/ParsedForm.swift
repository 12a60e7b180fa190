/// A form of a page, with what a browser would send if nobody touched it.
struct ParsedForm: Sendable {
    let action: String
    let fields: [(String, String)]
    /// Every name that the form may send, buttons included.
    let names: Set<String>
}

extension ParsedPage {
    var forms: [ParsedForm] { all("form").map(form) }

    /// The form sent to this address; `…?` after the path does not count.
    func form(to action: String) -> ParsedForm? {
        forms.first { $0.action == action } ?? forms.first { $0.action.prefix { $0 != "?" } == action }
    }

    private func form(_ index: Int) -> ParsedForm {
        let inside = inside(index)
        var fields: [(String, String)] = []
        var names: Set<String> = []
        for item in inside {
            let element = elements[item]
            guard let name = element["name"] else { continue }
            names.insert(name)
            switch element.name {
            case "input": if let value = sent(element) { fields.append((name, value)) }
            case "textarea": fields.append((name, text(item)))
            case "select": fields.append((name, chosen(item)))
            default: break
            }
        }
        return ParsedForm(action: elements[index]["action"] ?? "", fields: fields, names: names)
    }

    private func sent(_ input: Element) -> String? {
        switch input["type"] {
        case "radio", "checkbox": input["checked"] == nil ? nil : input["value"] ?? "on"
        case "submit", "button": nil
        default: input["value"] ?? ""
        }
    }

    private func chosen(_ select: Int) -> String {
        let options = inside(select).filter { elements[$0].name == "option" }
        let picked = options.first { elements[$0]["selected"] != nil } ?? options.first
        return picked.map { elements[$0]["value"] ?? text($0) } ?? ""
    }
}
