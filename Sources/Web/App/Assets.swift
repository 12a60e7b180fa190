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
        let tag: String
    }

    private var files: [String: File] = [:]
    private var fonts: [String: File] = [:]

    private static let types = [
        "css": "text/css; charset=utf-8", "js": "text/javascript; charset=utf-8", "svg": "image/svg+xml",
        "woff2": "font/woff2", "txt": "text/plain; charset=utf-8", "webmanifest": "application/manifest+json",
    ]

    init(fonts folder: String?) throws {
        if let bundled = Bundle.module.url(forResource: "Assets", withExtension: nil) {
            files = try Self.read(bundled)
        }
        if let folder, FileManager.default.fileExists(atPath: folder) {
            fonts = try Self.read(URL(fileURLWithPath: folder))
        }
    }

    private static func read(_ folder: URL) throws -> [String: File] {
        var result: [String: File] = [:]
        for url in try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil) {
            guard let type = types[url.pathExtension] else { continue }
            let data = try Data(contentsOf: url)
            let tag = "\"\(Nonce.derived(from: data.base64EncodedString(), purpose: "fichier").prefix(16))\""
            result[url.lastPathComponent] = File(bytes: ByteBuffer(bytes: data), type: type, tag: tag)
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
        var headers: HTTPFields = [.contentType: file.type, .eTag: file.tag, .cacheControl: "public, max-age=3600"]
        if request.headers[.ifNoneMatch] == file.tag { return Response(status: .notModified, headers: headers) }
        headers[.contentLength] = String(file.bytes.readableBytes)
        return Response(status: .ok, headers: headers, body: .init(byteBuffer: file.bytes))
    }

    @Sendable func health(_ request: Request, _ context: VisitorContext) async throws -> Response {
        try await app.store.canWrite(now: context.requestedAt)
            ? .text("ok") : .text("écriture impossible", .serviceUnavailable)
    }
}
