"""The annual reports: outlines, drafts that write themselves, papers of them."""
