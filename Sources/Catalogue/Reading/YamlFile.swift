import Foundation
import Yams

/// Bytes of a file → one YAML document, or a problem in French.
enum YamlFile {
    static let maximumSize = 1_000_000

    /// The root of the file, or nil with the reason reported.
    static func root(_ url: URL, _ reading: FileReading) -> Node? {
        guard let data = bytes(url, reading) else { return nil }
        guard let text = String(validating: data, as: UTF8.self) else {
            reading.report("encodage inconnu : enregistrez le fichier en UTF-8.", at: invalidPlace(data))
            return nil
        }
        return document(text, reading)
    }

    private static func bytes(_ url: URL, _ reading: FileReading) -> Data? {
        let data: Data
        do {
            let size = try url.resourceValues(forKeys: [.fileSizeKey]).fileSize ?? 0
            guard size <= maximumSize else {
                reading.report("fichier de plus de 1 Mo (\(size) octets).", at: nil)
                return nil
            }
            data = try Data(contentsOf: url)
        } catch {
            reading.report("fichier illisible : vérifiez qu’il existe et que vous avez le droit de le lire.", at: nil)
            return nil
        }
        if data.starts(with: [0xEF, 0xBB, 0xBF]) {
            reading.report("marque d’ordre des octets (BOM) en tête : enregistrez en « UTF-8 sans BOM ».", at: nil)
            return data.dropFirst(3)
        }
        return data
    }

    /// The same for a text already in memory.
    static func document(_ text: String, _ reading: FileReading) -> Node? {
        do {
            // Scalars stay texts: types are read by our own kinds, and Yams' resolver is slow.
            guard let node = try Yams.compose(yaml: text, .basic), !isEmpty(node) else {
                reading.report("fichier vide.", at: nil)
                return nil
            }
            return node
        } catch let error as YamlError {
            let (message, place) = YamlMessage.french(error, in: text)
            reading.report(message, at: place)
        } catch {
            reading.report("YAML illisible.", at: nil)
        }
        return nil
    }

    private static func isEmpty(_ node: Node) -> Bool {
        if case .scalar(let scalar) = node { return scalar.string.isEmpty }
        return false
    }

    private static func invalidPlace(_ data: Data) -> Spot {
        // The repaired text differs from the file first where it holds a replacement character that the file does not.
        let repaired = String(decoding: data, as: UTF8.self)
        let common = zip(repaired.utf8, data).prefix { $0 == $1 }.count
        let line = data.prefix(common).count { $0 == 0x0A } + 1
        return Spot(line: line, column: 1)
    }
}
