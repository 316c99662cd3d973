"""The page that is shown when there is nothing to read."""
