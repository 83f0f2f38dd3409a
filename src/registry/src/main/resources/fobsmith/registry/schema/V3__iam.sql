-- What IAM knows of people beyond their devices: tags, policies, the use of their keys, root.

-- Tags of users and of tokens, by the unique id of whoever or whatever wears them.
CREATE TABLE tag (
    owner_id  TEXT NOT NULL,
    name_key  TEXT NOT NULL, -- lower case
    name      TEXT NOT NULL,
    value     TEXT NOT NULL,
    PRIMARY KEY (owner_id, name_key)
);

CREATE TABLE inline_policy (
    owner_id    TEXT    NOT NULL,
    name_key    TEXT    NOT NULL, -- lower case
    name        TEXT    NOT NULL,
    document    TEXT    NOT NULL,
    size        INTEGER NOT NULL, -- what counts against the quota: characters that are not blank
    created_at  BIGINT  NOT NULL,
    PRIMARY KEY (owner_id, name_key)
);

-- Administrators by a mark become administrators by a policy.
INSERT INTO inline_policy (owner_id, name_key, name, document, size, created_at)
    SELECT id, 'administrator', 'administrator',
        '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"*","Resource":"*"}]}', 85, created_at
    FROM iam_user WHERE administrator = 1;
ALTER TABLE iam_user DROP COLUMN administrator;

ALTER TABLE access_key ADD COLUMN last_used_at BIGINT;
ALTER TABLE access_key ADD COLUMN last_used_service TEXT;
ALTER TABLE access_key ADD COLUMN last_used_region TEXT;

ALTER TABLE registry ADD COLUMN alias TEXT;

-- A virtual device for the day a token was left at home: no code of it is taken after this time.
ALTER TABLE token ADD COLUMN expires_at BIGINT;

-- Root has devices but no access key, no policies, and a name that no request can spell.
INSERT INTO iam_user (id, name, name_key, path, created_at, sessions_valid_from)
    SELECT account_id, '<root_account>', '<root_account>', '/', created_at, created_at FROM registry;

CREATE TABLE iam_group (
    id          TEXT   PRIMARY KEY,
    name        TEXT   NOT NULL,
    name_key    TEXT   NOT NULL UNIQUE, -- lower case
    path        TEXT   NOT NULL,
    created_at  BIGINT NOT NULL
);
CREATE INDEX iam_group_by_path ON iam_group (path, name_key);

CREATE TABLE group_member (
    group_id  TEXT NOT NULL REFERENCES iam_group (id),
    user_id   TEXT NOT NULL REFERENCES iam_user (id),
    PRIMARY KEY (group_id, user_id)
);
CREATE INDEX group_member_by_user ON group_member (user_id);

CREATE TABLE iam_role (
    id                   TEXT    PRIMARY KEY,
    name                 TEXT    NOT NULL,
    name_key             TEXT    NOT NULL UNIQUE, -- lower case
    path                 TEXT    NOT NULL,
    trust_policy         TEXT    NOT NULL,
    description          TEXT,
    max_session_seconds  INTEGER NOT NULL,
    created_at           BIGINT  NOT NULL
);
CREATE INDEX iam_role_by_path ON iam_role (path, name_key);
