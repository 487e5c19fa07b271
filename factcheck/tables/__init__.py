"""Tables of names made from published data, and the letters that spellings of one name interchange."""
