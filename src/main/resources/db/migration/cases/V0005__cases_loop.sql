CREATE SCHEMA cases;

CREATE SEQUENCE cases.number;

-- Work tables store the holder only, never a path: moving a county must not rewrite cases.
CREATE TABLE cases.case_file (
    id            uuid        PRIMARY KEY,
    number        bigint      NOT NULL UNIQUE,
    code          text        NOT NULL UNIQUE COLLATE "C",
    version       integer     NOT NULL,
    category      text        NOT NULL COLLATE "C",
    place         integer     NOT NULL,
    channel       text        NOT NULL COLLATE "C",
    stage         text        NOT NULL COLLATE "C",
    desk          integer     NOT NULL,
    holder        integer     NOT NULL,
    due           timestamptz NOT NULL,
    clock_from    timestamptz NOT NULL,
    supervisor    integer,
    supervise_due timestamptz,
    escalate_at   timestamptz,
    level         smallint    NOT NULL,
    round         smallint    NOT NULL,
    reworks       smallint    NOT NULL,
    answer_until  timestamptz,
    reported_at   timestamptz NOT NULL,
    closed_at     timestamptz,
    outcome       text        COLLATE "C",
    wake_at       timestamptz,
    claimed_until timestamptz,
    attempts      smallint    NOT NULL DEFAULT 0,
    CHECK (stage IN ('REPORTED', 'DISPATCHED', 'AWAITING_RESIDENT', 'CLOSED')),
    CHECK ((stage = 'CLOSED') = (closed_at IS NOT NULL AND outcome IS NOT NULL)),
    CHECK ((stage = 'AWAITING_RESIDENT') = (answer_until IS NOT NULL)),
    CHECK ((stage IN ('REPORTED', 'DISPATCHED')) = (escalate_at IS NOT NULL)),
    CHECK (supervise_due IS NULL OR supervisor IS NOT NULL)
);
CREATE INDEX case_file_open ON cases.case_file (due, holder) WHERE stage IN ('REPORTED', 'DISPATCHED');
CREATE INDEX case_file_holder ON cases.case_file (holder, stage, due);
CREATE INDEX case_file_supervisor ON cases.case_file (supervisor, supervise_due) WHERE supervisor IS NOT NULL;
CREATE INDEX case_file_place ON cases.case_file (place, reported_at);
CREATE INDEX case_file_lately ON cases.case_file (desk, closed_at) WHERE outcome = 'closedSolved';
CREATE INDEX case_file_wake ON cases.case_file (wake_at) WHERE wake_at IS NOT NULL;

-- The work of one unit on a case, with its own clock.
CREATE TABLE cases.assignment (
    id            uuid        PRIMARY KEY,
    case_id       uuid        NOT NULL REFERENCES cases.case_file,
    unit          integer     NOT NULL,
    duty_item     text        NOT NULL COLLATE "C",
    dispatched_at timestamptz NOT NULL,
    due           timestamptz NOT NULL,
    sign_due      timestamptz NOT NULL,
    signed_at     timestamptz,
    signed_by     text        COLLATE "C",
    done_at       timestamptz,
    ended_at      timestamptz,
    CHECK ((signed_at IS NULL) = (signed_by IS NULL))
);
CREATE INDEX assignment_case ON cases.assignment (case_id, dispatched_at);

-- Every limit that was ever in force; a changed deadline is a further row.
CREATE TABLE cases.time_limit (
    id         uuid        PRIMARY KEY,
    case_id    uuid        NOT NULL REFERENCES cases.case_file,
    step       text        NOT NULL COLLATE "C",
    unit       integer     NOT NULL,
    due        timestamptz NOT NULL,
    set_at     timestamptz NOT NULL,
    done_at    timestamptz,
    ended_at   timestamptz,
    reached_at timestamptz,
    CHECK (step IN ('dispatch', 'sign', 'handle', 'answer', 'close'))
);
CREATE INDEX time_limit_case ON cases.time_limit (case_id);

-- What the reporter said. Kept apart, with its purpose and its end.
CREATE TABLE cases.words (
    case_id      uuid        PRIMARY KEY REFERENCES cases.case_file,
    words        text        NOT NULL,
    detail       text        NOT NULL,
    purpose      text        NOT NULL COLLATE "C",
    delete_after timestamptz NOT NULL
);
CREATE INDEX words_delete_after ON cases.words (delete_after);

CREATE TABLE cases.contact (
    case_id      uuid        PRIMARY KEY REFERENCES cases.case_file,
    telephone    text        NOT NULL,
    given_to     text        NOT NULL COLLATE "C",
    purpose      text        NOT NULL COLLATE "C",
    delete_after timestamptz NOT NULL,
    CHECK (given_to IN ('CALL_BACK_DESK', 'HANDLER'))
);
CREATE INDEX contact_delete_after ON cases.contact (delete_after);

CREATE TABLE cases.picture (
    case_id  uuid        NOT NULL REFERENCES cases.case_file,
    photo    text        NOT NULL COLLATE "C",
    moment   text        NOT NULL COLLATE "C",
    added_at timestamptz NOT NULL,
    PRIMARY KEY (case_id, photo, moment),
    CHECK (moment IN ('REPORT', 'BEFORE', 'AFTER'))
);
CREATE INDEX picture_photo ON cases.picture (photo);

-- What the unit says: progress for the reporter, and at the end the result and a sentence released to the public.
CREATE TABLE cases.reply (
    id       uuid        PRIMARY KEY,
    case_id  uuid        NOT NULL REFERENCES cases.case_file,
    round    smallint    NOT NULL,
    final    boolean     NOT NULL,
    text     text        NOT NULL,
    released text,
    by_actor text        NOT NULL COLLATE "C",
    said_at  timestamptz NOT NULL
);
CREATE INDEX reply_case ON cases.reply (case_id, said_at);

-- What the resident says of one round. Ratings are read by the call-back desk and the evaluating level only.
CREATE TABLE cases.answer (
    case_id     uuid        NOT NULL REFERENCES cases.case_file,
    round       smallint    NOT NULL,
    solved      boolean     NOT NULL,
    result      smallint    CHECK (result BETWEEN 1 AND 5),
    service     smallint    CHECK (service BETWEEN 1 AND 5),
    pressed     boolean     NOT NULL,
    sentence    text,
    channel     text        NOT NULL COLLATE "C",
    answered_at timestamptz NOT NULL,
    PRIMARY KEY (case_id, round)
);

-- A unit's lawful request to be relieved; the clock runs until it is granted.
CREATE TABLE cases.return_request (
    id         uuid        PRIMARY KEY,
    case_id    uuid        NOT NULL REFERENCES cases.case_file,
    unit       integer     NOT NULL,
    duty_item  text        NOT NULL COLLATE "C",
    reason     text        NOT NULL,
    asked_at   timestamptz NOT NULL,
    asked_by   text        NOT NULL COLLATE "C",
    granted    boolean,
    decided_at timestamptz,
    decided_by text        COLLATE "C",
    CHECK ((granted IS NULL) = (decided_at IS NULL))
);
CREATE UNIQUE INDEX return_request_open ON cases.return_request (case_id) WHERE granted IS NULL;

GRANT USAGE ON SCHEMA cases TO ${application};
GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA cases TO ${application};
GRANT USAGE ON ALL SEQUENCES IN SCHEMA cases TO ${application};
