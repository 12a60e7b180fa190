import Database
import Sealing

/// What kind of fault an error is, for the page that answers it.
public enum FaultKind: Sendable, Equatable {
    case diskFull
    case readOnly
    /// Too much at once: try again.
    case busy
    /// Too many passwords being checked at once: try again.
    case tooManyPasswords
    /// A sealed value or key that does not open.
    case altered
    case other

    public init(_ error: any Error) {
        switch error {
        case DatabaseError.full: self = .diskFull
        case DatabaseError.readOnly: self = .readOnly
        case DatabaseError.busy, DatabaseError.unreachable: self = .busy
        case PasswordError.tooBusy: self = .tooManyPasswords
        case is SealError: self = .altered
        default: self = .other
        }
    }
}
