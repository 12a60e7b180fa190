/// The chain that shows that a journal was not rewritten: each entry's hash holds the one before.
public enum HashChain {
    /// Keyed BLAKE2b of both parts, each after its length.
    /// - Parameters:
    ///   - previous: the hash of the entry before; empty for the first.
    ///   - entry: the entry, encoded the same way each time.
    /// - Returns: 32 bytes.
    public static func next(previous: [UInt8], entry: [UInt8], key: SecretBytes) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(previous.count + entry.count + 16)
        bytes.append(counted: previous)
        bytes.append(counted: entry)
        return Sodium.hash(bytes, key: key)
    }
}
