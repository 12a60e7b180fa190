import Domain
import Testing

@testable import Web

@Suite("Reason of a found procedure") struct NeedReasonTests {
    @Test(
        arguments: [
            (.name("coupure d'électricité"), "«\u{A0}on va couper\u{A0}» : coupure d'électricité."),
            (
                .phrase("Je n'ai plus rien ?"),
                "«\u{A0}on va couper\u{A0}» : on entend aussi «\u{A0}Je n'ai plus rien ?\u{A0}»."
            ),
            (.title("Demander le RSA"), "«\u{A0}on va couper\u{A0}» : Demander le RSA."),
            (.organisme("Caf"), "«\u{A0}on va couper\u{A0}» : une démarche de l’organisme Caf."),
            (.purpose("Elle paie. Elle aide."), "«\u{A0}on va couper\u{A0}» : Elle paie."),
            (.purpose("Elle paie."), "«\u{A0}on va couper\u{A0}» : Elle paie."),
        ] as [(NeedSearch.Because.Target, String)])
    func `it quotes the person and says what was met, on one line`(_ target: NeedSearch.Because.Target, _ line: String)
    {
        #expect(reasonSentence(.init(words: "on va couper", target: target)) == line)
    }

    @Test func `without a word to quote it still reads well`() {
        #expect(reasonSentence(.init(words: "", target: .name("RSA"))) == "Vos mots : RSA.")
    }
}
