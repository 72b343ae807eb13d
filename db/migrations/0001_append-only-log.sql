-- The log is a witness: nobody changes or removes what it says.
CREATE TRIGGER log_entry_is_never_changed BEFORE UPDATE ON log_entry
BEGIN
  SELECT RAISE(ABORT, 'The log is append-only.');
END;
--> statement-breakpoint
CREATE TRIGGER log_entry_is_never_removed BEFORE DELETE ON log_entry
BEGIN
  SELECT RAISE(ABORT, 'The log is append-only.');
END;
