"""The words in which entities and answers are shown on the screen, in print and in messages.

`labels` has the name of a row and the words in brackets after it, such as a role.
"""

import os

HOME = os.path.dirname(os.path.abspath(__file__))
"""The directory of this code: words that the cache has are used for the same code only, besides that of the model."""
