import Foundation
import World

/// What the world holds that must not be read in the data: names, numbers, notes, words, in every writing.
enum Markers {
    static let texts = [
        "Fatou", "Diallo", "0639980112", "4471208", "rue des Lavoirs", "1988-04-12", "Jean Petit", "0639980145",
        "1971-09-30", "Thị Mai", "Nguyễn", "mai.nguyen@courriel", "5120934", "Odette", "Vasseur", "0386550178",
        "1946-11-03", "chien roux", "Aïcha", "Lefèvre", "Service tutélaire du Val", "0386550101", "Żółtowski",
        "O’Connor", "0639980177", "Bakary", "Confidentiel-Tilleuls", "0639980199",
        "ma caf elle marche plus", "Préfère venir le matin", "Rapporter le bulletin", "AL-2026-4471", "C2S 88", "R-118",
        "Demandé par courrier", "La caisse maintient la dette", "Le code par SMS", "autre fournisseur",
        "appeler elle-même", "Apporter l’avis", "Marchand", "Benali", "valsauge.example", "Ostermann", "Kerbrat",
        Cast.password,
    ]

    private static let patterns: [(String, Data)] = texts.flatMap { text in writings(text).map { (text, $0) } }

    /// UTF-8, UTF-16 both ways, hexadecimal both cases, and base64 at its three offsets.
    static func writings(_ text: String) -> [Data] {
        let bytes = Data(text.utf8)
        let lower = bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
        var all = [bytes, Data(lower.utf8), Data(lower.uppercased().utf8)]
        all += [String.Encoding.utf16LittleEndian, .utf16BigEndian].compactMap { text.data(using: $0) }
        for offset in 0..<3 {
            let padded = Data(repeating: 0, count: offset) + bytes
            let whole = Array(padded.base64EncodedString().utf8)
            // The characters that depend on neighbouring bytes are left out.
            let start = (offset * 8 + 5) / 6
            let end = padded.count * 8 / 6
            if end - start >= 6 { all.append(Data(whole[start..<end])) }
        }
        return all
    }

    static func found(in bytes: some Sequence<UInt8>) -> [String] {
        let data = Data(bytes)
        return patterns.filter { data.range(of: $0.1) != nil }.map(\.0)
    }
}
