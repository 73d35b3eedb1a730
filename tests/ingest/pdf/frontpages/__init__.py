"""Front pages laid out by hand: what INGEST of real dailies has to stand, everything at once."""
