"""The page where a policy is read, checked and confirmed."""
