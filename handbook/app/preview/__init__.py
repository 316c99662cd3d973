"""Looking at the pages before they are printed or saved."""
