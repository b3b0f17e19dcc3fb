"""The order of work in a build: one signal per floor, sent from the lowest up.

blinker calls the receivers of one signal in no order, so two plugins on Pelican's own
`all_generators_finalized` could run either way round. Each plugin connects to its floor instead;
neighbours on a floor do not depend on each other.
"""

from blinker import Signal

# Sent with the Pelican object once all documents are read and before any is rendered.
CORPUS_READ = Signal()

# FLOORS[n] is sent with the `Site` when the floors below n have done their work.
FLOORS = tuple(Signal() for _ in range(5))

# Sent with the Pelican object, one after another, when the generators have said what they write: before it is
# written, for what is made of the pages, and for checks.
PAGES_WAIT, PAGES_WRITTEN, ALL_WRITTEN = Signal(), Signal(), Signal()
