import Domain
import Markup

/// A day shown large, as on a wall calendar: the weekday, the number, the month.
///
/// Read aloud it is one phrase, "lundi 30 novembre".
struct DatePlate {
    let day: Day
    let today: Day

    init(_ day: Day, today: Day) {
        self.day = day
        self.today = today
    }

    var body: HTML {
        """
        <time class="plaque"\(attribute: "datetime", day.description)><span>\(day.weekdayName) </span>\
        <b>\(day.ordinal) </b><span>\(day.monthName)\(if: day.year != today.year, " \(day.year)")</span></time>
        """
    }
}
