"""The editor's desk: what authors and owners work with."""
