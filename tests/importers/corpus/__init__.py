"""Documents made up for the importers, and the programs that write them as files."""
