"""The form for what stands above a policy: title, owner, dates, who is asked to read it."""
