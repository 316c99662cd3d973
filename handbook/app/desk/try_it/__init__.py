"""A draft of a flow, tried as staff would meet it."""
