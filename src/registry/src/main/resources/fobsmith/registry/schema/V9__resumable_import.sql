-- How far an import is, written with each of its slices: when the same file is imported again, it goes on from there.
ALTER TABLE pending_import ADD COLUMN fingerprint TEXT; -- of the file and its terms; null where it cannot be read twice
ALTER TABLE pending_import ADD COLUMN taken BIGINT NOT NULL DEFAULT 0; -- keys of the file, from its first
ALTER TABLE pending_import ADD COLUMN added BIGINT NOT NULL DEFAULT 0;
ALTER TABLE pending_import ADD COLUMN known BIGINT NOT NULL DEFAULT 0;
ALTER TABLE pending_import ADD COLUMN replaced BIGINT NOT NULL DEFAULT 0;

-- What the file knows of the token's counter and clock goes with the new seed.
ALTER TABLE staged_token ADD COLUMN next_step BIGINT NOT NULL DEFAULT 0;
ALTER TABLE staged_token ADD COLUMN drift_ms BIGINT NOT NULL DEFAULT 0;
