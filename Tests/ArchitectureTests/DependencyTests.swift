import Foundation
import Testing

@Suite struct `Dependencies` {
    private static let decisions = Repository.files(under: "docs/decisions", ending: "md")

    @Test func `have each a line that says why it and not another`() throws {
        let manifest = try Repository.read("Package.swift")
        let packages = manifest.matches(of: /\.package\(url: "([^"]+)"/).map {
            String($0.1.split(separator: "/").last ?? "")
        }
        let libraries = manifest.matches(of: /pkgConfig: "([^"]+)"/).map { String($0.1) }
        #expect(packages.count >= 6 && libraries.count == 2)
        for name in packages + libraries {
            #expect(Self.decisions.contains { $0.text.localizedStandardContains(name) }, "\(name)")
        }
    }

    @Test func `bring no second copy of a cryptographic library`() throws {
        let manifest = try Repository.read("Package.swift")
        for name in ["swift-crypto", "swift-nio-ssl", "jwt-kit", "swift-mustache"] { #expect(!manifest.contains(name)) }
    }

    @Test func `and other decisions are short and numbered`() {
        let numbered = Self.decisions.filter { $0.name.contains(/^\d{4}-/) }
        #expect(numbered.count >= 7)
        #expect(Set(numbered.map { $0.name.prefix(4) }).count == numbered.count)
        for file in numbered {
            #expect(file.lines.count <= 41, "\(file.path)")
            #expect(file.text.hasPrefix("# "), "\(file.path)")
        }
    }
}
