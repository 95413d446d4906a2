"""Claims as they are kept: events, papers, and where a claim stands."""
