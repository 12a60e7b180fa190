import HTTPTypes
import Hummingbird

/// The cookies of the site: all `__Host-`, so tied to this host and to TLS (browsers allow `localhost` without).
enum Cookies {
    static let session = "__Host-cordee"
    static let visit = "__Host-cordee-visite"
    static let flashName = "__Host-cordee-message"

    static func set(_ name: String, _ value: String, maxAge: Int? = nil) -> HTTPField {
        let age = maxAge.map { "; Max-Age=\($0)" } ?? ""
        return HTTPField(name: .setCookie, value: "\(name)=\(value); Path=/; Secure; HttpOnly; SameSite=Lax\(age)")
    }

    static func clear(_ name: String) -> HTTPField { set(name, "", maxAge: 0) }

    static func flash(_ message: Flash) -> HTTPField { set(flashName, message.rawValue, maxAge: 60) }

    /// The value of a cookie of the request.
    static func value(_ name: String, in request: Request) -> String? {
        for field in request.headers[values: .cookie] {
            for pair in field.split(separator: ";") {
                let parts = pair.split(separator: "=", maxSplits: 1)
                if parts.count == 2, parts[0].drop(while: { $0 == " " }) == name { return String(parts[1]) }
            }
        }
        return nil
    }
}
