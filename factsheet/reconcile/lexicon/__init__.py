"""Tables of words: what may be said in several ways, which nouns are people, what a place and its people are called."""
