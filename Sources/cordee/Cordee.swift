import ArgumentParser
import Hummingbird
@main struct Cordee: ParsableCommand { func run() {} }
