import Markup

/// How loud a button is: one main action per page, the others quiet.
enum Loudness {
    case main, quiet, danger

    var style: HTML {
        switch self {
        case .main: "bouton"
        case .quiet: "bouton bouton-discret"
        case .danger: "bouton bouton-danger"
        }
    }
}

/// Sends the form; the words say what happens ("Déposer la demande").
struct Button {
    let words: String
    let loudness: Loudness
    let icon: Icon?
    /// Sent with the form when this button is the one pressed.
    let name: String?
    let value: String?

    init(_ words: String, _ loudness: Loudness = .main, icon: Icon? = nil, name: String? = nil, value: String? = nil) {
        self.words = words
        self.loudness = loudness
        self.icon = icon
        self.name = name
        self.value = value
    }

    var body: HTML {
        """
        <button type="submit" class="\(loudness.style)"\(attribute: "name", name)\(attribute: "value", value)>\
        \(icon?.drawing)\(words)</button>
        """
    }
}

/// Leads to another page, drawn as a button.
struct LinkButton {
    let words: String
    let path: Path
    let loudness: Loudness
    let icon: Icon?

    init(_ words: String, to path: Path, _ loudness: Loudness = .main, icon: Icon? = nil) {
        self.words = words
        self.path = path
        self.loudness = loudness
        self.icon = icon
    }

    var body: HTML { "<a class=\"\(loudness.style)\"\(href: path)>\(icon?.drawing)\(words)</a>" }
}

/// Leads to the paper version of a page.
struct PrintButton {
    let words: String
    let path: Path

    init(_ words: String = "Imprimer", to path: Path) {
        self.words = words
        self.path = path
    }

    var body: HTML { LinkButton(words, to: path, .quiet, icon: .imprimer).body }
}

/// The one button of a form that has nothing else: an act in one click, still by POST and with the token.
struct ActionButton {
    let action: Path
    let token: String
    let button: Button
    let fields: HTML

    init(to action: Path, token: String, _ button: Button, fields: HTML = .empty) {
        self.action = action
        self.token = token
        self.button = button
        self.fields = fields
    }

    var body: HTML {
        """
        <form class="acte" method="post"\(action: action)>\(Hidden("jeton", token).body)\(fields)\(button.body)</form>
        """
    }
}

/// The actions at the foot of a page or a form: the main one first.
struct Actions {
    let content: HTML
    /// Stays at the foot of the window on a desk screen: for the main action of a long page.
    let staysInSight: Bool
    /// A few words beside the buttons.
    let note: String?

    init(_ content: HTML, staysInSight: Bool = false, note: String? = nil) {
        self.content = content
        self.staysInSight = staysInSight
        self.note = note
    }

    var body: HTML {
        """
        <div class="actes\(if: staysInSight, " actes-en-vue")">\(content)\(note.map { "<span class=\"actes-note\">\($0)</span>" } as HTML?)</div>
        """
    }
}

/// A link to an outside site: says where it goes, opens in the same window, sends no address of ours.
struct OutsideLink {
    let words: String
    let address: CheckedAddress

    init(_ words: String, to address: CheckedAddress) {
        self.words = words
        self.address = address
    }

    var body: HTML { "<a rel=\"noreferrer external\"\(href: address)>\(words)\u{A0}\(Icon.ouvrir.drawing)</a>" }
}
