import Testing

@Suite struct `Words that are not written here` {
    struct Rule: Sendable, CustomTestStringConvertible {
        let word: String
        let pattern: @Sendable (String) -> Bool
        /// Paths where it may stand, with the reason beside each.
        var except: [String] = []

        var testDescription: String { word }
    }

    private static func rule(_ word: String, except: [String] = [], _ pattern: @escaping @Sendable (String) -> Bool)
        -> Rule
    {
        Rule(word: word, pattern: pattern, except: except)
    }

    static let rules: [Rule] = [
        rule("try!") { $0.contains("try!") },
        rule("as!") { $0.contains(/\bas!/) },
        rule("fatalError") { $0.contains(/\bfatalError\b/) },
        rule("preconditionFailure") { $0.contains(/\bpreconditionFailure\b|\bassertionFailure\b/) },
        // The terminal is the command line's own.
        rule("print(", except: ["Sources/cordee/"]) { $0.contains(/(^|[^\w.])print\(/) },
        rule("NSLog") { $0.contains("NSLog") },
        // Time, ids and chance come from injected values; the command line injects them, and the migrator dates its lines.
        rule("Date()", except: ["Sources/cordee/", "Sources/Database/Migrator.swift"]) {
            $0.contains(/\bDate\(\)|\bDate\.now\b/)
        },
        rule("UUID()", except: ["Sources/cordee/"]) { $0.contains(/\bUUID\(\)/) },
        rule(
            ".random(",
            except: [
                "Sources/Sealing/",  // libsodium's own generator
                "Sources/Store/",  // keys and tokens, from Sealing
                "Sources/Web/",  // form keys and session tokens, from Store
                "Sources/Database/Postgres/PostgresEngine.swift",  // the pause before a retry
                "Sources/cordee/",
            ]
        ) { $0.contains(/\.random\(|\brandom\(\)/) },
        rule("swift literal SQL by executeScript", except: ["Sources/Database/"]) { $0.contains("executeScript") },
        rule("unsafe address of a page", except: []) { $0.contains("unsafeBitCast") },
    ]

    @Test(arguments: rules)
    func `stand nowhere in the sources but where it is said`(rule: Rule) {
        for (file, swift) in Repository.scanned where !rule.except.contains(where: { file.path.hasPrefix($0) }) {
            #expect(!rule.pattern(swift.code), "\(rule.word) in \(file.path)")
        }
    }

    @Test func `of unfinished work stand nowhere`() {
        let words = ["TO" + "DO", "FIX" + "ME", "XX" + "X", "HA" + "CK"]
        for file in Repository.sources + Repository.tests {
            for word in words {
                #expect(!file.text.contains(word + ":") && !file.text.contains(word + " "), "\(word) in \(file.path)")
            }
        }
    }

    @Test func `@unchecked Sendable stands with its reason beside it`() {
        for file in Repository.sources {
            for (index, line) in file.lines.enumerated()
            where line.contains("@unchecked Sendable") || line.contains("nonisolated(unsafe)") {
                let above = file.lines[max(0, index - 4)..<index]
                #expect(above.contains { $0.contains("//") && $0.contains("unchecked") }, "\(file.path):\(index + 1)")
            }
        }
    }

    @Test func `name no place of one machine`() {
        // Absolute paths, not parts of an address.
        let place = /(^|[\s"'`(=:])\/(work|root|home)\/[\w-]|\/tmp\/(team|bash_jobs)/
        let folders = ["Sources", "Tests", "docs", "catalogue", "outils", "bench", "deploiement"]
        let all =
            folders.flatMap { Repository.files(under: $0) }
            + Repository.files(under: "").filter { !$0.path.contains("/") }
        #expect(all.count > 300)
        for file in all where file.name != "Package.resolved" {
            let isClean =
                !["/work/", "/root/", "/home/", "/tmp/"].contains { file.text.contains($0) }
                || !file.text.contains(place)
            #expect(isClean, "\(file.path)")
        }
    }

    @Test func `call no folder or type by what it might hold`() {
        let words = ["Utils", "Helper", "Manager", "Service", "Core", "Misc", "Common"]
        for (file, swift) in Repository.scanned {
            for found in swift.code.matches(of: /\b(?:struct|class|enum|actor|protocol)\s+(\w+)/) {
                for word in words {
                    #expect(!found.1.hasSuffix(word) && !found.1.hasSuffix(word + "s"), "\(found.1) in \(file.path)")
                }
            }
            for word in words { #expect(!file.path.contains("/\(word)"), "\(file.path)") }
        }
    }
}
