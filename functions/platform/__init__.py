"""What knows nothing of our field: AWS, table, API, problems, environment, processes."""
