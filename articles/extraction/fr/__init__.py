"""French: its words, and the grammars that read them."""
