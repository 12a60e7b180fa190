import Foundation
import Testing

@Suite struct `Imports` {
    /// What each target may import; an outside library has one home (design, part 1).
    static let allowed: [String: Set<String>] = [
        "Domain": ["Foundation"],
        "Catalogue": ["Domain", "Yams", "Foundation", "Synchronization"],
        "Sealing": ["Domain", "CSodium", "Foundation", "Dispatch", "Synchronization"],
        "Database": ["GRDB", "GRDBSQLite", "CLibPQ", "Foundation", "Dispatch", "Synchronization"],
        "Store": ["Domain", "Database", "Sealing", "Foundation", "Synchronization"],
        "Markup": [],
        "Web": [
            "Domain", "Catalogue", "Store", "Markup", "Hummingbird", "HTTPTypes", "Logging", "NIOCore", "Foundation",
            "Synchronization",
        ],
        "World": ["Domain", "Store"],
        "cordee": [
            "Domain", "Catalogue", "Sealing", "Database", "Store", "Web", "World", "ArgumentParser", "Hummingbird",
            "Logging",
            "NIOCore", "ServiceLifecycle", "UnixSignals", "Foundation", "Synchronization",
        ],
    ]

    @Test func `of every target are those of the table`() throws {
        #expect(Set(Repository.sources.map(\.target)).isSubset(of: Set(Self.allowed.keys)))
        for (file, swift) in Repository.scanned {
            let allowed = try #require(Self.allowed[file.target], "\(file.path)")
            let pattern =
                /(?m)^\s*(?:@\w+\s+)*(?:public |internal |private |fileprivate )?import\s+(?:struct |class |enum |protocol |func |typealias |let |var )?(\w+)/
            for found in swift.code.matches(of: pattern) {
                let module = String(found.1)
                #expect(allowed.contains(module), "\(file.path) imports \(module)")
            }
        }
    }

    @Test(arguments: [
        ("GRDB", "Database"), ("CLibPQ", "Database"), ("CSodium", "Sealing"), ("Yams", "Catalogue"),
        ("ArgumentParser", "cordee"),
    ])
    func `of an outside library stand in one target`(module: String, home: String) {
        let users = Set(
            Repository.scanned.filter { $0.swift.code.contains("import \(module)\n") }.map(\.file.target))
        #expect(users == [home])
    }

    @Test func `in the manifest are no more than the table allows`() throws {
        let whole = try Repository.read("Package.swift")
        let manifest = whole[(whole.range(of: "targets: [")?.upperBound ?? whole.startIndex)...]
        for (target, allowed) in Self.allowed {
            guard let start = manifest.range(of: "name: \"\(target)\",") else {
                Issue.record("no target \(target)")
                continue
            }
            let rest = manifest[start.upperBound...]
            let end =
                rest.firstRange(of: /\.(target|executableTarget|testTarget|systemLibrary)\(/)?.lowerBound
                ?? rest.endIndex
            let declaration = rest[..<end]
            for (other, _) in Self.allowed where other != target && declaration.contains("\"\(other)\"") {
                #expect(allowed.contains(other), "\(target) depends on \(other)")
            }
        }
    }
}
