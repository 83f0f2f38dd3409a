-- Tokens on a cable: the thing itself, its credentials, and the journal of attempts to give it a seed.

-- One physical token; each of its profiles is a row of its own in token.
CREATE TABLE physical_token (
    id            TEXT    PRIMARY KEY,
    serial        TEXT    NOT NULL, -- as the token tells it
    manufacturer  TEXT    NOT NULL,
    model         TEXT    NOT NULL,
    tries_left    INTEGER,          -- what the token told after the last wrong credential; null: none since a right one
    created_at    BIGINT  NOT NULL,
    UNIQUE (manufacturer, model, serial)
);

CREATE TABLE token_credential (
    id                 TEXT    PRIMARY KEY,
    physical_id        TEXT    NOT NULL REFERENCES physical_token (id),
    standing           TEXT    NOT NULL CHECK (standing IN ('current', 'next')),
    sealed_credential  ${bytes} NOT NULL,
    key_version        INTEGER NOT NULL REFERENCES data_key (version),
    created_at         BIGINT  NOT NULL,
    UNIQUE (physical_id, standing)
);

ALTER TABLE token ADD COLUMN physical_id TEXT REFERENCES physical_token (id);
CREATE INDEX token_by_physical ON token (physical_id);

-- The journal. A seed stands here from before the token hears of it until the token has shown its codes.
CREATE TABLE attempt (
    id              TEXT    PRIMARY KEY,
    seq             BIGINT  NOT NULL UNIQUE, -- order of beginning
    token_id        TEXT    NOT NULL, -- the row it ends in
    physical_id     TEXT    NOT NULL REFERENCES physical_token (id),
    slot            INTEGER NOT NULL, -- number of the token's profile
    serial          TEXT    NOT NULL,
    serial_key      TEXT    NOT NULL,
    otp             TEXT    NOT NULL,
    algorithm       TEXT    NOT NULL,
    digits          INTEGER NOT NULL,
    step_seconds    INTEGER NOT NULL,
    stage           TEXT    NOT NULL CHECK (stage IN ('sealed', 'writing', 'proven', 'void')),
    sealed_seed     ${bytes},
    key_version     INTEGER REFERENCES data_key (version),
    clock_error_ms  BIGINT,           -- how far the token's clock was ahead right after it was set
    clock_set_at    BIGINT,
    reason          TEXT,             -- why it is void
    started_at      BIGINT  NOT NULL,
    ended_at        BIGINT,
    CHECK ((sealed_seed IS NOT NULL) = (stage IN ('sealed', 'writing'))),
    CHECK ((ended_at IS NOT NULL) = (stage IN ('proven', 'void')))
);
CREATE INDEX attempt_by_serial ON attempt (serial_key, seq);
CREATE UNIQUE INDEX one_open_attempt ON attempt (serial_key) WHERE ended_at IS NULL;

-- A new seed begins a new history: its steps may be those of the seed before.
CREATE TABLE drift_lesson_by_seed (
    token_id      TEXT    NOT NULL REFERENCES token (id) ON DELETE CASCADE,
    seed_version  INTEGER NOT NULL,
    step          BIGINT  NOT NULL,
    taught_by     TEXT    NOT NULL CHECK (taught_by IN ('prove', 'enable', 'resync', 'check', 'sign-in')),
    at            BIGINT  NOT NULL,
    earliest_ms   BIGINT  NOT NULL,
    latest_ms     BIGINT  NOT NULL,
    drift_ms      BIGINT  NOT NULL,
    suspect       INTEGER NOT NULL,
    PRIMARY KEY (token_id, seed_version, step)
);
INSERT INTO drift_lesson_by_seed
    SELECT l.token_id, t.seed_version, l.step, l.taught_by, l.at, l.earliest_ms, l.latest_ms, l.drift_ms, l.suspect
    FROM drift_lesson l JOIN token t ON t.id = l.token_id;
DROP TABLE drift_lesson;
ALTER TABLE drift_lesson_by_seed RENAME TO drift_lesson;
