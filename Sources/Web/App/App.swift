import Catalogue
import Domain
import Logging
import Markup
import Store

/// What the pages are made from: the data, the catalogue, the clock, the settings.
public struct App: Sendable {
    public let store: Store
    public let definitions: Definitions
    public let needs: NeedSearch
    public let settings: WebSettings
    public let clock: @Sendable () -> Moment
    public let logger: Logger
    let assets: Assets
    /// Codes of the common passwords that are refused.
    let passwords: PasswordRule

    /// - Parameter needs: the index of the procedures, when it is already made; made from `definitions` otherwise.
    public init(
        store: Store, definitions: Definitions, settings: WebSettings, logger: Logger, needs: NeedSearch? = nil,
        clock: @escaping @Sendable () -> Moment
    ) throws {
        self.store = store
        self.definitions = definitions
        self.settings = settings
        self.logger = logger
        self.clock = clock
        self.needs = needs ?? NeedSearch(definitions)
        assets = try Assets(fonts: settings.fonts)
        passwords = PasswordRule()
    }

    var now: Moment { clock() }
}

/// Settings of the web side.
public struct WebSettings: Sendable {
    /// Addresses of the reverse proxies whose `X-Forwarded-For` is believed; empty: nobody's.
    public var trustedProxies: Set<String>
    /// The one-time token that opens the first-run page of an empty instance.
    public var setupToken: SetupToken?
    /// Tokens of the demo's one-click links, by account; empty outside the demo.
    public var demoLinks: [String: ID<Aidant>]
    /// True when the site is served over TLS (by a proxy): strict transport is announced.
    public var isSecureSite: Bool
    /// The folder of the typefaces fetched by the set-up; nil when they are absent.
    public var fonts: String?
    /// True in the demo: every page says so.
    public var isDemo: Bool

    public init(
        trustedProxies: Set<String> = [], setupToken: SetupToken? = nil, demoLinks: [String: ID<Aidant>] = [:],
        isSecureSite: Bool = false, fonts: String? = nil, isDemo: Bool = false
    ) {
        self.trustedProxies = trustedProxies
        self.setupToken = setupToken
        self.demoLinks = demoLinks
        self.isSecureSite = isSecureSite
        self.fonts = fonts
        self.isDemo = isDemo
    }
}

/// Printed in the terminal at the first start, valid for an hour and while no structure exists.
public struct SetupToken: Sendable {
    public let value: String
    public let validUntil: Moment

    public init(now: Moment) {
        value = Nonce.random()
        validUntil = now.adding(minutes: 60)
    }

    /// The address to open, after the host.
    public var path: String { Paths.firstRun.query(["jeton": value]).text }
}
