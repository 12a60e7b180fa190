import Domain
import Foundation

extension PeopleIndex.Table {
    mutating func put(_ record: PeopleIndex.Record, _ text: [UInt8]) {
        syncedTo = max(syncedTo, record.updatedAt)
        if bytes.last == 0 { bytes.removeLast() }
        let start = bytes.count
        bytes += text
        bytes.append(0)
        let name = UsagerName(facts: record.facts)
        let entry = PeopleIndex.Entry(
            id: record.id, name: name,
            birth: record.facts[FactID.birthDate].flatMap(Day.init),
            isArchived: record.isArchived, keys: PeopleIndex.MatchKeys(record.facts),
            order: Folding.fold(name.sortText), updatedAt: record.updatedAt, range: start..<bytes.count - 1)
        if let old = position[record.id] {
            // The old line stays in the buffer, blanked: it matches nothing any more.
            for index in entries[old].range.dropLast() { bytes[index] = 1 }
        }
        position[record.id] = entries.count
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
    init(_ facts: [String: String]) {
        func key(_ text: String?) -> Int {
            guard let text, !text.isEmpty else { return 0 }
            return text.hashValue | 1
        }
        first = key(facts[FactID.firstName].map(Self.phonetic))
        lasts = [FactID.usualName, FactID.birthName].map { key(facts[$0].map(Self.phonetic)) }
        birth = key(facts[FactID.birthDate])
        phones = [FactID.phone, FactID.phone2].compactMap { facts[$0] }.map { key(PhoneDigits.national($0)) }
        email = key(facts[FactID.email].map(Folding.fold))
    }

    /// A name without what people misspell: marks, doubled letters, silent h and endings.
    static func phonetic(_ name: String) -> String {
        var text = Folding.fold(name).filter { $0.isLetter }
        for (from, to) in [("ph", "f"), ("y", "i"), ("h", ""), ("ck", "k"), ("qu", "k"), ("c", "k"), ("z", "s")] {
            text = text.replacingOccurrences(of: from, with: to)
        }
        var result = ""
        for letter in text where letter != result.last { result.append(letter) }
        while result.count > 3, let last = result.last, "destx".contains(last) { result.removeLast() }
        return result
    }

    func agreeing(with other: Self) -> Int {
        func same(_ a: Int, _ b: Int) -> Int { a != 0 && a == b ? 1 : 0 }
        func meet(_ a: [Int], _ b: [Int]) -> Int { a.contains { $0 != 0 && b.contains($0) } ? 1 : 0 }
        // First and last name typed each in the other's place.
        let swapped = meet([first], other.lasts) + meet([other.first], lasts)
        let names = max(same(first, other.first) + meet(lasts, other.lasts), swapped)
        return names + same(birth, other.birth) + meet(phones, other.phones) + same(email, other.email)
    }
}
