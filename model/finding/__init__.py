"""Search: from half a name, an old name, a short form, a code or a question to the entities meant, best first."""
