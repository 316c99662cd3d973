"""The handbook as a folder of web pages that needs no server and no script."""
