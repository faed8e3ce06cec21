"""From raw corpora to the embedded English pipeline; see README.md beside this file."""
