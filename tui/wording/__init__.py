"""How things read wherever they are shown: `labels` has the name of a row and the words in brackets after it, such as a role."""
