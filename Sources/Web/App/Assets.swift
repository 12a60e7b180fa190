import Domain
import Foundation
import HTTPTypes
import Hummingbird
import NIOCore
import Store

/// The files that the site serves: styles, modules, drawings, typefaces. Read once, looked up by name, never joined to a path.
struct Assets: Sendable {
    struct File: Sendable {
        let bytes: ByteBuffer
        let type: String
        /// What the content hashes to: another content is another address.
        let fingerprint: String
        var tag: String { "\"\(fingerprint)\"" }
    }

    private var files: [String: File] = [:]
    private var fonts: [String: File] = [:]

    private static let types = [
        "css": "text/css; charset=utf-8", "js": "text/javascript; charset=utf-8", "svg": "image/svg+xml",
        "woff2": "font/woff2", "txt": "text/plain; charset=utf-8", "webmanifest": "application/manifest+json",
    ]

    /// The files of the program itself; empty when they cannot be read, which `init` throws for.
    private static let bundled = Result { () throws -> [String: File] in
        guard let folder = Bundle.module.url(forResource: "Assets", withExtension: nil) else { return [:] }
        return try read(folder)
    }

    /// What stands after `?v=` in the address of a file; nil for a file that does not exist.
    static func fingerprint(_ name: String) -> String? { (try? bundled.get())?[name]?.fingerprint }

    init(fonts folder: String?) throws {
        files = try Self.bundled.get()
        if let folder, FileManager.default.fileExists(atPath: folder) {
            fonts = try Self.read(URL(fileURLWithPath: folder))
        }
    }

    private static func read(_ folder: URL) throws -> [String: File] {
        var result: [String: File] = [:]
        for url in try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil) {
            guard let type = types[url.pathExtension] else { continue }
            let data = try Data(contentsOf: url)
            let fingerprint = Nonce.derived(from: data.base64EncodedString(), purpose: "fichier").prefix(16)
            result[url.lastPathComponent] = File(
                bytes: ByteBuffer(bytes: data), type: type, fingerprint: String(fingerprint))
        }
        return result
    }

    var names: [String] { files.keys.sorted() }

    func file(_ name: String) -> File? { files[name] }
    func font(_ name: String) -> File? { fonts[name] }
}

struct AssetHandlers {
    let app: App

    @Sendable func asset(_ request: Request, _ context: VisitorContext) async throws -> Response {
        try answer(app.assets.file(context.parameters.get("nom") ?? ""), request)
    }

    @Sendable func font(_ request: Request, _ context: VisitorContext) async throws -> Response {
        try answer(app.assets.font(context.parameters.get("nom") ?? ""), request)
    }

    private func answer(_ file: Assets.File?, _ request: Request) throws -> Response {
        guard let file else { throw NotFoundError() }
        // The address names this very content: it never needs to be asked for again.
        let isExact = request.query["v"] == file.fingerprint
        let keep = isExact ? "public, max-age=31536000, immutable" : "public, max-age=3600"
        var headers: HTTPFields = [.contentType: file.type, .eTag: file.tag, .cacheControl: keep]
        if isKnown(file.tag, request) { return Response(status: .notModified, headers: headers) }
        headers[.contentLength] = String(file.bytes.readableBytes)
        return Response(status: .ok, headers: headers, body: .init(byteBuffer: file.bytes))
    }

    /// The browser has it: its tag is among those sent, weakened or not by a proxy that compresses.
    private func isKnown(_ tag: String, _ request: Request) -> Bool {
        (request.headers[.ifNoneMatch] ?? "").split(separator: ",").map { String($0).trimmed }.contains {
            $0 == tag || $0 == "W/\(tag)" || $0 == "*"
        }
    }

    @Sendable func health(_ request: Request, _ context: VisitorContext) async throws -> Response {
        try await app.store.canWrite(now: context.requestedAt)
            ? .text("ok") : .text("écriture impossible", .serviceUnavailable)
    }
}
