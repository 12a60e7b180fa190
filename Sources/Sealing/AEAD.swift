import CSodium

/// XChaCha20-Poly1305 (draft-irtf-cfrg-xchacha), as libsodium has it: a nonce of 24 random bytes
/// cannot meet another one under the same key by chance.
enum AEAD {
    static let nonceCount = 24
    static let tagCount = 16

    /// - Returns: ciphertext and tag.
    static func encrypt(
        _ plain: UnsafeRawBufferPointer, with key: SecretBytes, nonce: [UInt8], data: [UInt8]
    ) -> [UInt8] {
        Sodium.ready()
        let count = plain.count + tagCount
        return [UInt8](unsafeUninitializedCapacity: count) { output, initialized in
            _ = key.withPointer {
                crypto_aead_xchacha20poly1305_ietf_encrypt(
                    output.baseAddress!, nil,
                    plain.bindMemory(to: UInt8.self).baseAddress, UInt64(plain.count),
                    data, UInt64(data.count), nil, nonce, $0)
            }
            initialized = count
        }
    }

    /// Checks the tag, then writes the plain bytes to `output`.
    /// - Returns: false when the tag does not fit; `output` then holds nothing of use.
    static func decrypt(
        _ sealed: UnsafeRawBufferPointer, with key: SecretBytes, nonce: UnsafeRawBufferPointer,
        data: [UInt8], into output: UnsafeMutableRawBufferPointer
    ) -> Bool {
        Sodium.ready()
        guard sealed.count == output.count + tagCount, nonce.count == nonceCount else {
            return false
        }
        return key.withPointer {
            crypto_aead_xchacha20poly1305_ietf_decrypt(
                output.bindMemory(to: UInt8.self).baseAddress, nil, nil,
                sealed.bindMemory(to: UInt8.self).baseAddress!, UInt64(sealed.count),
                data, UInt64(data.count), nonce.bindMemory(to: UInt8.self).baseAddress!, $0) == 0
        }
    }
}
