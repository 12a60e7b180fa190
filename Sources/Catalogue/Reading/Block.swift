import Yams

/// A key of the catalogue files as the reference describes it.
struct KeyPage: Sendable {
    let name: String
    let kind: String
    let required: Bool
    /// The value when the key is absent, in words; empty when there is none.
    let fallback: String
    let meaning: String
    let example: String
    /// Reads a value of the key, for its problems only: a test reads the example.
    let check: @Sendable (Cell) -> Void
    let blocks: @Sendable () -> [BlockPage]
}

/// A block of keys as the reference describes it.
struct BlockPage: Sendable {
    let title: String
    let about: String
    let keys: [KeyPage]
    /// Reads an empty block and gives back the names that were asked for: a test compares them with `keys`.
    let namesRead: @Sendable () -> Set<String>
}

/// A key of a block: its name, how its value is read, and what the reference says about it.
struct Key<Value: Sendable>: Sendable {
    let name: String
    let kind: Kind<Value>
    /// nil: required.
    let fallback: (@Sendable () -> Value)?
    let page: KeyPage

    private init(
        _ name: String, _ kind: Kind<Value>, fallback: (@Sendable () -> Value)?, words: String, _ meaning: String,
        _ example: String
    ) {
        self.name = name
        self.kind = kind
        self.fallback = fallback
        page = KeyPage(
            name: name, kind: kind.label, required: fallback == nil, fallback: words, meaning: meaning,
            example: example, check: { _ = kind.read($0) }, blocks: kind.blocks)
    }

    static func required(_ name: String, _ kind: Kind<Value>, _ meaning: String, _ example: String) -> Key {
        Key(name, kind, fallback: nil, words: "", meaning, example)
    }

    static func optional<Some: Sendable>(
        _ name: String, _ kind: Kind<Some>, _ meaning: String, _ example: String
    ) -> Key where Value == Some? {
        Key(name, kind.optional, fallback: { nil }, words: "", meaning, example)
    }

    static func optional(
        _ name: String, _ kind: Kind<Value>, or value: Value, _ words: String, _ meaning: String, _ example: String
    ) -> Key {
        Key(name, kind, fallback: { value }, words: words, meaning, example)
    }
}

/// The keys of a mapping of a file, opened for reading.
struct Fields {
    /// nil when the mapping could not be read: every value is then a placeholder, and nothing more is reported.
    let cell: Cell?
    fileprivate let values: [String: Node]
    fileprivate let log: Log?

    fileprivate final class Log {
        var names: Set<String> = []
    }

    subscript<Value>(key: Key<Value>) -> Value {
        log?.names.insert(key.name)
        guard let cell else { return key.fallback?() ?? key.kind.placeholder() }
        if let node = values[key.name] { return key.kind.read(cell.with(node)) }
        if let fallback = key.fallback { return fallback() }
        cell.report("clé « \(key.name) » manquante (\(key.page.kind)).")
        return key.kind.placeholder()
    }

    func has<Value>(_ key: Key<Value>) -> Bool { values[key.name] != nil }

    /// Reports at the value of a key, or at the block when the key is absent.
    func report<Value>(_ message: String, at key: Key<Value>) {
        guard let cell else { return }
        cell.reading.report(message, at: values[key.name].map { Spot($0.mark) } ?? cell.spot)
    }
}

/// A mapping with a closed list of keys, and the value that it stands for.
struct Block<Value: Sendable>: Sendable {
    let page: BlockPage
    private let build: @Sendable (Fields) -> Value

    init(_ title: String, _ about: String, _ keys: [KeyPage], build: @escaping @Sendable (Fields) -> Value) {
        self.build = build
        page = BlockPage(title: title, about: about, keys: keys) {
            let log = Fields.Log()
            _ = build(Fields(cell: nil, values: [:], log: log))
            return log.names
        }
    }

    var kind: Kind<Value> {
        Kind("bloc « \(page.title) »", placeholder: empty, blocks: { [page] }, read: read)
    }

    @Sendable private func empty() -> Value { build(Fields(cell: nil, values: [:], log: nil)) }

    @Sendable func read(_ cell: Cell) -> Value {
        guard case .mapping(let mapping) = cell.node else {
            cell.report(
                "bloc de clés attendu (\(page.keys.prefix(3).map(\.name).joined(separator: ", "))…), trouvé \(cell.shape)."
            )
            return empty()
        }
        let known = page.keys.map(\.name)
        var values: [String: Node] = [:]
        for (key, value) in mapping {
            guard case .scalar(let name) = key, known.contains(name.string) else {
                cell.with(key).reportUnknownKey(known: known)
                continue
            }
            values[name.string] = value
        }
        return build(Fields(cell: cell, values: values, log: nil))
    }
}

extension Cell {
    /// Reports this key as unknown, with the nearest known one or the whole list when it is short.
    func reportUnknownKey(known: [String]) {
        guard case .scalar(let name) = node else {
            report("clé illisible : un mot simple est attendu.")
            return
        }
        let hint = Nearest.hint(name.string, in: known)
        report(
            "clé inconnue « \(name.string.shortened) ».\(hint.isEmpty ? " Clés possibles : \(known.joined(separator: ", "))." : hint)"
        )
    }
}
