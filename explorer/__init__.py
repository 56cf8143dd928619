"""Timeline Explorer: articles in, a verified chronology out.

The rooms, from the ground up: `model` (values), `resources` and `settings`, `text`, `dates` and `reading`,
`extract` and `library`, `chronology`, `index`, then `timeline`, `exchange` and `ingest`, `paint`, `ui`, `cli`.
Imports only go down; `CONTRIBUTING.md` shows the house.
"""

import os

# Products of matrices are small here: threads would cost more than they save, and each reserves address space.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # before numpy is first imported

__version__ = "0.1.0"
