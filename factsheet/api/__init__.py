"""The JSON API by which the newsroom's systems read editions. It only ever reads."""
