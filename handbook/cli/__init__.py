"""The command line: one small file a command; prints and returns exit codes."""
