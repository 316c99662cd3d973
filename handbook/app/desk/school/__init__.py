"""The form for school.yaml: people, bodies outside, and the choices of the school."""
