"""A claim (理赔): what is reported, by when, with which papers, and what it may bring."""
