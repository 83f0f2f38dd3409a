-- Stations that may only write: what a registry knows of them, and what a station knows of itself.

-- The X25519 key pair of this database: a registry's, made with its first station, or a station's own.
CREATE TABLE exchange_key (
    id                  INTEGER PRIMARY KEY CHECK (id = 1),
    public_key          ${bytes} NOT NULL,
    sealed_private_key  ${bytes} NOT NULL,
    key_version         INTEGER NOT NULL REFERENCES data_key (version)
);
CREATE INDEX exchange_key_by_key_version ON exchange_key (key_version);

CREATE TABLE station (
    number         INTEGER PRIMARY KEY,
    name           TEXT    NOT NULL,
    name_key       TEXT    NOT NULL UNIQUE, -- lower case
    public_key     ${bytes} NOT NULL UNIQUE,
    last_sequence  BIGINT  NOT NULL, -- of the newest message that was answered
    letter_at      BIGINT  NOT NULL, -- of the newest letter to it; each is later than the one before
    created_at     BIGINT  NOT NULL,
    revoked_at     BIGINT
);

-- Messages of stations that were answered, so that none is applied twice.
CREATE TABLE station_message (
    station      INTEGER NOT NULL REFERENCES station (number),
    sequence     BIGINT  NOT NULL,
    id           TEXT    NOT NULL,
    applied      INTEGER NOT NULL CHECK (applied IN (0, 1)),
    reason       TEXT, -- why it was not applied
    received_at  BIGINT  NOT NULL,
    PRIMARY KEY (station, sequence)
);

-- One row makes this database a station's.
CREATE TABLE own_station (
    id             INTEGER PRIMARY KEY CHECK (id = 1),
    number         INTEGER, -- null until it has joined a registry
    name           TEXT,
    service        TEXT,    -- where the registry is, for people
    registry_key   ${bytes},
    last_sequence  BIGINT  NOT NULL,
    letter_at      BIGINT  NOT NULL,
    CHECK ((number IS NULL) = (registry_key IS NULL))
);

-- What a station tells its registry, sealed so that only the registry opens it.
CREATE TABLE outbox (
    sequence     BIGINT  PRIMARY KEY,
    id           TEXT    NOT NULL UNIQUE,
    serial_key   TEXT    NOT NULL,
    carries      TEXT    NOT NULL CHECK (carries IN ('seed', 'end', 'credential')),
    envelope     ${bytes} NOT NULL,
    made_at      BIGINT  NOT NULL,
    answered_at  BIGINT,
    applied      INTEGER CHECK (applied IN (0, 1)),
    reason       TEXT
);
CREATE INDEX outbox_by_serial ON outbox (serial_key, sequence);

-- What the registry told a station of its tokens.
CREATE TABLE known_token (
    serial_key    TEXT PRIMARY KEY,
    serial        TEXT NOT NULL,
    manufacturer  TEXT NOT NULL,
    model         TEXT NOT NULL,
    state         TEXT NOT NULL
);
