import Markup

/// The sign of Cordée: a reef knot, two ropes that hold because they hold each other.
///
/// The under strand stops on each side of a crossing (dashes), so that the drawing needs no mask and no background.
enum Logo {
    static let drawing: HTML = """
        <svg class="logo" viewBox="-3 8 54 32" fill="none" stroke-width="5" aria-hidden="true" focusable="false">\
        <path class="logo-corde" stroke-dasharray="24.2 7.4 41.4 7.4 24.4 9" \
        d="M-3 20L15 20C21 20 27 12 33 12C40.5 12 40.5 36 33 36C27 36 21 28 15 28L-3 28"/>\
        <path class="logo-mer" stroke-dasharray="8.9 7.4 28.4 15.4 28.2 7.4 9.1 9" \
        d="M51 20L33 20C27 20 21 12 15 12C7.5 12 7.5 36 15 36C21 36 27 28 33 28L51 28"/></svg>
        """
}
