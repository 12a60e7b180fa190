import Markup

/// A search that answers while typing when scripts run, and on Enter in any case.
///
/// Always by POST, with the session's token: a name or what a person says stands in no address, no log, no history.
/// `action` answers a whole page, `fragment` a piece of it, both from the field `q`: links in a list and, on the root of
/// the fragment, `data-annonce` with the sentence to read aloud ("3 démarches trouvées").
struct SearchBox {
    /// Part of the ids: one per box on a page.
    let id: String
    let label: String
    let action: Path
    let fragment: Path
    /// The session's CSRF token.
    let token: String
    var typed = ""
    var help: String?
    /// Large, for the one question of a page; small for the box of the banner.
    var isLarge = true
    /// Key that puts the cursor here.
    var shortcut: String?
    /// The results already known, when the page itself is the answer.
    var results: HTML = .empty
    var button = "Chercher"

    var body: HTML {
        let helpId = help.map { _ in "\(id)-aide" }
        let help: HTML? = help.map { "<p class=\"aide\"\(attribute: "id", helpId)>\($0)</p>" }
        return """
            <form class="recherche\(if: isLarge, " recherche-grande")" method="post" role="search"\(action: action)\
            \(attribute: "aria-label", label)\(attribute: "data-recherche", fragment)>\(Hidden("jeton", token).body)\
            <label\(attribute: "for", id)\(if: !isLarge, #" class="hors-vue""#)>\(label)</label>\(help)\
            <span class="recherche-ligne"><input type="search" name="q" autocomplete="off" spellcheck="false" \
            enterkeyhint="search"\(attribute: "id", id)\(attribute: "value", typed)\(attribute: "aria-describedby", helpId)\
            \(attribute: "data-raccourci", shortcut)\(attribute: "placeholder", isLarge ? nil : label)>\
            <button type="submit" class="bouton\(if: !isLarge, " bouton-discret")">\(Icon.chercher.drawing)<span>\(button)</span></button></span>\
            <div class="trouvailles" data-trouvailles>\(results)</div>\
            <p class="hors-vue" role="status" data-annonce-ici></p></form>
            """
    }
}
