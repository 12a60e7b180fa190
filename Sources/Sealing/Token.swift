import CSodium
import Foundation

/// A secret that travels in a cookie or a link; only its fingerprint is stored.
public enum Token {
    /// 256 random bits in base64url without padding (43 characters).
    public static func random() -> String {
        Data(Sodium.randomBytes(32)).base64EncodedString()
            .replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: "")
    }

    /// What is stored: BLAKE2b of the text. The token is random enough to need no key.
    public static func fingerprint(_ token: String) -> [UInt8] {
        Sodium.hash(Array(token.utf8))
    }
}
