"""English: its tables of words and its grammars."""
