import Domain
import Foundation

extension PeopleIndex.Table {
    mutating func put(_ fresh: PeopleIndex.Entry, _ text: [UInt8]) {
        syncedTo = max(syncedTo, fresh.updatedAt)
        if bytes.last == 0 { bytes.removeLast() }
        var entry = fresh
        entry.range = bytes.count..<bytes.count + text.count
        bytes += text
        bytes.append(0)
        if let old = position[entry.id] {
            // The old line stays in the buffer, blanked: it matches nothing any more.
            for index in entries[old].range.dropLast() { bytes[index] = 1 }
        }
        position[entry.id] = entries.count
        entries.append(entry)
        if entries.count > 1000, entries.count > 2 * position.count { compact() }
    }

    /// Drops blanked lines once they outnumber the living ones.
    private mutating func compact() {
        var fresh = PeopleIndex.Table()
        fresh.syncedTo = syncedTo
        fresh.isReady = isReady
        for old in position.values.sorted() {
            var entry = entries[old]
            let start = fresh.bytes.count
            fresh.bytes += bytes[entry.range]
            entry.range = start..<fresh.bytes.count
            fresh.position[entry.id] = fresh.entries.count
            fresh.entries.append(entry)
        }
        fresh.bytes.append(0)
        self = fresh
    }

    func search(
        _ words: [[UInt8]], social: Bool, within: Set<ID<Usager>>?, limit: Int
    ) -> [PeopleIndex.Hit] {
        guard let rarest = words.max(by: { $0.count < $1.count }) else { return [] }
        var begins: [PeopleIndex.Hit] = []
        var holds: [PeopleIndex.Hit] = []
        bytes.withUnsafeBytes { buffer in
            var cursor = 0
            var living = 0
            while living < limit, let found = Self.findInAll(rarest, in: buffer, from: cursor) {
                let index = entryIndex(at: found)
                let entry = entries[index]
                cursor = entry.range.upperBound
                let line = UnsafeRawBufferPointer(rebasing: buffer[entry.range])
                let open =
                    social ? line : UnsafeRawBufferPointer(rebasing: line[..<(line.firstIndex(of: 0x7C) ?? line.count)])
                guard words.allSatisfy({ Self.holds($0, in: open) }), within?.contains(entry.id) ?? true
                else { continue }
                let starts = words.allSatisfy { Self.holds([0x20] + $0, in: open) }
                if starts {
                    begins.append(.init(entry))
                    living += entry.isArchived ? 0 : 1
                } else if holds.count < limit || !entry.isArchived, holds.count < 10 * limit {
                    holds.append(.init(entry))
                }
            }
        }
        let all =
            begins.filter { !$0.isArchived } + holds.filter { !$0.isArchived } + (begins + holds).filter(\.isArchived)
        return Array(all.prefix(limit))
    }

    /// The next place of `needle` in the whole buffer, which ends with a zero byte, by the C library's `strstr`.
    private static func findInAll(_ needle: [UInt8], in buffer: UnsafeRawBufferPointer, from: Int) -> Int? {
        guard let base = buffer.baseAddress?.assumingMemoryBound(to: CChar.self), from < buffer.count else {
            return nil
        }
        return (needle + [0]).withUnsafeBytes { needle in
            guard let pattern = needle.baseAddress?.assumingMemoryBound(to: CChar.self),
                let found = strstr(base + from, pattern)
            else { return nil }
            return UnsafePointer(found) - base
        }
    }

    /// Whether one line holds `needle`.
    private static func holds(_ needle: [UInt8], in line: UnsafeRawBufferPointer) -> Bool {
        guard let base = line.baseAddress, needle.count <= line.count else { return false }
        return needle.withUnsafeBytes { needle in
            guard let pattern = needle.baseAddress else { return true }
            return (0...(line.count - needle.count)).contains { memcmp(base + $0, pattern, needle.count) == 0 }
        }
    }

    /// The entry whose line covers a place of the buffer.
    private func entryIndex(at place: Int) -> Int {
        var low = 0
        var high = entries.count - 1
        while low < high {
            let middle = (low + high + 1) / 2
            if entries[middle].range.lowerBound <= place { low = middle } else { high = middle - 1 }
        }
        return low
    }
}

extension PeopleIndex.MatchKeys {
    init(_ facts: [String: String], _ names: FoldedNames) {
        func key(_ text: String?) -> Int {
            guard let text, !text.isEmpty else { return 0 }
            return text.hashValue | 1
        }
        first = key(Self.phonetic(names.first))
        lasts = Pair(
            one: key(Self.phonetic(names.usual)), other: key(Self.phonetic(names.birth))
        )
        birth = key(facts[FactID.birthDate])
        phones = Pair(
            one: key(facts[FactID.phone].map(PhoneDigits.national)),
            other: key(facts[FactID.phone2].map(PhoneDigits.national)))
        email = key(names.email)
    }

    /// A folded name without what people misspell: marks, doubled letters, silent h and endings.
    static func phonetic(_ name: String) -> String {
        var letters: [Unicode.Scalar] = []
        var last: Unicode.Scalar = " "
        for scalar in name.unicodeScalars where scalar.properties.isAlphabetic {
            if scalar == "h", last == "p" { letters.removeLast() }
            let sound: Unicode.Scalar? =
                switch scalar {
                case "h": last == "p" ? "f" : nil
                case "y": "i"
                case "c": "k"
                case "z": "s"
                case "u": last == "q" ? nil : "u"
                case "q": "k"
                default: scalar
                }
            last = scalar
            if let sound, sound != letters.last { letters.append(sound) }
        }
        while letters.count > 3, let end = letters.last, "destx".unicodeScalars.contains(end) { letters.removeLast() }
        return String(String.UnicodeScalarView(letters))
    }

    func agreeing(with other: Self) -> Int {
        func same(_ a: Int, _ b: Int) -> Int { a != 0 && a == b ? 1 : 0 }
        func holds(_ pair: Pair, _ key: Int) -> Bool { key != 0 && (key == pair.one || key == pair.other) }
        func meet(_ a: Pair, _ b: Pair) -> Int { holds(b, a.one) || holds(b, a.other) ? 1 : 0 }
        // First and last name typed each in the other's place.
        let swapped = (holds(other.lasts, first) ? 1 : 0) + (holds(lasts, other.first) ? 1 : 0)
        let names = max(same(first, other.first) + meet(lasts, other.lasts), swapped)
        return names + same(birth, other.birth) + meet(phones, other.phones) + same(email, other.email)
    }
}
