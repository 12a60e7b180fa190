import CSodium

/// A key of 32 bytes, wiped from memory when nobody holds it any more.
///
/// It shows nothing of itself when printed, dumped or interpolated in a text.
public struct SecretBytes: Sendable {
    /// Bytes in a key.
    public static let count = 32

    private let storage: Storage

    /// Copies a key; nil unless there are exactly 32 bytes. The caller wipes its own copy.
    public init?(_ bytes: [UInt8]) {
        guard bytes.count == Self.count else { return nil }
        storage = Storage { $0.copyBytes(from: bytes) }
    }

    /// A key filled in place: its bytes never stand elsewhere.
    init(filling fill: (UnsafeMutableRawBufferPointer) throws -> Void) rethrows {
        storage = try Storage(filling: fill)
    }

    /// A new key from the system's random generator.
    public static func random() -> SecretBytes {
        Sodium.ready()
        return SecretBytes { randombytes_buf($0.baseAddress!, $0.count) }
    }

    /// Lends the bytes for the time of the closure.
    public func withUnsafeBytes<T>(_ body: (UnsafeRawBufferPointer) throws -> T) rethrows -> T {
        try body(UnsafeRawBufferPointer(storage.bytes))
    }

    /// Lends the bytes as libsodium wants them.
    func withPointer<T>(_ body: (UnsafePointer<UInt8>) throws -> T) rethrows -> T {
        try storage.bytes.withMemoryRebound(to: UInt8.self) { try body($0.baseAddress!) }
    }
}

extension SecretBytes: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    public var description: String { "SecretBytes" }
    public var debugDescription: String { description }
    public var customMirror: Mirror { Mirror(self, children: []) }
}

extension SecretBytes {
    /// `@unchecked`: the memory is written in `init` only, before anyone else can see it.
    private final class Storage: @unchecked Sendable {
        let bytes: UnsafeMutableRawBufferPointer

        init(filling fill: (UnsafeMutableRawBufferPointer) throws -> Void) rethrows {
            bytes = .allocate(byteCount: SecretBytes.count, alignment: 16)
            do { try fill(bytes) } catch {
                wipe()
                throw error
            }
        }

        deinit { wipe() }

        private func wipe() {
            sodium_memzero(bytes.baseAddress, bytes.count)
            bytes.deallocate()
        }
    }
}
