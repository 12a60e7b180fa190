import Database
import Domain
import Foundation
import Sealing
import Synchronization

/// Definitions as dossiers were opened with, decoded once.
final class DefinitionCache: Sendable {
    private let known = Mutex<[String: Demarche]>([:])

    subscript(fingerprint: String) -> Demarche? {
        get { known.withLock { $0[fingerprint] } }
        set { known.withLock { $0[fingerprint] = newValue } }
    }
}

extension Transaction {
    /// Keeps the definition as it is today; gives its fingerprint.
    func freeze(_ demarche: Demarche) throws -> DefinitionRef {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        let content = try encoder.encode(demarche)
        let fingerprint = Nonce.hexadecimal(Array(Sodium.hash(Array(content)).prefix(16)))
        try db.execute(
            """
            INSERT INTO definitions (fingerprint, demarche, version, content)
            VALUES (\(fingerprint), \(demarche.id), \(demarche.version), \(String(decoding: content, as: UTF8.self)))
            ON CONFLICT (fingerprint) DO NOTHING
            """)
        store.definitions[fingerprint] = demarche
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
