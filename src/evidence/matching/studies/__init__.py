"""In what a work was made, what kind of work it is, and how strongly it puts what it says."""
