import Testing

@Suite struct `Routes` {
    /// `RouteTable` wants a right for each route; nothing may go round it (row C1).
    @Test func `are added by the table that asks for their right, and by nothing else`() {
        for (file, swift) in Repository.scanned where file.target == "Web" || file.target == "cordee" {
            guard file.name != "RouteTable.swift" else { continue }
            let found = swift.code.matches(
                of: /\b\w*[rR]outer\w*\s*\.\s*(get|post|put|patch|delete|head|on|ws|group|addRoutes)\s*\(/)
            #expect(found.isEmpty, "\(file.path): \(found.map { String($0.0) })")
            #expect(!swift.code.contains("RouteCollection"), "\(file.path)")
        }
    }

    @Test func `that change something are never asked for by GET`() throws {
        let reading = ["read", "search", "find"]
        for (file, swift) in Repository.scanned where file.path.hasSuffix("App/Routes.swift") {
            for found in swift.code.matches(of: /\(get: "",\s*(\w+)\.(\w+)\)/) {
                let action = String(found.2)
                let changes = [
                    "save", "create", "delete", "remove", "close", "file", "move", "mark", "invite", "manage", "lock",
                    "drop",
                ]
                #expect(
                    !changes.contains { action.hasPrefix($0) } || reading.contains { action.hasPrefix($0) },
                    "\(action) in \(file.path)")
            }
        }
    }
}
