-- An import writes its tokens in small steps. Nobody sees them until its row here goes, which is one change however many
-- they are. What it replaces waits in staged_token for the same moment.
CREATE TABLE pending_import (
    id        TEXT   PRIMARY KEY, -- import_id of its tokens
    source    TEXT   NOT NULL,
    begun_at  BIGINT NOT NULL
);
DELETE FROM staged_token;
