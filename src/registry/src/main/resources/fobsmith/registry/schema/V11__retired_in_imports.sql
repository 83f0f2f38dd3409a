-- Of the keys that an import has taken, those of retired tokens, which stay so.
ALTER TABLE pending_import ADD COLUMN retired BIGINT NOT NULL DEFAULT 0;
