import Foundation
import Markup
import Testing

@testable import Web

@Suite struct `The one style sheet` {
    static let sources = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appending(
        path: "../../../Sources/Web"
    ).standardized
    static let sheet = (try? String(contentsOf: sources.appending(path: "Assets/cordee.css"), encoding: .utf8)) ?? ""

    /// The colours of the light scheme, then of the dark one: the first two `:root` of the sheet.
    static let schemes: [[String: String]] = {
        let blocks = sheet.matches(of: /:root\s*\{([^}]*)\}/).map { String($0.output.1) }
        var schemes: [[String: String]] = []
        for block in blocks.prefix(2) {
            var colours = schemes.first ?? [:]
            for token in block.matches(of: /--([a-z-]+):\s*#([0-9a-f]{6})/) {
                colours[String(token.output.1)] = String(token.output.2)
            }
            schemes.append(colours)
        }
        return schemes
    }()

    @Test(arguments: [0, 1])
    func `every text stands 7 to 1 on what is under it, in light and in dark`(scheme: Int) throws {
        let colours = try #require(Self.schemes.indices.contains(scheme) ? Self.schemes[scheme] : nil)
        var pairs = ["ochre", "brick", "leaf"].flatMap { text in ["paper", "sheet", "\(text)-tint"].map { (text, $0) } }
        pairs += ["ink", "soft", "sea", "sea-deep"].flatMap { text in ["paper", "sheet", "sea-tint"].map { (text, $0) }
        }
        pairs += [
            ("on-sea", "sea"), ("on-sea", "sea-deep"), ("on-brick", "brick"), ("soft", "shade"), ("ink", "shade"),
        ]
        for (text, ground) in pairs {
            let ratio = Self.contrast(try #require(colours[text]), try #require(colours[ground]))
            #expect(ratio >= 7, "--\(text) on --\(ground): \(ratio)")
        }
        // WCAG 1.4.11: what outlines a field or draws the rope.
        for line in ["edge", "rope"] {
            #expect(Self.contrast(try #require(colours[line]), try #require(colours["paper"])) >= 3)
        }
    }

    @Test func `every class of the sample pages is dressed`() {
        let dressed = Set(Self.sheet.matches(of: /\.([a-z][a-z0-9-]*)/).map { String($0.output.1) })
        for page in PartsSamples.pages {
            for attribute in page.html.string().matches(of: /class="([^"]*)"/) {
                for name in attribute.output.1.split(separator: " ") where name != "large" {
                    #expect(dressed.contains(String(name)), "\(name) in \(page.name)")
                }
            }
        }
    }

    @Test func `every script and picture that a page asks for is there`() {
        for page in PartsSamples.pages {
            for asset in page.html.string().matches(of: /\/assets\/([a-z.]+)\?/) {
                let file = Self.sources.appending(path: "Assets/\(asset.output.1)").path
                #expect(FileManager.default.fileExists(atPath: file), "\(file)")
            }
        }
    }

    private static func contrast(_ one: String, _ other: String) -> Double {
        let (a, b) = (luminance(one), luminance(other))
        return (max(a, b) + 0.05) / (min(a, b) + 0.05)
    }

    /// Relative luminance of sRGB (WCAG 2.2, "relative luminance").
    private static func luminance(_ hex: String) -> Double {
        let channels = stride(from: 0, to: 6, by: 2).map { offset -> Double in
            let value = Double(Int(hex.dropFirst(offset).prefix(2), radix: 16) ?? 0) / 255
            return value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
        }
        return 0.2126 * channels[0] + 0.7152 * channels[1] + 0.0722 * channels[2]
    }
}
