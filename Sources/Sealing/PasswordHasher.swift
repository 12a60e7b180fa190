import CSodium
import Dispatch
import Foundation

public enum PasswordError: Error, Hashable, Sendable {
    /// Two hashes run and twenty wait: say "try again in a moment" (429).
    case tooBusy
    /// The strength asked for is under ``PasswordHasher/Strength/floor``.
    case belowFloor
    /// The memory for a hash could not be had.
    case outOfMemory
}

/// Hashes passwords by Argon2id, off Swift's own threads, at most two at once.
///
/// Share one hasher (copies share its queue): the limit is what keeps a flood of logins from
/// exhausting the machine. Passwords are normalised (NFKC, as NIST SP 800-63B says), so that the
/// same keys pressed on two systems give the same hash.
public struct PasswordHasher: Sendable {
    /// What one hash costs.
    public struct Strength: Sendable, Hashable {
        /// Passes over the memory (Argon2's t).
        public let opsLimit: UInt64
        /// Memory in bytes.
        public let memLimit: Int

        public init(opsLimit: UInt64, memLimit: Int) {
            self.opsLimit = opsLimit
            self.memLimit = memLimit
        }

        /// 64 MiB and 3 passes: the least a configuration may ask for.
        public static let floor = Strength(opsLimit: 3, memLimit: 64 << 20)
    }

    private let strength: Strength
    let turns: HashingTurns

    /// - Throws: ``PasswordError/belowFloor``.
    public init(strength: Strength = .floor) throws(PasswordError) {
        guard strength.opsLimit >= Strength.floor.opsLimit,
            strength.memLimit >= Strength.floor.memLimit
        else { throw .belowFloor }
        self.init(unchecked: strength)
    }

    private init(unchecked strength: Strength, turns: HashingTurns = HashingTurns()) {
        Sodium.ready()
        self.strength = strength
        self.turns = turns
    }

    /// For tests: weak and quick.
    static var fast: PasswordHasher {
        PasswordHasher(unchecked: Strength(opsLimit: 1, memLimit: 8192))
    }

    /// - Returns: a PHC string (`$argon2id$…`) with its parameters and salt.
    /// - Throws: ``PasswordError``.
    public func hash(_ password: String) async throws -> String {
        let bytes = Self.normalised(password)
        return try await turns.run { [strength] in
            var output = [CChar](repeating: 0, count: Int(crypto_pwhash_STRBYTES))
            let status = crypto_pwhash_str(
                &output, bytes, UInt64(bytes.count), strength.opsLimit, strength.memLimit)
            guard status == 0 else { throw PasswordError.outOfMemory }
            return output.withUnsafeBufferPointer { String(cString: $0.baseAddress!) }
        }
    }

    /// Whether the password gave this hash, whatever the parameters it was made with. A text that
    /// is no hash gives false.
    public func verify(_ password: String, against hash: String) async throws -> Bool {
        let bytes = Self.normalised(password)
        return try await turns.run {
            crypto_pwhash_str_verify(hash, bytes, UInt64(bytes.count)) == 0
        }
    }

    /// Whether a hash was made with other parameters than today's: hash again at the next login.
    public func needsRehash(_ hash: String) -> Bool {
        crypto_pwhash_str_needs_rehash(hash, strength.opsLimit, strength.memLimit) != 0
    }

    private static func normalised(_ password: String) -> [CChar] {
        password.precomposedStringWithCompatibilityMapping.utf8.map { CChar(bitPattern: $0) }
    }
}
