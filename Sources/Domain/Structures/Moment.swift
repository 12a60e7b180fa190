import Foundation

/// An instant, in milliseconds since 1970-01-01 UTC. The day that people see is that of metropolitan France.
public struct Moment: Hashable, Comparable, Sendable, Codable {
    public let milliseconds: Int64

    public init(milliseconds: Int64) { self.milliseconds = milliseconds }

    public static func < (a: Moment, b: Moment) -> Bool { a.milliseconds < b.milliseconds }

    public func adding(minutes: Int) -> Moment { Moment(milliseconds: milliseconds + Int64(minutes) * 60_000) }
    public func adding(seconds: Int) -> Moment { Moment(milliseconds: milliseconds + Int64(seconds) * 1000) }
    public func adding(days: Int) -> Moment { adding(minutes: days * 1440) }

    /// Whole minutes from `other` to this instant.
    public func minutes(since other: Moment) -> Int { Int((milliseconds - other.milliseconds) / 60_000) }

    private var localSeconds: Int {
        let seconds = Int((milliseconds >= 0 ? milliseconds : milliseconds - 999) / 1000)
        return seconds + Moment.paris.secondsFromGMT(for: Date(timeIntervalSince1970: TimeInterval(seconds)))
    }

    /// The day in metropolitan France.
    public var day: Day {
        let local = localSeconds
        return Day(number: (local >= 0 ? local : local - 86_399) / 86_400)
    }

    /// Hours and minutes in metropolitan France.
    public var time: (hour: Int, minute: Int) {
        let inDay = ((localSeconds % 86_400) + 86_400) % 86_400
        return (inDay / 3600, inDay % 3600 / 60)
    }

    private static let paris = TimeZone(identifier: "Europe/Paris") ?? TimeZone(secondsFromGMT: 3600) ?? .current
}
