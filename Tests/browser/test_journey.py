"""The whole journey three times: with the mouse, with the keyboard alone, without scripts."""

from chrome import Chrome
from hands import Keyboard, Mouse
from journey import Journey


def test_the_whole_journey_is_done_with_the_mouse(browser):
    Journey(browser, Mouse(browser), "Zélie", "souris").run()


def test_the_whole_journey_is_done_with_the_keyboard_alone_and_the_focus_is_always_seen(browser):
    hand = Keyboard(browser)
    Journey(browser, hand, "Wilfrid", "clavier").run()
    hand.check()


def test_the_whole_journey_is_done_without_scripts(demo):
    with Chrome(demo, scripts=False) as chrome:
        Journey(chrome, Mouse(chrome), "Yolaine", "sans-script").run()
