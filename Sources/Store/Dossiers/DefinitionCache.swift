import Database
import Domain
import Foundation
import Sealing
import Synchronization

/// Definitions as dossiers were opened with, decoded once; those of today, encoded once.
final class DefinitionCache: Sendable {
    /// A definition as it is stored.
    struct Frozen: Sendable {
        let demarche: Demarche
        let fingerprint: String
        let content: String
    }

    private let known = Mutex<[String: Demarche]>([:])
    private let latest = Mutex<[String: Frozen]>([:])

    subscript(fingerprint: String) -> Demarche? {
        get { known.withLock { $0[fingerprint] } }
        set { known.withLock { $0[fingerprint] = newValue } }
    }

    /// The stored form of a definition. Encoding one takes milliseconds, comparing it with the last one far less.
    func frozen(_ demarche: Demarche) throws -> Frozen {
        if let last = latest.withLock({ $0[demarche.id] }), last.demarche == demarche { return last }
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        let content = try encoder.encode(demarche)
        let frozen = Frozen(
            demarche: demarche, fingerprint: Nonce.hexadecimal(Array(Sodium.hash(Array(content)).prefix(16))),
            content: String(decoding: content, as: UTF8.self))
        latest.withLock { $0[demarche.id] = frozen }
        known.withLock { $0[frozen.fingerprint] = demarche }
        return frozen
    }
}

extension Transaction {
    /// Keeps the definition as it is today; gives its fingerprint.
    func freeze(_ demarche: Demarche) throws -> DefinitionRef {
        let frozen = try store.definitions.frozen(demarche)
        let fingerprint = frozen.fingerprint
        if try db.first("SELECT version FROM definitions WHERE fingerprint = \(fingerprint)") == nil {
            try db.execute(
                """
                INSERT INTO definitions (fingerprint, demarche, version, content)
                VALUES (\(fingerprint), \(demarche.id), \(demarche.version), \(frozen.content))
                ON CONFLICT (fingerprint) DO NOTHING
                """)
        }
        return DefinitionRef(version: demarche.version, fingerprint: fingerprint)
    }

    /// The definition that a dossier was opened with.
    func definition(_ ref: DefinitionRef) throws -> Demarche {
        if let known = store.definitions[ref.fingerprint] { return known }
        guard let row = try db.first("SELECT content FROM definitions WHERE fingerprint = \(ref.fingerprint)") else {
            throw StoreError.notFound
        }
        let demarche = try JSONDecoder().decode(Demarche.self, from: Data(row.text("content").utf8))
        store.definitions[ref.fingerprint] = demarche
        return demarche
    }
}
