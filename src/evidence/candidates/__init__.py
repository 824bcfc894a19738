"""What a malformed or unregistered DOI may have been meant to be: guesses, each with its reason."""
