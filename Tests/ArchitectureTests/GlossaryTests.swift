import Foundation
import Testing

@Suite struct `French nouns of the code` {
    /// The words of the closed list, plurals included, in small letters without accents.
    private static func glossary() throws -> Set<String> {
        let text = try Repository.read("docs/glossaire.md")
        var words: Set<String> = []
        for found in text.matches(of: /(?m)^\| `(\w+)`/) {
            let word = found.1.lowercased()
            words.formUnion([word, word + "s"])
        }
        return words
    }

    /// Words of the catalogue's French texts that are English words too.
    private static let both: Set<String> = [
        "absence", "action", "actions", "alternatives", "area", "cache", "catalogue", "change", "code", "condition",
        "connection", "contact", "content", "data", "date", "decision", "expression", "form", "format", "guide",
        "guides", "identification", "index", "main", "match", "message", "minimum", "minutes", "mode", "moment",
        "notice", "option", "page", "part", "phrase", "place", "places", "plan", "protection", "question",
        "reference", "report", "scanner", "secret", "session", "silence", "site", "source", "stage", "stop", "test",
        "theme", "type", "unique",
    ]

    /// Every word of the French texts of the catalogue, without accents; web addresses are no text.
    private static let french: Set<String> = {
        var words: Set<String> = []
        for file in Repository.files(under: "catalogue", ending: "yaml") {
            let folded = file.text.replacing(/https?:[^\s"]+/, with: " ").folding(
                options: [.diacriticInsensitive, .caseInsensitive], locale: Locale(identifier: "fr"))
            for word in folded.split(whereSeparator: { !$0.isLetter }) where word.count > 3 {
                words.insert(word.lowercased())
            }
        }
        return words
    }()

    /// `DossierFollowUp` → dossier, follow, up.
    private static func words(of name: Substring) -> [String] {
        var words: [String] = []
        for letter in name {
            if letter.isUppercase || words.isEmpty { words.append("") }
            words[words.count - 1].append(Character(letter.lowercased()))
        }
        return words
    }

    @Test func `are those of the glossary`() throws {
        let glossary = try Self.glossary()
        #expect(glossary.contains("usager") && glossary.contains("demarche") && glossary.count > 20)
        #expect(Self.french.count > 3000)
        var unknown: Set<String> = []
        for (_, swift) in Repository.scanned {
            for found in swift.code.matches(of: /\b(?:struct|class|enum|actor|protocol|typealias)\s+([A-Z]\w*)/) {
                for word in Self.words(of: found.1)
                where Self.french.contains(word) && !glossary.contains(word) && !Self.both.contains(word) {
                    unknown.insert(word)
                }
            }
        }
        #expect(unknown.sorted() == [])
    }

    @Test func `bear no accent in identifiers`() {
        for (file, swift) in Repository.scanned {
            let accented = swift.code.unicodeScalars.filter { $0.value > 0x7F && $0.properties.isAlphabetic }
            #expect(accented.isEmpty, "\(file.path): \(String(String.UnicodeScalarView(accented)))")
        }
    }

    @Test func `name the folders of features, the same in Domain, Store and Web`() throws {
        let text = try Repository.read("docs/glossaire.md")
        // Not features: what the pages and the schema are made of.
        let shared: Set<String> = ["App", "Parts", "Words", "Assets", "Migrations"]
        for target in ["Domain", "Store", "Web"] {
            for file in Repository.sources where file.target == target {
                let parts = file.path.split(separator: "/")
                guard parts.count > 3 else { continue }
                let folder = String(parts[2])
                #expect(shared.contains(folder) || text.contains("`\(folder)`"), "\(file.path)")
            }
        }
    }
}
