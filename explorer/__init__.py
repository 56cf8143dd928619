"""Timeline Explorer: articles in, a verified chronology out.

The rooms, from the ground up: `model` (values), `resources` and `settings`, `text`, `dates` and `reading`,
`extract` and `library`, `chronology`, `index`, then `timeline`, `exchange` and `ingest`, `paint`, `ui`, `cli`.
Imports only go down; `CONTRIBUTING.md` shows the house.
"""

__version__ = "0.1.0"
