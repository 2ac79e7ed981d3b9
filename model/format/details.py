"""The details of a relation beside its dates and evidence: role, voting, extent, on whose behalf.

Each of these has its own wording on screen; any other detail of a relation kind is printed as label and value.
"""

from .keys import OWN, UNKNOWN, Key

AS_NAMED = Key(
    "as_named", "text", "The word the source uses here, where it differs from the name.", detail=OWN
)
ROLE = Key(
    "role", "text", "The role, in the words of the source: chair, co-chair, vice-chair, member.", detail=OWN
)
VOTING = Key("voting", "flag", "Whether it votes.", words=(UNKNOWN,), detail=OWN)
ON_BEHALF_OF = Key(
    "on_behalf_of",
    "references",
    "Whom the member represents (Popolo `on_behalf_of`).",
    words=(UNKNOWN,),
    detail=OWN,
)
FUNCTION = Key(
    "function", "reference", "What is delegated.", kinds=("function",), words=(UNKNOWN,), detail=OWN
)
EXTENT = Key(
    "extent",
    "table",
    "How far the delegation goes.",
    parts=(
        Key("agreed", "flag", "Whether an extent has been agreed.", words=(UNKNOWN,)),
        Key("text", "text", "The extent in plain words, or `unknown`."),
    ),
    detail=OWN,
)
LEGAL_BASIS = Key("legal_basis", "text", "The power used, or `unknown`; never inferred.", detail=OWN)
ACCOUNTABLE = Key("accountable", "reference", "Who stays accountable.", words=(UNKNOWN,), detail=OWN)
MODE = Key(
    "mode",
    "choice",
    "In what way: who decides, holds it delegated, oversees or delivers.",
    required=True,
    choices=("decides", "delegated", "oversees", "delivers"),
    words=(UNKNOWN,),
    detail=OWN,
)
EXTENT_TEXT = Key("text", "text", "What exactly, in plain words.", detail=OWN)
