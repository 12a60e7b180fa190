import Testing

@testable import Web

@Suite struct `The rule of passwords` {
    static let names = ["Inès", "Marchand", "ines.marchand", "CCAS de Valsauge"]

    static let refused: [(String, PasswordRule.Problem)] = [
        ("", .tooShort), ("court", .tooShort), ("onze lettre", .tooShort), ("Xk9$vQ2!pL7", .tooShort),
        ("🔐🔐🔐🔐🔐", .tooShort),
        (String(repeating: "abcdefghij klm", count: 10), .tooLong),
        ("aaaaaaaaaaaa", .repeated), ("abababababab", .repeated), ("111111111111", .repeated),
        ("abcdefghijkl", .repeated),
        ("123412341234", .repeated), ("            ", .repeated), ("!!!!!!!!!!!!!!", .repeated),
        ("98769876 9876", .repeated),
        ("abcdefghijklmnop", .repeated), ("àâäàâäàâäàâä", .repeated),
        ("motdepasse123", .common), ("Motdepasse2026", .common), ("MotDePasse!2026", .common),
        ("mot de passe 1", .common),
        ("passwordpassword", .common), ("Password1234!", .common), ("azertyuiop12", .common), ("azertyazerty", .common),
        ("AZERTYUIOP!!", .common), ("qwertyuiop123", .common), ("1234administrateur", .common),
        ("utilisateur2026", .common),
        ("franceservices1", .common), ("bienvenue1234", .common), ("Bonjour123456", .common), ("iloveyou1234", .common),
        ("2026doudou2026", .common), ("correct horse battery staple", .common), ("chocolat 2026!", .common),
        ("Travail Social 1", .common),
        ("marchand quatre vents", .holdsName), ("Valsauge un jour", .holdsName), ("j’aime ines.marchand", .holdsName),
        ("INÈS et les autres", .holdsName), ("m a r c h a n d 12", .holdsName), ("ccas du centre ville", .holdsName),
        ("azertyqsdfgh", .guessable), ("wxcvbnazerty!", .guessable), ("1q2w3e4r5t6y", .guessable),
        ("123456789012", .common),
        ("0123456789 98", .common), ("061234567890", .common), ("31121999 2026", .common), ("19841984 2026", .common),
        ("19/04/1988 2020", .common), ("bonjoursoleil", .guessable), ("soleilmarseille", .guessable),
        ("chocolatbonjour2026", .guessable),
        ("PapaMaman2026", .guessable), ("juillet2026!!", .common), ("printemps2026?", .common),
        ("lundi mardi mercredi", .guessable),
        ("nicolascamille", .guessable), ("azerty123456789", .common), ("poiuytrezaqsdf", .guessable),
        ("soleil1234567", .common),
        ("toto tata titi", .repeated), ("papapapamaman1", .guessable), ("abcd1234efgh", .guessable),
        ("maison jardin", .guessable),
    ]

    static let accepted = [
        "quatre cailloux sous la lune", "sept moutons sur le toit", "huit barques rouges au ponton", "Xk9$vQ2!pL7w",
        "gR7-tuvb-92mq", "le vélo vert dort au grenier", "fenouil tambour cargo brise", "zq8wmvk3hxtp",
        "Ñandú über gesträuch",
        "密码很长也很难猜到的一句话啊", "un parapluie de plomb 47", "on mange tôt le jeudi soir chez Odile",
        "fjord-cactus-ombre-selle",
        "Il pleut. Je lis Zola !", "🐢 tortue 🍋 citron 🚲 route", "la clé tourne à gauche deux fois", "x7Kp2mQz9vRt4wLs",
        "mvkq zrtp wnlb",
        "trois pommes vertes au marche", "bleu comme une orange salée",
        String(repeating: "bivouac ", count: 2) + "neige fondue sel",
        "kayak tiroir lavande 5 vis", "Trente-six chandelles éteintes",
    ]

    @Test(arguments: refused) func `refuses what falls quickly, and says why`(
        password: String, problem: PasswordRule.Problem
    ) {
        #expect(PasswordRule().problem(password, names: Self.names) == problem, "\(password)")
        #expect(problem.sentence.hasSuffix("."))
    }

    @Test(arguments: accepted) func `accepts a long text of any characters`(password: String) {
        #expect(PasswordRule().problem(password, names: Self.names) == nil)
    }

    @Test func `accepts 128 characters and no more`() {
        let long = String((0..<64).flatMap { "\(Character(Unicode.Scalar(97 + UInt8($0 * 7 % 26))))\($0 % 10)" })
        #expect(long.count == 128)
        #expect(PasswordRule().problem(long, names: []) == nil)
        #expect(PasswordRule().problem(long + "z", names: []) == .tooLong)
    }

    @Test func `a stronger text is never worth fewer bits`() {
        let growing = ["soleil", "soleil12", "soleil12 vert", "soleil12 vert tambour", "soleil12 vert tambour K%9"]
        let bits = growing.map { PasswordEstimate($0, words: ["soleil"]).bits }
        #expect(bits == bits.sorted())
    }
}
