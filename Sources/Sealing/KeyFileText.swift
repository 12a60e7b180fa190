import CSodium

/// The text of a key file: a first line, one line per version (`1` and 64 hexadecimal digits), and
/// a checksum, so that a file copied badly is told from a wrong key.
///
/// Worked on as bytes, wiped after use, and never made a `String`.
enum KeyFileText {
    private static let title = Array("cordee-keys 1".utf8)
    private static let newline = UInt8(ascii: "\n")
    private static let space = UInt8(ascii: " ")

    static func encode(_ keys: InstanceKeys) -> [UInt8] {
        var text = title + [newline]
        for version in keys.versions {
            guard let key = keys.key(version) else { continue }
            text += Array("\(version) ".utf8)
            key.withUnsafeBytes { text += hexadecimal($0) }
            text.append(newline)
        }
        let sum = Sodium.hash(text).withUnsafeBytes { hexadecimal($0) }
        return text + Array("sum ".utf8) + sum + [newline]
    }

    static func decode(_ bytes: [UInt8]) -> InstanceKeys? {
        var lines = bytes.split(separator: newline)
        guard lines.count >= 3, lines.removeFirst().elementsEqual(title),
            let last = lines.popLast(), hasSum(last, bytes[..<last.startIndex])
        else { return nil }
        var keys: [Int: SecretBytes] = [:]
        for line in lines {
            guard let (version, key) = entry(line), keys.updateValue(key, forKey: version) == nil
            else { return nil }
        }
        return InstanceKeys(keys)
    }

    private static func hasSum(_ line: ArraySlice<UInt8>, _ text: ArraySlice<UInt8>) -> Bool {
        let sum = Sodium.hash(Array(text)).withUnsafeBytes { hexadecimal($0) }
        return Sodium.equal(Array(line), Array("sum ".utf8) + sum)
    }

    private static func entry(_ line: ArraySlice<UInt8>) -> (Int, SecretBytes)? {
        let parts = line.split(separator: space)
        guard parts.count == 2, let version = Int(String(decoding: parts[0], as: UTF8.self)),
            version > 0, version <= UInt32.max, parts[1].count == 2 * SecretBytes.count
        else { return nil }
        var isWhole = false
        let key = SecretBytes { isWhole = bytes(from: parts[1], into: $0) }
        return isWhole ? (version, key) : nil
    }

    private static func hexadecimal(_ bytes: UnsafeRawBufferPointer) -> [UInt8] {
        let count = bytes.count * 2 + 1
        var text = [CChar](repeating: 0, count: count)
        defer { sodium_memzero(&text, count) }
        sodium_bin2hex(&text, count, bytes.bindMemory(to: UInt8.self).baseAddress!, bytes.count)
        return text.dropLast().map { UInt8(bitPattern: $0) }
    }

    private static func bytes(
        from text: ArraySlice<UInt8>, into output: UnsafeMutableRawBufferPointer
    ) -> Bool {
        text.withUnsafeBytes { text in
            var count = 0
            let status = sodium_hex2bin(
                output.bindMemory(to: UInt8.self).baseAddress!, output.count,
                text.bindMemory(to: CChar.self).baseAddress!, text.count, nil, &count, nil)
            return status == 0 && count == output.count
        }
    }
}

extension Sodium {
    /// Overwrites bytes that held a secret.
    static func wipe(_ bytes: inout [UInt8]) {
        bytes.withUnsafeMutableBytes { sodium_memzero($0.baseAddress!, $0.count) }
    }
}
