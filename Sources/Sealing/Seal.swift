import CSodium

public enum SealError: Error, Hashable, Sendable {
    /// The bytes were changed, belong to another place, or were sealed by another key.
    case altered
    /// The bytes are no sealed value, or one of a later version of the program.
    case unknownFormat
    /// The key of that version is not in the key file.
    case unknownKeyVersion
}

/// Seals values and wraps keys: what is closed here opens only whole, with its key, in its place.
public enum Seal {
    private static let sealedFormat: UInt8 = 0x01
    private static let wrappedFormat: UInt8 = 0x11
    /// Format byte and version (4 bytes, big-endian).
    private static let wrappedHeaderCount = 5

    /// Seals a value: format byte, nonce of 24 bytes, ciphertext and tag (41 bytes more).
    public static func seal(_ plain: [UInt8], key: SecretBytes, place: Place) -> [UInt8] {
        plain.withUnsafeBytes { close($0, header: [sealedFormat], key: key, place: place) }
    }

    /// Opens a value sealed by ``seal(_:key:place:)`` in the same place.
    public static func open(
        _ sealed: [UInt8], key: SecretBytes, place: Place
    ) throws(SealError) -> [UInt8] {
        let overhead = 1 + AEAD.nonceCount + AEAD.tagCount
        guard sealed.first == sealedFormat, sealed.count >= overhead else { throw .unknownFormat }
        var isWhole = false
        let count = sealed.count - overhead
        let plain = [UInt8](unsafeUninitializedCapacity: count) { output, initialized in
            isWhole = open(
                sealed, headerCount: 1, key: key, place: place,
                into: UnsafeMutableRawBufferPointer(output))
            initialized = isWhole ? count : 0
        }
        guard isWhole else { throw .altered }
        return plain
    }

    /// Wraps a key under another one, whose version is readable by ``wrappedVersion(_:)``.
    /// - Parameter version: 0 to 4,294,967,295.
    public static func wrap(
        _ key: SecretBytes, under wrapping: SecretBytes, version: Int, place: Place
    ) -> [UInt8] {
        let number = UInt32(clamping: version)
        let header = [wrappedFormat] + (0..<4).map { UInt8(truncatingIfNeeded: number >> (24 - 8 * $0)) }
        return key.withUnsafeBytes { close($0, header: header, key: wrapping, place: place) }
    }

    /// The version of the key a wrapped key is wrapped under; nil when the bytes are none.
    public static func wrappedVersion(_ wrapped: [UInt8]) -> Int? {
        let count = wrappedHeaderCount + AEAD.nonceCount + SecretBytes.count + AEAD.tagCount
        guard wrapped.first == wrappedFormat, wrapped.count == count else { return nil }
        return wrapped[1..<wrappedHeaderCount].reduce(0) { $0 << 8 | Int($1) }
    }

    /// Opens a key wrapped by ``wrap(_:under:version:place:)`` in the same place.
    /// - Parameter keys: gives the wrapping key of a version, nil if it is not known.
    public static func unwrap(
        _ wrapped: [UInt8], keys: (Int) -> SecretBytes?, place: Place
    ) throws(SealError) -> SecretBytes {
        guard let version = wrappedVersion(wrapped) else { throw .unknownFormat }
        guard let wrapping = keys(version) else { throw .unknownKeyVersion }
        var isWhole = false
        let key = SecretBytes { output in
            isWhole = open(
                wrapped, headerCount: wrappedHeaderCount, key: wrapping, place: place, into: output)
        }
        guard isWhole else { throw .altered }
        return key
    }

    private static func close(
        _ plain: UnsafeRawBufferPointer, header: [UInt8], key: SecretBytes, place: Place
    ) -> [UInt8] {
        let nonce = Sodium.randomBytes(AEAD.nonceCount)
        let data = place.bytes(after: header)
        return header + nonce + AEAD.encrypt(plain, with: key, nonce: nonce, data: data)
    }

    private static func open(
        _ sealed: [UInt8], headerCount: Int, key: SecretBytes, place: Place,
        into output: UnsafeMutableRawBufferPointer
    ) -> Bool {
        let data = place.bytes(after: Array(sealed[..<headerCount]))
        return sealed.withUnsafeBytes { bytes in
            let body = bytes[headerCount...]
            return AEAD.decrypt(
                UnsafeRawBufferPointer(rebasing: body.dropFirst(AEAD.nonceCount)), with: key,
                nonce: UnsafeRawBufferPointer(rebasing: body.prefix(AEAD.nonceCount)),
                data: data, into: output)
        }
    }
}
