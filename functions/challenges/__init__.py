"""`GET /api/challenges`: a small task for the browser, which costs a robot something."""
