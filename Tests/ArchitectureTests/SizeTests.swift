import Testing

@Suite struct `Sizes` {
    @Test func `of files stay under four hundred lines`() {
        for file in Repository.sources + Repository.tests {
            #expect(file.lines.count <= 401, "\(file.path): \(file.lines.count) lines")
        }
    }

    @Test func `of source files are small as a habit`() {
        let counts = Repository.sources.map(\.lines.count).sorted()
        #expect(counts[counts.count / 2] <= 90)
        #expect(counts.filter { $0 > 200 }.count * 20 <= counts.count)
    }

    @Test func `leave no placeholder behind`() {
        #expect(!(Repository.sources + Repository.tests).contains { $0.name == "P.swift" && $0.lines.count < 10 })
    }
}
