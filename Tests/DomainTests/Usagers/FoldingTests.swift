import Domain
import Testing

@Suite("Folding of words") struct FoldingTests {
    @Test(arguments: [
        ("Élodie", "elodie"), ("L’électricité", "l'electricite"), ("Œuvre d’Ærø", "oeuvre d'aero"),
        ("Łukasz", "lukasz"),
        ("Søren Weiß", "soren weiss"), ("  Pôle\u{00A0}\t emploi \n", "pole emploi"), ("ＣＡＦ", "caf"), ("ﬁn", "fin"),
        ("e\u{0301}te\u{0301}", "ete"), ("co\u{00AD}op", "coop"), ("İstanbul", "istanbul"), ("", ""),
        (" \u{0301} ", ""),
    ])
    func `accents, case, ligatures and apostrophes no longer count`(_ text: String, _ folded: String) {
        #expect(Folding.fold(text) == folded)
    }

    @Test func `folding agrees with Python's unicodedata`() throws {
        func text(_ points: String) -> String {
            String(
                String.UnicodeScalarView(
                    points.split(separator: " ").compactMap { UInt32($0, radix: 16).flatMap(Unicode.Scalar.init) }))
        }
        let rows = try Oracle.rows("folding.tsv")
        #expect(rows.count > 600)
        for row in rows {
            #expect(Array(Folding.fold(text(row[0])).unicodeScalars) == Array(text(row[1]).unicodeScalars), "\(row[0])")
        }
    }

    @Test func `folding twice changes nothing`() throws {
        for row in try Oracle.rows("folding.tsv") {
            let text = String(
                String.UnicodeScalarView(
                    row[0].split(separator: " ").compactMap { UInt32($0, radix: 16).flatMap(Unicode.Scalar.init) }))
            let once = Folding.fold(text)
            #expect(Folding.fold(once) == once, "\(row[0])")
        }
    }
}
