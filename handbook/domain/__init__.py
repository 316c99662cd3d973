"""What a handbook is: pure values and rules. Standard library only."""
