import Domain
import Testing

@testable import Web

@Suite("Reason of a found procedure") struct NeedReasonTests {
    @Test(
        arguments: [
            (.name("coupure d'électricité"), "“on va couper” : coupure d'électricité."),
            (.phrase("Je n'ai plus rien ?"), "“on va couper” : on entend aussi “Je n'ai plus rien ?”."),
            (.title("Demander le RSA"), "“on va couper” : Demander le RSA."),
            (.organisme("Caf"), "“on va couper” : une démarche de l’organisme Caf."),
            (.purpose("Elle paie. Elle aide."), "“on va couper” : Elle paie."),
            (.purpose("Elle paie."), "“on va couper” : Elle paie."),
        ] as [(NeedSearch.Because.Target, String)])
    func `it quotes the person and says what was met, on one line`(_ target: NeedSearch.Because.Target, _ line: String)
    {
        #expect(reasonSentence(.init(words: "on va couper", target: target)) == line)
    }

    @Test func `without a word to quote it still reads well`() {
        #expect(reasonSentence(.init(words: "", target: .name("RSA"))) == "Vos mots : RSA.")
    }
}
