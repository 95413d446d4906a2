"""`POST /api/uploads`: where a browser may send a file's bytes, straight to S3."""
