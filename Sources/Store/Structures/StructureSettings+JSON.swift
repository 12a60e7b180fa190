import Domain
import Foundation

extension StructureSettings {
    init(json: String) throws {
        self = try JSONDecoder().decode(StructureSettings.self, from: Data(json.utf8))
    }

    func json() throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        return String(decoding: try encoder.encode(self), as: UTF8.self)
    }
}
