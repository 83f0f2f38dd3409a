-- The onboarding desk: who may sign in there, what it slows down, what it made and nobody enabled; and quick ways through much stock.

-- What a passphrase is compared with: Argon2id, sealed on top, so that a copy of this file gives nobody anything to guess at.
CREATE TABLE desk_passphrase (
    user_id          TEXT    PRIMARY KEY REFERENCES iam_user (id) ON DELETE CASCADE,
    edition          TEXT    NOT NULL, -- another with each passphrase
    salt             ${bytes} NOT NULL,
    memory_kib       INTEGER NOT NULL,
    iterations       INTEGER NOT NULL,
    parallelism      INTEGER NOT NULL,
    sealed_verifier  ${bytes} NOT NULL,
    key_version      INTEGER NOT NULL REFERENCES data_key (version),
    changed_at       BIGINT  NOT NULL
);
CREATE INDEX desk_passphrase_by_key_version ON desk_passphrase (key_version);

-- The subject is a unique id; of a name that nobody bears, a hash.
CREATE TABLE desk_throttle (
    subject      TEXT    NOT NULL,
    purpose      TEXT    NOT NULL CHECK (purpose IN ('sign-in', 'find')),
    failures     INTEGER NOT NULL,
    pause_until  BIGINT  NOT NULL,
    booked_at    BIGINT  NOT NULL,
    PRIMARY KEY (subject, purpose)
);

-- Virtual devices made at the desk. One that was never enabled is deleted when its flow ends, or at a later sign-in.
CREATE TABLE desk_device (
    token_id  TEXT   PRIMARY KEY REFERENCES token (id) ON DELETE CASCADE,
    made_at   BIGINT NOT NULL
);

-- Each ends in what pages are ordered by, so that nothing is sorted.
CREATE INDEX token_by_kind ON token (kind, serial_key);
CREATE INDEX token_by_product ON token (kind, manufacturer, model, serial_key);
CREATE INDEX token_by_state_of_product ON token (kind, state, manufacturer, model, serial_key);
CREATE INDEX audit_record_by_subject ON audit_record (subject, seq);
