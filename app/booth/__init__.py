"""The booth's phones: what each of them says it still holds, and whether all are drained."""
