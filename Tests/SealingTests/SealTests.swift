import Testing

@testable import Sealing

@Suite struct `Sealing values and wrapping keys` {
    let key = SecretBytes.random()
    let place = Place(table: "usager", column: "name", row: "u1")
    let plain = Array("Aïcha Benali".utf8)

    @Test func `a sealed value opens in its place`() throws {
        let sealed = Seal.seal(plain, key: key, place: place)
        #expect(try Seal.open(sealed, key: key, place: place) == plain)
        #expect(sealed.count == plain.count + 41)
        let empty = Seal.seal([], key: key, place: place)
        #expect(try Seal.open(empty, key: key, place: place) == [])
    }

    @Test func `the same value sealed twice looks different`() {
        #expect(
            Seal.seal(plain, key: key, place: place) != Seal.seal(plain, key: key, place: place))
    }

    @Test func `one bit changed anywhere in a sealed value is found`() {
        let sealed = Seal.seal(plain, key: key, place: place)
        for bit in 0..<(sealed.count * 8) {
            var changed = sealed
            changed[bit / 8] ^= 1 << (bit % 8)
            #expect(throws: SealError.self) { try Seal.open(changed, key: key, place: place) }
        }
    }

    @Test func `a sealed value cut short or lengthened does not open`() {
        let sealed = Seal.seal(plain, key: key, place: place)
        for count in 0..<sealed.count {
            #expect(throws: SealError.self) {
                try Seal.open(Array(sealed[..<count]), key: key, place: place)
            }
        }
        #expect(throws: SealError.altered) {
            try Seal.open(sealed + [0], key: key, place: place)
        }
    }

    @Test(arguments: [
        Place(table: "dossier", column: "name", row: "u1"),
        Place(table: "usager", column: "notes", row: "u1"),
        Place(table: "usager", column: "name", row: "u2"),
        Place(table: "usagern", column: "ame", row: "u1"),
        Place(table: "usager", column: "name", row: ""),
    ])
    func `a sealed value moved to another place does not open`(other: Place) {
        let sealed = Seal.seal(plain, key: key, place: place)
        #expect(throws: SealError.altered) { try Seal.open(sealed, key: key, place: other) }
        let wrapped = Seal.wrap(.random(), under: key, version: 1, place: place)
        #expect(throws: SealError.altered) {
            try Seal.unwrap(wrapped, keys: { _ in key }, place: other)
        }
    }

    @Test func `another key does not open a sealed value`() {
        let sealed = Seal.seal(plain, key: key, place: place)
        #expect(throws: SealError.altered) {
            try Seal.open(sealed, key: .random(), place: place)
        }
    }

    @Test(arguments: [0, 1, 2, 255, 256, 70_000, 4_294_967_295])
    func `a wrapped key comes back under each version`(version: Int) throws {
        let inner = SecretBytes.random()
        let wrapped = Seal.wrap(inner, under: key, version: version, place: place)
        #expect(Seal.wrappedVersion(wrapped) == version)
        let opened = try Seal.unwrap(
            wrapped, keys: { $0 == version ? key : nil }, place: place)
        #expect(opened.withUnsafeBytes(Array.init) == inner.withUnsafeBytes(Array.init))
    }

    @Test func `one bit changed anywhere in a wrapped key is found`() {
        let wrapped = Seal.wrap(.random(), under: key, version: 3, place: place)
        for bit in 0..<(wrapped.count * 8) {
            var changed = wrapped
            changed[bit / 8] ^= 1 << (bit % 8)
            #expect(throws: SealError.self) {
                try Seal.unwrap(changed, keys: { _ in key }, place: place)
            }
        }
    }

    @Test func `an unknown version and an unknown format say so`() {
        let wrapped = Seal.wrap(.random(), under: key, version: 3, place: place)
        #expect(throws: SealError.unknownKeyVersion) {
            try Seal.unwrap(wrapped, keys: { _ in nil }, place: place)
        }
        #expect(throws: SealError.unknownFormat) {
            try Seal.unwrap(Array(wrapped.dropLast()), keys: { _ in key }, place: place)
        }
        #expect(throws: SealError.unknownFormat) {
            try Seal.open(wrapped, key: key, place: place)
        }
        #expect(Seal.wrappedVersion(Seal.seal(plain, key: key, place: place)) == nil)
    }

    @Test func `a key shows nothing of itself when printed or dumped`() {
        let key = SecretBytes([UInt8](repeating: 0x41, count: 32))!
        var dumped = ""
        dump(key, to: &dumped)
        #expect("\(key) \(String(reflecting: key))" == "SecretBytes SecretBytes")
        #expect(!dumped.contains("65") && !dumped.contains("storage"))
        #expect(SecretBytes([1, 2, 3]) == nil)
    }
}
