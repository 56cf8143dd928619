"""The dialogs: each asks one question, shows what will happen, and hands the answer back to its caller."""
