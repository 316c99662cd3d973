"""Publishing: what changed, why it is locked, the signature, and the file for IT."""
