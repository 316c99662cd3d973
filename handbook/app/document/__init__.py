"""The document of a policy: one builder for the reader, for paper and for comparing."""
