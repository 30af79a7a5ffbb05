"""What criteria say of a record, and what to do next: for any assessment, whatever it is about."""
