"""What a person sees: the command line, printed trees and the explorer. Importing it costs nothing."""
