import Testing
@Suite struct Placeholder { }
import NIOEmbedded
