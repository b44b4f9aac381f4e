"""What they said: sources, their articles, and the claims found in them."""
