"""Which words find this clause: the search of staff, tried while writing."""
