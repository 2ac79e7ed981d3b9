"""The words in which entities and answers are shown on the screen, in print and in messages.

`labels` has the name of a row and the words in brackets after it, such as a role.
"""
