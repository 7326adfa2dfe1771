-- 前后对比: a solved matter of public space, told by the unit that led it in words of its own. Public while released.
CREATE TABLE cases.story (
    id          uuid        PRIMARY KEY,
    case_id     uuid        NOT NULL UNIQUE REFERENCES cases.case_file,
    title       text        NOT NULL,
    text        text        NOT NULL,
    written_at  timestamptz NOT NULL,
    written_by  text        NOT NULL COLLATE "C",
    released_at timestamptz
);
CREATE INDEX story_released ON cases.story (released_at DESC, id) WHERE released_at IS NOT NULL;
GRANT SELECT, INSERT, UPDATE, DELETE ON cases.story TO ${application};

-- Pictures of the work on which somebody has seen that faces, plates and doors are masked; no other is ever public.
CREATE TABLE cases.story_picture (
    case_id   uuid        NOT NULL REFERENCES cases.story (case_id) ON DELETE CASCADE,
    photo     text        NOT NULL COLLATE "C",
    moment    text        NOT NULL COLLATE "C",
    masked_at timestamptz NOT NULL,
    masked_by text        NOT NULL COLLATE "C",
    PRIMARY KEY (case_id, photo, moment),
    CHECK (moment IN ('BEFORE', 'AFTER'))
);
CREATE INDEX story_picture_photo ON cases.story_picture (photo);
GRANT SELECT, INSERT, UPDATE, DELETE ON cases.story_picture TO ${application};
