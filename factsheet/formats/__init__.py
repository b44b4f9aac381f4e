"""How each language of the interface writes dates and times; figures stay as the articles wrote them."""
