import CSodium

public enum SodiumError: Error, Hashable, Sendable {
    /// The library could not start (no source of randomness).
    case unavailable
}

/// What everything here takes from libsodium: chance, hashes, comparison.
public enum Sodium {
    private static let isReady = sodium_init() >= 0

    /// Starts the library; call it once before anything is served.
    public static func start() throws(SodiumError) {
        guard isReady else { throw .unavailable }
    }

    /// Starts the library where nobody did, so that its fast code is chosen safely.
    static func ready() {
        _ = isReady
    }

    /// Bytes from the system's random generator.
    public static func randomBytes(_ count: Int) -> [UInt8] {
        ready()
        return [UInt8](unsafeUninitializedCapacity: count) { buffer, initialized in
            if let start = buffer.baseAddress { randombytes_buf(start, count) }
            initialized = count
        }
    }

    /// BLAKE2b of 32 bytes, keyed when a key is given (RFC 7693).
    public static func hash(_ bytes: [UInt8], key: SecretBytes? = nil) -> [UInt8] {
        ready()
        return [UInt8](unsafeUninitializedCapacity: 32) { output, initialized in
            let count = UInt64(bytes.count)
            if let key {
                _ = key.withPointer {
                    crypto_generichash(output.baseAddress!, 32, bytes, count, $0, SecretBytes.count)
                }
            } else {
                crypto_generichash(output.baseAddress!, 32, bytes, count, nil, 0)
            }
            initialized = 32
        }
    }

    /// Compares in a time that does not depend on where the difference is.
    public static func equal(_ left: [UInt8], _ right: [UInt8]) -> Bool {
        left.count == right.count && sodium_memcmp(left, right, left.count) == 0
    }
}
