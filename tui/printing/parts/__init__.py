"""Parts that several printed formats share: tables, wrapping, JSON values, escaping of markup."""
