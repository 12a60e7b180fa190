/// How much a fact of the catalogue can be trusted (see `catalogue/README.md`).
public enum Confidence: String, Codable, CaseIterable, Sendable {
    case high = "haute"
    case medium = "moyenne"
    case low = "faible"
}

/// One sentence of the catalogue with what it rests on. What may have changed is shown "à vérifier".
public struct Statement: Codable, Hashable, Sendable {
    public var text: String
    public var confidence: Confidence
    /// Keys of `catalogue/sources.yaml`; empty when the sentence is general knowledge without a page read.
    public var sources: [String]
    public var toVerify: Bool

    public init(_ text: String, confidence: Confidence = .medium, sources: [String] = [], toVerify: Bool = false) {
        self.text = text
        self.confidence = confidence
        self.sources = sources
        self.toVerify = toVerify
    }

    /// True when the screen must say "à vérifier": marked so, weak, or without any source read.
    public var isDoubtful: Bool { toVerify || confidence == .low }
}
