"""Speed, measured side by side with the least that such work can cost. Run with `python -m tests.bench`."""
