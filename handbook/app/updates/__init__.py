"""New policies while the window is open: looked for, installed, and moved to."""
