/// A Swift file taken apart: code without comments and texts, and the texts with their interpolations.
struct SwiftText: Sendable {
    struct Literal: Sendable {
        let line: Int
        /// As it is written, interpolations included.
        let text: String
    }

    private(set) var code = ""
    private(set) var literals: [Literal] = []

    init(_ source: String) {
        var scanner = Scanner(bytes: Array(source.utf8))
        scanner.readCode(untilClosing: false)
        code = String(decoding: scanner.code, as: UTF8.self)
        literals = scanner.literals.sorted { $0.line < $1.line }
    }

    private struct Scanner {
        let bytes: [UInt8]
        var place = 0
        var line = 1
        var code: [UInt8] = []
        var literals: [Literal] = []

        init(bytes: [UInt8]) { self.bytes = bytes }

        func has(_ text: StaticString) -> Bool {
            text.withUTF8Buffer { wanted in
                place + wanted.count <= bytes.count && (0..<wanted.count).allSatisfy { bytes[place + $0] == wanted[$0] }
            }
        }

        mutating func skip(_ count: Int = 1) {
            for _ in 0..<count where place < bytes.count {
                if bytes[place] == 0x0A { line += 1 }
                place += 1
            }
        }

        mutating func readCode(untilClosing: Bool) {
            var depth = 0
            while place < bytes.count {
                if has("//") {
                    while place < bytes.count, bytes[place] != 0x0A { skip() }
                } else if has("/*") {
                    while place < bytes.count, !has("*/") { skip() }
                    skip(2)
                } else if let hashes = literalStart() {
                    readLiteral(hashes: hashes)
                } else {
                    if bytes[place] == UInt8(ascii: "(") { depth += 1 }
                    if bytes[place] == UInt8(ascii: ")") {
                        if untilClosing, depth == 0 { return }
                        depth -= 1
                    }
                    code.append(bytes[place])
                    skip()
                }
            }
        }

        /// The number of `#` before a quote that opens here.
        private func literalStart() -> Int? {
            var hashes = 0
            while place + hashes < bytes.count, bytes[place + hashes] == UInt8(ascii: "#") { hashes += 1 }
            return place + hashes < bytes.count && bytes[place + hashes] == UInt8(ascii: "\"") ? hashes : nil
        }

        private mutating func readLiteral(hashes: Int) {
            let start = line
            skip(hashes)
            let quotes = has("\"\"\"") ? 3 : 1
            skip(quotes)
            var text: [UInt8] = []
            let (quote, hash) = (UInt8(ascii: "\""), UInt8(ascii: "#"))
            func follows(_ count: Int, _ byte: UInt8, at offset: Int) -> Bool {
                (0..<count).allSatisfy { place + offset + $0 < bytes.count && bytes[place + offset + $0] == byte }
            }
            while place < bytes.count {
                if follows(quotes, quote, at: 0), follows(hashes, hash, at: quotes) {
                    skip(quotes + hashes)
                    break
                }
                if bytes[place] == UInt8(ascii: "\\"), follows(hashes, hash, at: 1) {
                    let isInterpolation =
                        place + 1 + hashes < bytes.count && bytes[place + 1 + hashes] == UInt8(ascii: "(")
                    let from = place
                    skip(2 + hashes)
                    if isInterpolation {
                        code.append(0x20)
                        readCode(untilClosing: true)
                        code.append(0x20)
                        skip()
                    }
                    text += bytes[from..<min(place, bytes.count)]
                } else {
                    text.append(bytes[place])
                    skip()
                }
            }
            code += Array("\"\"".utf8)
            literals.append(Literal(line: start, text: String(decoding: text, as: UTF8.self)))
        }
    }
}
