import Foundation
import Testing

/// What the types of `Markup` cannot see inside a literal, read in the source of the pages.
@Suite struct `Literals of the pages` {
    static let web = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appending(path: "../../../Sources/Web")
        .standardized

    static func lines() -> [(place: String, text: String)] {
        let files =
            FileManager.default.enumerator(at: web, includingPropertiesForKeys: nil)?.compactMap { $0 as? URL } ?? []
        return files.filter { $0.pathExtension == "swift" }.flatMap { file in
            ((try? String(contentsOf: file, encoding: .utf8)) ?? "").components(separatedBy: "\n").enumerated().map {
                ("\(file.lastPathComponent):\($0.offset + 1)", $0.element)
            }
        }
    }

    @Test func `an address goes in by its type only`() {
        let typedByHand = /\b(?:href|src|action|formaction)=\\?"\\#?\(|attribute: "(?:href|src|action)"/
        #expect(Self.lines().count > 500)
        for line in Self.lines() {
            #expect(
                line.text.firstMatch(of: typedByHand) == nil,
                "\(line.place): write \\(href: path), \\(src:), \\(action:)")
        }
    }

    @Test func `an attribute is always between quotes`() {
        let bare = /<[a-z][^>]*\s[a-z-]+=\\#?\(/
        for line in Self.lines() { #expect(line.text.firstMatch(of: bare) == nil, "\(line.place): quote the value") }
    }

    @Test func `no style, no script and no handler inside a page`() {
        let forbidden = /<[a-z][^>]*\s(?:style|on[a-z]+)=|<style|<script>/
        for line in Self.lines() { #expect(line.text.firstMatch(of: forbidden) == nil, "\(line.place)") }
    }
}
