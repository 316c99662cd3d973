"""The page of the first start: what somebody does at the school, and what is kept."""
