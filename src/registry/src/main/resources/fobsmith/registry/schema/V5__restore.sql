-- Enabled when the registry was restored from a backup: no sign-in until two codes have shown how the token stands.
ALTER TABLE token ADD COLUMN to_be_confirmed INTEGER NOT NULL DEFAULT 0 CHECK (to_be_confirmed IN (0, 1));
