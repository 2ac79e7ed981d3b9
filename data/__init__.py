"""The bundled model: what five public documents and the official files say, in TOML."""
