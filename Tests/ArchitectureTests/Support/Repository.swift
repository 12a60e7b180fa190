import Foundation

/// The files of the repository, as the rules about the code read them.
enum Repository {
    static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()

    struct File: Sendable {
        /// From the root: `Sources/Domain/Structures/ID.swift`.
        let path: String
        let text: String

        var name: String { path.split(separator: "/").last.map(String.init) ?? path }
        /// The target of a source file.
        var target: String { path.split(separator: "/").dropFirst().first.map(String.init) ?? "" }
        var lines: [Substring] { text.split(separator: "\n", omittingEmptySubsequences: false) }
    }

    static let sources = files(under: "Sources", ending: "swift")
    static let tests = files(under: "Tests", ending: "swift")
    static let scanned = sources.map { (file: $0, swift: SwiftText($0.text)) }

    static func read(_ path: String) throws -> String {
        try String(contentsOf: root.appending(path: path), encoding: .utf8)
    }

    /// Texts below a folder; what is built, fetched or generated is left out.
    static func files(under folder: String, ending: String? = nil) -> [File] {
        let start = root.appending(path: folder)
        guard let walk = FileManager.default.enumerator(at: start, includingPropertiesForKeys: [.isRegularFileKey])
        else { return [] }
        var found: [File] = []
        for case let url as URL in walk {
            let path = String(url.path.dropFirst(root.path.count + 1))
            if [".build", ".git", "data", "node_modules"].contains(url.lastPathComponent) || path.hasPrefix(".build") {
                walk.skipDescendants()
                continue
            }
            guard ending.map({ url.pathExtension == $0 }) ?? true, let data = try? Data(contentsOf: url),
                data.count < 2_000_000, let text = String(data: data, encoding: .utf8)
            else { continue }
            found.append(File(path: path, text: text))
        }
        return found.sorted { $0.path < $1.path }
    }
}
