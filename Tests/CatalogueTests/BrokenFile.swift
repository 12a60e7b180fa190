import Catalogue
import Testing

/// One thing broken in a file of the small catalogue, and the problem that must be said.
struct BrokenFile: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let file: String
    let old: String
    let new: String
    /// A text of the line that the problem must point to.
    let place: String
    let message: String

    /// - Parameter at: found in the changed file; by default the new text itself.
    init(
        _ description: String, in file: String = SmallCatalogue.full, replacing old: String, with new: String,
        at place: String? = nil, says message: String
    ) {
        testDescription = description
        self.file = file
        self.old = old
        self.new = new
        self.place = place ?? new
        self.message = message
    }

    /// Loads the broken catalogue and expects the message at its file and line.
    func expectProblem() throws {
        let catalogue = try SmallCatalogue().replacing(old, with: new, in: file)
        let line = try catalogue.line(of: place, in: file)
        let problems = try catalogue.load().problems
        let found = problems.map { "\($0.file):\($0.line): \($0.message)" }
        #expect(found.contains("\(file):\(line): \(message)"), "\(found.joined(separator: "\n"))")
    }
}
