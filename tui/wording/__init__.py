"""The words in which entities and answers are shown on the screen, in print and in messages.

`labels` has the name of a row and the words in brackets after it, such as a role.
"""

import os

WORDING = os.path.dirname(os.path.abspath(__file__))
"""The directory of this code. Words in the cache are stored with its fingerprint, and used while that is the same."""
