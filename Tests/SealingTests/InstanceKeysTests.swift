import Foundation
import Testing

@testable import Sealing

@Suite struct `The key file` {
    /// Lends a path in a folder that is removed afterwards.
    private func withPath(_ body: (String) throws -> Void) throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "cordee-\(UUID())").path
        defer { try? FileManager.default.removeItem(atPath: folder) }
        try body(folder + "/secret/instance.key")
    }

    private func permissions(_ path: String) throws -> Int? {
        try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
    }

    private func bytes(_ key: SecretBytes?) -> [UInt8]? {
        key?.withUnsafeBytes(Array.init)
    }

    private func folder(of path: String) -> String {
        (path as NSString).deletingLastPathComponent
    }

    @Test func `is made once, for its owner only, and read back`() throws {
        try withPath { path in
            let made = try InstanceKeys.create(at: path)
            #expect(made.current == 1)
            #expect(try permissions(path) == 0o600)
            #expect(try permissions(folder(of: path)) == 0o700)
            let loaded = try InstanceKeys.load(from: path)
            #expect(loaded.current == 1)
            #expect(bytes(loaded.key(1)) == bytes(made.key(1)))
            #expect(loaded.key(2) == nil)
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder(of: path)).count == 1)
        }
    }

    @Test func `is never overwritten`() throws {
        try withPath { path in
            let first = try InstanceKeys.create(at: path)
            #expect(throws: KeyFileError.alreadyExists) { try InstanceKeys.create(at: path) }
            #expect(bytes(try InstanceKeys.load(from: path).key(1)) == bytes(first.key(1)))
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder(of: path)).count == 1)
        }
    }

    @Test func `holds several versions during a rotation`() throws {
        try withPath { path in
            let first = try InstanceKeys.create(at: path)
            let both = try first.addingVersion(at: path)
            #expect(both.current == 2)
            #expect(both.versions == [1, 2])
            #expect(bytes(both.key(1)) == bytes(first.key(1)))
            #expect(bytes(both.key(2)) != bytes(first.key(1)))
            let loaded = try InstanceKeys.load(from: path)
            #expect(bytes(loaded.key(2)) == bytes(both.key(2)))
            #expect(try permissions(path) == 0o600)

            let last = try loaded.removingVersionsBefore(2, at: path)
            #expect(last.versions == [2])
            #expect(try InstanceKeys.load(from: path).versions == [2])
            #expect(try last.addingVersion(at: path).versions == [2, 3])
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder(of: path)).count == 1)
        }
    }

    @Test func `keeps the current version whatever is removed`() throws {
        try withPath { path in
            let keys = try InstanceKeys.create(at: path).removingVersionsBefore(9, at: path)
            #expect(keys.versions == [1])
        }
    }

    @Test func `keeps a version that another process added meanwhile`() throws {
        try withPath { path in
            let mine = try InstanceKeys.create(at: path)
            let theirs = try mine.addingVersion(at: path)
            let merged = try mine.addingVersion(at: path)
            #expect(merged.versions == [1, 2, 3])
            #expect(bytes(merged.key(2)) == bytes(theirs.key(2)))
        }
    }

    @Test func `is said to be missing`() {
        #expect(throws: KeyFileError.missing) {
            try InstanceKeys.load(from: "/nowhere/instance.key")
        }
    }

    @Test(arguments: [0o640, 0o604, 0o660, 0o601])
    func `that others may use is refused`(permissions: Int) throws {
        try withPath { path in
            _ = try InstanceKeys.create(at: path)
            try FileManager.default.setAttributes(
                [.posixPermissions: permissions], ofItemAtPath: path)
            #expect(throws: KeyFileError.tooOpen(permissions: permissions)) {
                try InstanceKeys.load(from: path)
            }
        }
    }

    @Test func `that is a folder or cannot be made is refused`() throws {
        try withPath { path in
            try FileManager.default.createDirectory(
                atPath: path, withIntermediateDirectories: true,
                attributes: [.posixPermissions: 0o700])
            #expect(throws: KeyFileError.malformed) { try InstanceKeys.load(from: path) }
        }
        #expect {
            try InstanceKeys.create(at: "/dev/null/instance.key")
        } throws: {
            if case .unwritable? = $0 as? KeyFileError { true } else { false }
        }
    }

    @Test func `with one bit changed or cut anywhere is refused`() throws {
        try withPath { path in
            _ = try InstanceKeys.create(at: path).addingVersion(at: path)
            let whole = Array(try Data(contentsOf: URL(filePath: path)))
            #expect(KeyFileText.decode(whole)?.versions == [1, 2])
            for bit in 0..<(whole.count * 8) {
                var changed = whole
                changed[bit / 8] ^= 1 << (bit % 8)
                #expect(KeyFileText.decode(changed) == nil)
            }
            for count in 0..<(whole.count - 1) {
                #expect(KeyFileText.decode(Array(whole[..<count])) == nil)
            }
        }
    }

    @Test(arguments: ["", "\n\n\n", "cordee-keys 1\n", "cordee-keys 2\n1 aa\nsum 00\n"])
    func `that is no key file is refused`(text: String) throws {
        try withPath { path in
            _ = try InstanceKeys.create(at: path)
            try Data(text.utf8).write(to: URL(filePath: path))
            try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: path)
            #expect(throws: KeyFileError.malformed) { try InstanceKeys.load(from: path) }
        }
    }
}
