"""Tables of words: what may be said in several ways, which nouns are people, what a place and its people are called.

Two words share a row where one story would use both for the same thing; rivals (buyer and seller, rise and fall) never.
A phrase with the word of an event in it stands in events or nowhere: as a thing it would take the event from its
sentence ("a pay rise" is read as what was paid and rose).
"""
