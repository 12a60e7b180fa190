import Foundation
import HTTPTypes
import Hummingbird
import NIOCore
import NIOEmbedded
import Store
import Synchronization
import World

@testable import Web

/// What a browser without scripts does: keeps cookies, fills forms, follows redirects.
final class Browser: Sendable {
    private let site: Site
    /// The address at the other end of the connection; none means « local ».
    private let address: String?
    private let jar = Mutex<[String: String]>([:])

    init(site: Site, address: String?) {
        self.site = site
        self.address = address
    }

    var cookies: [String: String] { jar.withLock { $0 } }

    func keep(cookie name: String, _ value: String) { jar.withLock { $0[name] = value } }

    func forget(cookie name: String) { jar.withLock { $0[name] = nil } }

    /// The token that our pages put in this browser's forms.
    var token: String {
        if let session = cookies[Cookies.session] { return Nonce.derived(from: session, purpose: "formulaire") }
        return Nonce.derived(from: cookies[Cookies.visit] ?? "", purpose: "visite")
    }

    func get(_ path: String, _ headers: HTTPFields = [:]) async throws -> Answer {
        try await send(.get, path, nil, headers)
    }

    /// Sends a form with the token of this browser, unless `fields` holds one.
    func post(_ path: String, _ fields: [(String, String)] = [], _ headers: HTTPFields = [:]) async throws -> Answer {
        let hasToken = fields.contains { $0.0 == "jeton" }
        return try await send(.post, path, FormText.encode(hasToken ? fields : [("jeton", token)] + fields), headers)
    }

    func send(_ method: HTTPRequest.Method, _ path: String, _ body: String?, _ more: HTTPFields = [:]) async throws
        -> Answer
    {
        var headers = more
        let cookie = cookies.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }.joined(separator: "; ")
        if !cookie.isEmpty { headers[.cookie] = cookie }
        if body != nil { headers[.contentType] = "application/x-www-form-urlencoded" }
        let request = Request(
            head: .init(method: method, scheme: "http", authority: "localhost", path: path, headerFields: headers),
            body: RequestBody(buffer: ByteBuffer(string: body ?? "")))
        let channel = NIOAsyncTestingChannel()
        if let address { channel.remoteAddress = try SocketAddress(ipAddress: address, port: 4000) }
        let context = VisitorContext(source: .init(channel: channel, logger: site.app.logger))
        let response = try await site.responder.respond(to: request, context: context)
        let body = CollectedBody()
        try await response.body.write(body)
        for field in response.headers[values: .setCookie] { keep(field) }
        return Answer(head: response.head, bytes: body.bytes, asked: path)
    }

    private func keep(_ field: String) {
        guard let pair = field.split(separator: ";").first else { return }
        let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        jar.withLock { $0[parts[0]] = field.contains("Max-Age=0") ? nil : parts[1] }
    }

    /// Goes where a redirect leads.
    func follow(_ answer: Answer) async throws -> Answer {
        guard answer.status == 303, let next = answer.location else { return answer }
        return try await follow(try await get(next))
    }

    /// Opens a page, fills the form that is sent to `action` and presses its first button (or the one named), then
    /// follows. Fields not named keep what the page put in them.
    func fill(
        _ path: String, action: String? = nil, _ changes: [(String, String)] = [], press button: (String, String)? = nil
    ) async throws -> Answer {
        try await fill(on: try await follow(try await get(path)), action: action, changes, press: button)
    }

    func fill(
        on answer: Answer, action: String? = nil, _ changes: [(String, String)] = [],
        press button: (String, String)? = nil
    ) async throws -> Answer {
        let target = action ?? answer.path
        guard let form = answer.page.form(to: target) else { throw NoSuchForm(action: target, page: answer) }
        let unknown = changes.filter { !form.names.contains($0.0) }.map(\.0)
        guard unknown.isEmpty else { throw NoSuchField(names: unknown, page: answer) }
        let typed = Set(changes.map(\.0))
        let kept = form.fields.filter { !typed.contains($0.0) }
        let referer: HTTPFields = [.referer: "http://localhost\(answer.asked)"]
        return try await follow(try await post(form.action, kept + changes + (button.map { [$0] } ?? []), referer))
    }
}

struct NoSuchForm: Error, CustomStringConvertible {
    let action: String
    let page: Answer
    var description: String { "no form to \(action) on \(page.asked) (\(page.status)): \(page.words.prefix(600))" }
}

struct NoSuchField: Error, CustomStringConvertible {
    let names: [String]
    let page: Answer
    var description: String { "no field \(names) on \(page.asked) (\(page.status))" }
}

/// What came back.
struct Answer: Sendable {
    let head: HTTPResponse
    let bytes: [UInt8]
    /// The address that was asked for.
    let asked: String

    var status: Int { head.status.code }
    var location: String? { head.headerFields[.location] }
    var text: String { String(decoding: bytes, as: UTF8.self) }
    var page: ParsedPage { ParsedPage(text) }
    /// The words that a reader sees.
    var words: String { page.text }
    var isPage: Bool { head.headerFields[.contentType]?.hasPrefix("text/html") == true }
    /// The path of the address, without what follows `?`.
    var path: String { String(asked.prefix { $0 != "?" }) }

    func header(_ name: String) -> String? { HTTPField.Name(name).flatMap { head.headerFields[$0] } }
}

/// The text of a form as a browser sends it.
enum FormText {
    static func encode(_ fields: [(String, String)]) -> String {
        fields.map { "\(escape($0.0))=\(escape($0.1))" }.joined(separator: "&")
    }

    static func escape(_ text: String) -> String {
        var result = ""
        for byte in text.utf8 {
            switch byte {
            case 48...57, 65...90, 97...122, 45, 46, 95: result.unicodeScalars.append(Unicode.Scalar(byte))
            case 32: result += "+"
            default: result += "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
            }
        }
        return result
    }
}

/// Keeps the body of a response.
private final class CollectedBody: ResponseBodyWriter, Sendable {
    private let kept = Mutex<[UInt8]>([])

    var bytes: [UInt8] { kept.withLock { $0 } }

    func write(_ buffer: ByteBuffer) async throws { kept.withLock { $0 += buffer.readableBytesView } }

    func finish(_ trailingHeaders: HTTPFields?) async throws {}
}
