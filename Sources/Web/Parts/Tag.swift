import Markup

/// A state said in a word, with its icon and then its colour: never by the colour alone.
///
///     Tag(.lost, "dans 9 jours").body
struct Tag {
    enum State: CaseIterable {
        /// Something will be or has been lost.
        case lost
        /// Somebody must look at it.
        case watch
        /// Settled.
        case done
        /// Somebody else has to answer.
        case waiting
        /// Nothing can go on before something else.
        case blocked
        /// A plain fact.
        case neutral
    }

    let state: State
    let words: String

    init(_ state: State, _ words: String) {
        self.state = state
        self.words = words
    }

    var body: HTML { "<span class=\"etat \(style)\">\(icon.drawing)\(words)</span>" }

    private var style: HTML {
        switch state {
        case .lost: "etat-perdu"
        case .watch: "etat-attention"
        case .done: "etat-fait"
        case .waiting: "etat-attente"
        case .blocked: "etat-bloque"
        case .neutral: "etat-simple"
        }
    }

    private var icon: Icon {
        switch state {
        case .lost: .perdu
        case .watch: .attention
        case .done: .fait
        case .waiting: .attente
        case .blocked: .bloque
        case .neutral: .point
        }
    }
}
