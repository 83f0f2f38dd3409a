-- Registry keys on PKCS#11 tokens, and data keys that follow one another.

ALTER TABLE data_key ADD COLUMN keeper TEXT NOT NULL DEFAULT 'key file'
    CHECK (keeper IN ('passphrase', 'key file', 'PKCS#11 token'));
UPDATE data_key SET keeper = provider;
ALTER TABLE data_key DROP COLUMN provider;
ALTER TABLE data_key RENAME COLUMN keeper TO provider;

-- The key sealed under the one before it, for processes that run on while keys are rotated; goes with that one.
ALTER TABLE data_key ADD COLUMN link ${bytes};

-- The data key that new rows are sealed with.
ALTER TABLE registry ADD COLUMN data_key_version INTEGER NOT NULL DEFAULT 1;
UPDATE registry SET data_key_version = coalesce((SELECT max(version) FROM data_key), 1);

-- Which rows wait for a newer data key, and whether an older one is still needed.
CREATE INDEX token_by_key_version ON token (key_version);
CREATE INDEX staged_token_by_key_version ON staged_token (key_version);
CREATE INDEX attempt_by_key_version ON attempt (key_version);
CREATE INDEX token_credential_by_key_version ON token_credential (key_version);
CREATE INDEX access_key_by_key_version ON access_key (key_version);
CREATE INDEX audit_writer_by_key_version ON audit_writer (key_version);
