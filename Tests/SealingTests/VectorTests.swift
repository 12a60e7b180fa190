import Testing

@testable import Sealing

/// Published answers: a wrong parameter or a wrong algorithm would still round-trip.
@Suite struct `Known answers` {
    private static func bytes(_ hexadecimal: String) -> [UInt8] {
        let digits = Array(hexadecimal)
        return stride(from: 0, to: digits.count, by: 2).compactMap {
            UInt8(String(digits[$0...($0 + 1)]), radix: 16)
        }
    }

    private static let key = SecretBytes(Array(0..<32))!

    @Test func `of XChaCha20-Poly1305, draft-irtf-cfrg-xchacha-03 A.3.1`() throws {
        let plain = Array(
            "Ladies and Gentlemen of the class of '99: If I could offer you only one tip for the future, sunscreen would be it."
                .utf8)
        let expected = Self.bytes(
            "bd6d179d3e83d43b9576579493c0e939572a1700252bfaccbed2902c21396cbb"
                + "731c7f1b0b4aa6440bf3a82f4eda7e39ae64c6708c54c216cb96b72e1213b452"
                + "2f8c9ba40db5d945b11b69b982c1bb9e3f3fac2bc369488f76b2383565d3fff9"
                + "21f9664c97637da9768812f615c68b13b52ec0875924c1c7987947deafd8780acf49")
        let key = try #require(SecretBytes(Array(0x80...0x9f)))
        let sealed = plain.withUnsafeBytes {
            AEAD.encrypt(
                $0, with: key, nonce: Array(0x40...0x57),
                data: Self.bytes("50515253c0c1c2c3c4c5c6c7"))
        }
        #expect(sealed == expected)
    }

    @Test func `of BLAKE2b-256, from Python's hashlib`() {
        #expect(
            Sodium.hash(Array("abc".utf8))
                == Self.bytes("bddd813c634239723171ef3fee98579b94964e3bb1cb3e427262c8c068d52319"))
        #expect(
            Sodium.hash([])
                == Self.bytes("0e5751c026e543b2e8ab2eb06099daa1d1e5df47778f7787faab45cdf12fe3a8"))
        #expect(
            Sodium.hash(Array("abc".utf8), key: Self.key)
                == Self.bytes("d63a32d3e44738d7907f964316c241adaba0abfeabc32349677578a15a203f7f"))
    }

    @Test func `of the chain, computed apart with Python's hashlib`() {
        let next = HashChain.next(
            previous: [UInt8](repeating: 1, count: 32), entry: Array("entry".utf8), key: Self.key)
        #expect(
            next == Self.bytes("c91e0d827d731c499e9782bf285f812211fc96217558a592d89f6eaee9dcce73"))
    }

    @Test func `of Argon2id, from libsodium's own tests`() async throws {
        let hash =
            "$argon2id$v=19$m=256,t=3,p=1$MDEyMzQ1Njc$G5ajKFCoUzaXRLdz7UJb5wGkb2Xt+X5/GQjUYtS2+TE"
        #expect(try await PasswordHasher.fast.verify("password", against: hash))
        #expect(try await !PasswordHasher.fast.verify("passwore", against: hash))
    }
}

@Suite struct `The chain of hashes` {
    private let key = SecretBytes.random()

    @Test func `tells where one part ends and the other begins`() {
        let first = HashChain.next(previous: [1, 2], entry: [3], key: key)
        let second = HashChain.next(previous: [1], entry: [2, 3], key: key)
        #expect(first != second)
        #expect(first.count == 32)
    }

    @Test func `depends on each part and on the key`() {
        let one = HashChain.next(previous: [1], entry: [2], key: key)
        #expect(HashChain.next(previous: [1], entry: [2], key: key) == one)
        #expect(HashChain.next(previous: [0], entry: [2], key: key) != one)
        #expect(HashChain.next(previous: [1], entry: [0], key: key) != one)
        #expect(HashChain.next(previous: [1], entry: [2], key: .random()) != one)
    }
}

@Suite struct `Tokens and chance` {
    @Test func `a token is 256 bits for a URL, and no two are the same`() {
        let tokens = (0..<200).map { _ in Token.random() }
        #expect(Set(tokens).count == 200)
        for token in tokens {
            #expect(token.count == 43)
            #expect(token.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "-_".contains($0)) })
        }
    }

    @Test func `a fingerprint is the same each time and does not hold the token`() {
        let token = Token.random()
        #expect(Token.fingerprint(token) == Token.fingerprint(token))
        #expect(Token.fingerprint(token) != Token.fingerprint(token + "x"))
        #expect(Token.fingerprint(token).count == 32)
    }

    @Test func `random bytes have the length asked for and differ`() throws {
        try Sodium.start()
        #expect(Sodium.randomBytes(0) == [])
        #expect(Sodium.randomBytes(33).count == 33)
        #expect(Sodium.randomBytes(16) != Sodium.randomBytes(16))
    }

    @Test func `bytes are compared by value`() {
        #expect(Sodium.equal([1, 2, 3], [1, 2, 3]))
        #expect(!Sodium.equal([1, 2, 3], [1, 2, 4]))
        #expect(!Sodium.equal([1, 2, 3], [1, 2]))
        #expect(Sodium.equal([], []))
    }
}
