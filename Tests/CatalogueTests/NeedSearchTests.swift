import Catalogue
import Domain
import Foundation
import Testing

/// Phrases of the desk with the procedures that answer each: `Phrases/*.tsv`.
struct HeardPhrase: Sendable {
    let words: String
    let answers: [String]

    static func read(_ name: String) throws -> [HeardPhrase] {
        let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("Phrases")
        let text = try String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8)
        return text.split(separator: "\n").filter { !$0.hasPrefix("#") }.map { line in
            let cells = line.split(separator: "\t").map(String.init)
            return HeardPhrase(
                words: cells[0], answers: cells.count > 1 ? cells[1].split(separator: ",").map(String.init) : [])
        }
    }
}

@Suite("Need search on the real catalogue") struct NeedSearchTests {
    static let search = NeedSearch(RealCatalogue.result.definitions)

    private func best(_ words: String) -> String? { Self.search.search(words).first?.demarche }

    /// What the catalogue already says word for word proves nothing.
    static let written = Set(RealCatalogue.result.definitions.demarches.flatMap(\.search.phrases).map(letters))

    /// Precision at 1 and at 3, printed with what was missed.
    private func precision(_ name: String) throws -> (one: Double, three: Double, count: Int) {
        let phrases = try HeardPhrase.read(name).filter { !Self.written.contains(Self.letters($0.words)) }
        var (one, three) = (0, 0)
        for phrase in phrases {
            let found = Self.search.search(phrase.words, limit: 3).map(\.demarche)
            if phrase.answers.contains(found.first ?? "") {
                one += 1
            } else {
                print("\(name) : « \(phrase.words) » attendu \(phrase.answers), trouvé \(found)")
            }
            if found.contains(where: phrase.answers.contains) { three += 1 }
        }
        let count = Double(phrases.count)
        let figures = (one: Double(one) / count, three: Double(three) / count, count: phrases.count)
        print("\(name) : \(figures.count) phrases, précision à 1 = \(figures.one), à 3 = \(figures.three)")
        return figures
    }

    @Test func `our phrases find their procedure`() throws {
        let figures = try precision("phrases.tsv")
        #expect(figures.count >= 150)
        #expect(figures.one >= 0.95)
        #expect(figures.three >= 0.98)
    }

    /// Written before any phrase of the catalogue was read, and never used to tune: what to expect of unseen words.
    @Test func `phrases set aside find their procedure`() throws {
        let figures = try precision("held-out.tsv")
        #expect(figures.count >= 100)
        #expect(figures.one >= 0.90)
        #expect(figures.three >= 0.96)
    }

    @Test func `a test phrase names procedures that exist and is not in the catalogue`() throws {
        let demarches = RealCatalogue.result.definitions.demarches
        let phrases = try ["phrases.tsv", "held-out.tsv"].flatMap(HeardPhrase.read)
        for phrase in phrases {
            #expect(!phrase.answers.isEmpty, "\(phrase.words)")
            for answer in phrase.answers { #expect(demarches.contains { $0.id == answer }, "\(answer)") }
        }
        for phrase in try HeardPhrase.read("phrases.tsv") {
            #expect(!Self.written.contains(Self.letters(phrase.words)), "\(phrase.words)")
        }
    }

    private static func letters(_ text: String) -> String {
        String(String.UnicodeScalarView(Folding.fold(text).unicodeScalars.filter { $0.properties.isAlphabetic }))
    }

    @Test(arguments: [
        ("rsa", "rsa-demande"), ("RMI", "rsa-demande"), ("apl", "aide-logement-demande"), ("115", "siao-115-urgence"),
        ("cmu", "c2s-demande"), ("msap", "france-services-points-numeriques"), ("anpe", "france-travail-inscription"),
        ("Assedic", "france-travail-inscription"), ("Pôle emploi", "france-travail-inscription"),
        ("cafpro", "caf-cdap-acces-pro"), ("hlm", "logement-social-sne"), ("m.s.a.", "msa-espace-prive"),
        ("cotorep", "mdph-dossier"), ("franceconnect+", "identite-numerique-renforcee"),
    ])
    func `one word, an acronym or an old name is enough`(_ words: String, _ demarche: String) {
        #expect(best(words) == demarche)
    }

    @Test(arguments: [
        ("pol amploi", "france-travail-inscription"), ("poleemploi", "france-travail-inscription"),
        ("aktualisation", "france-travail-actualisation"), ("sur endettement", "surendettement-dossier"),
        ("surrendetement", "surendettement-dossier"), ("la kaf me mé une erreur", "caf-compte"),
        ("cheque energi", "cheque-energie"), ("lelectricité coupé", "energie-impayes"),
        ("j'ai perdu mon permi", "permis-conduire-titre"), ("domicilliation", "ccas-domiciliation"),
        ("CARTE D'IDENTITE PERIMEE", "carte-identite-passeport"), ("actuali", "france-travail-actualisation"),
    ])
    func `slips, sounds, glued and unfinished words are understood`(_ words: String, _ demarche: String) {
        #expect(best(words) == demarche)
    }

    @Test(arguments: [
        "", "   ", "?!…", "\u{0301}", "bonjour il fait beau", "bonjour madame", "je voudrais une pizza", "oui merci",
        "quelle heure est-il", "xqzt wvbk", "123456789",
    ])
    func `words without a need find nothing`(_ words: String) {
        #expect(Self.search.search(words).isEmpty)
    }

    @Test(arguments: [
        "le match de foot de ce soir", "mon chien est malade", "je veux acheter une voiture", "adopter un chat",
        "recette de la tarte aux pommes", "je cherche un plombier", "réserver un train pour Lyon",
        "le concert de ce soir",
    ])
    func `words about something else are never answered with confidence`(_ words: String) {
        for match in Self.search.search(words) { #expect(match.score < 0.5, "\(match.demarche)") }
    }

    @Test(arguments: [
        ("sans papier", "ame-demande"), ("sans papiers", "ame-demande"), ("loyers en retard", "fsl-demande"),
        ("loyer en retard", "fsl-demande"), ("mes pensions de retraite", "retraite-demande"),
    ])
    func `a plural is found as its singular`(_ words: String, _ demarche: String) {
        #expect(Self.search.search(words, limit: 3).contains { $0.demarche == demarche })
    }

    @Test func `a search gives the same answers each time, best first, with scores from 0 to 1`() throws {
        let other = NeedSearch(RealCatalogue.result.definitions)
        for phrase in try HeardPhrase.read("phrases.tsv").prefix(40) {
            let matches = Self.search.search(phrase.words)
            #expect(matches == other.search(phrase.words))
            #expect(matches.map(\.score) == matches.map(\.score).sorted(by: >))
            #expect(matches.allSatisfy { (0...1).contains($0.score) })
            #expect(Set(matches.map(\.demarche)).count == matches.count)
        }
    }

    @Test func `no more answers than the limit`() {
        #expect(Self.search.search("caf", limit: 2).count == 2)
        #expect(Self.search.search("caf", limit: 0).isEmpty)
    }

    @Test func `the reason quotes the person's own words`() throws {
        for words in ["On va me couper l'ÉLECTRICITÉ demain", "ma mère ne peut plus payer son loyer", "pol amploi"] {
            let because = try #require(Self.search.search(words).first).because
            #expect(!because.words.isEmpty)
            for piece in because.words.components(separatedBy: " … ") { #expect(words.contains(piece), "\(piece)") }
        }
    }

    @Test func `a very long story is read without stumbling`() {
        let story = String(repeating: "j'ai reçu une lettre et je ne comprends pas ce qu'ils veulent, ", count: 200)
        #expect(best(story + "c'est pour le rsa") != nil)
    }

    @Test func `a catalogue without a lexicon is still searched`() {
        let definitions = Definitions(demarches: RealCatalogue.result.definitions.demarches)
        #expect(NeedSearch(definitions).search("rsa").first?.demarche == "rsa-demande")
        #expect(NeedSearch(Definitions(demarches: [])).search("rsa").isEmpty)
    }
}
