-- Times are milliseconds since the epoch, UTC. Names of people stand in iam_user and known_name only.

CREATE TABLE registry (
    id           INTEGER PRIMARY KEY CHECK (id = 1),
    account_id   TEXT    NOT NULL,
    created_at   BIGINT  NOT NULL,
    last_time    BIGINT  NOT NULL, -- never lowered but by an audited correction of the clock
    clock_epoch  BIGINT  NOT NULL  -- grows with each such correction
);

CREATE TABLE data_key (
    version      INTEGER PRIMARY KEY,
    provider     TEXT    NOT NULL CHECK (provider IN ('passphrase', 'key file')),
    salt         ${bytes} NOT NULL,
    memory_kib   INTEGER NOT NULL,
    iterations   INTEGER NOT NULL,
    parallelism  INTEGER NOT NULL,
    wrapped      ${bytes} NOT NULL,
    created_at   BIGINT  NOT NULL
);

CREATE TABLE iam_user (
    id                  TEXT    PRIMARY KEY,
    name                TEXT    NOT NULL,
    name_key            TEXT    NOT NULL UNIQUE, -- lower case
    path                TEXT    NOT NULL,
    administrator       INTEGER NOT NULL CHECK (administrator IN (0, 1)),
    created_at          BIGINT  NOT NULL,
    sessions_valid_from BIGINT  NOT NULL
);
CREATE INDEX iam_user_by_path ON iam_user (path, name_key);

CREATE TABLE known_name (
    id    TEXT PRIMARY KEY,
    kind  TEXT NOT NULL CHECK (kind IN ('user', 'operator', 'device')),
    name  TEXT NOT NULL
);

CREATE TABLE access_key (
    id             TEXT    PRIMARY KEY,
    user_id        TEXT    NOT NULL REFERENCES iam_user (id),
    active         INTEGER NOT NULL CHECK (active IN (0, 1)),
    sealed_secret  ${bytes} NOT NULL,
    key_version    INTEGER NOT NULL REFERENCES data_key (version),
    created_at     BIGINT  NOT NULL
);
CREATE INDEX access_key_by_user ON access_key (user_id, id);

CREATE TABLE token (
    id             TEXT    PRIMARY KEY,
    serial         TEXT    NOT NULL,
    serial_key     TEXT    NOT NULL UNIQUE, -- upper case
    kind           TEXT    NOT NULL CHECK (kind IN ('hardware', 'virtual')),
    manufacturer   TEXT    NOT NULL,
    model          TEXT    NOT NULL,
    import_id      TEXT, -- which import brought it
    otp            TEXT    NOT NULL CHECK (otp IN ('totp', 'hotp')),
    algorithm      TEXT    NOT NULL,
    digits         INTEGER NOT NULL,
    step_seconds   INTEGER NOT NULL,
    state          TEXT    NOT NULL,
    reserved_from  TEXT,
    owner_id       TEXT    REFERENCES iam_user (id),
    sealed_seed    ${bytes},
    key_version    INTEGER REFERENCES data_key (version),
    seed_version   INTEGER NOT NULL,
    next_step      BIGINT  NOT NULL, -- lowest time step still acceptable
    drift_ms       BIGINT  NOT NULL, -- positive: the token is fast
    learned_at     BIGINT,
    accepted_at    BIGINT,
    suspect        INTEGER NOT NULL CHECK (suspect IN (0, 1)),
    failures       INTEGER NOT NULL,
    pause_until    BIGINT  NOT NULL,
    created_at     BIGINT  NOT NULL,
    enabled_at     BIGINT,
    CHECK (state <> 'enabled' OR (owner_id IS NOT NULL AND sealed_seed IS NOT NULL AND enabled_at IS NOT NULL)),
    CHECK (owner_id IS NULL OR state IN ('enabled', 'reserved'))
);
CREATE INDEX token_by_owner ON token (owner_id, serial_key);
CREATE INDEX token_by_state ON token (kind, state, serial_key);

-- An import fills this in small steps; its tokens then appear all at once.
CREATE TABLE staged_token (
    import_id      TEXT    NOT NULL,
    staged_at      BIGINT  NOT NULL,
    id             TEXT    NOT NULL,
    serial         TEXT    NOT NULL,
    serial_key     TEXT    NOT NULL,
    manufacturer   TEXT    NOT NULL,
    model          TEXT    NOT NULL,
    otp            TEXT    NOT NULL,
    algorithm      TEXT    NOT NULL,
    digits         INTEGER NOT NULL,
    step_seconds   INTEGER NOT NULL,
    sealed_seed    ${bytes} NOT NULL,
    key_version    INTEGER NOT NULL,
    PRIMARY KEY (import_id, serial_key)
);

CREATE TABLE caller_failure (
    caller_id    TEXT    NOT NULL,
    token_id     TEXT    NOT NULL REFERENCES token (id) ON DELETE CASCADE,
    failures     INTEGER NOT NULL,
    pause_until  BIGINT  NOT NULL,
    PRIMARY KEY (caller_id, token_id)
);

CREATE TABLE drift_lesson (
    token_id     TEXT    NOT NULL REFERENCES token (id) ON DELETE CASCADE,
    step         BIGINT  NOT NULL,
    taught_by    TEXT    NOT NULL CHECK (taught_by IN ('enable', 'resync', 'check', 'sign-in')),
    at           BIGINT  NOT NULL,
    earliest_ms  BIGINT  NOT NULL,
    latest_ms    BIGINT  NOT NULL,
    drift_ms     BIGINT  NOT NULL,
    suspect      INTEGER NOT NULL,
    PRIMARY KEY (token_id, step)
);

CREATE TABLE audit_writer (
    name         TEXT    PRIMARY KEY,
    sealed_key   ${bytes} NOT NULL,
    key_version  INTEGER NOT NULL REFERENCES data_key (version)
);

CREATE TABLE audit_record (
    writer   TEXT    NOT NULL REFERENCES audit_writer (name),
    seq      BIGINT  NOT NULL,
    at       BIGINT  NOT NULL,
    actor    TEXT    NOT NULL,
    host     TEXT    NOT NULL,
    action   TEXT    NOT NULL,
    subject  TEXT    NOT NULL,
    detail   TEXT    NOT NULL,
    mac      ${bytes} NOT NULL,
    PRIMARY KEY (writer, seq)
);
