import Sealing

/// Random values for forms and links, and their comparison in constant time.
public enum Nonce {
    /// 256 random bits, safe in an address.
    public static func random() -> String { Token.random() }

    /// A value that only the holder of `token` can make.
    public static func derived(from token: String, purpose: String) -> String {
        hexadecimal(Token.fingerprint("\(purpose)\u{0}\(token)"))
    }

    static func hexadecimal(_ bytes: [UInt8]) -> String {
        bytes.map { byte in
            let digits = String(byte, radix: 16)
            return digits.count == 1 ? "0\(digits)" : digits
        }.joined()
    }

    /// Compares without telling by the time taken where the texts differ.
    public static func same(_ a: String, _ b: String) -> Bool { Sodium.equal(Array(a.utf8), Array(b.utf8)) }
}
