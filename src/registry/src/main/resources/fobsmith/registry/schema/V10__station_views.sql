-- What a station knew when it did what it tells, so that a message that comes late undoes nothing.

-- Last change of seed or state, by this registry's clock, and the station whose message it was; null where it was made here.
ALTER TABLE token ADD COLUMN changed_at BIGINT NOT NULL DEFAULT 0; -- 0: not since it was created
ALTER TABLE token ADD COLUMN changed_by INTEGER;

-- At a station: the number of the newest letter it had read when the attempt began.
ALTER TABLE attempt ADD COLUMN letter_at BIGINT NOT NULL DEFAULT 0;

-- The station that told of it; null where it was made here.
ALTER TABLE token_credential ADD COLUMN told_by INTEGER;

-- When this registry was last restored from a backup; 0: never.
ALTER TABLE registry ADD COLUMN restored_at BIGINT NOT NULL DEFAULT 0;
