create table process.draft (
    id           uuid        primary key,
    person       uuid        not null,
    process      text        not null,
    title        text,
    form         text        not null,
    saved_at     timestamptz not null,
    discarded_at timestamptz
);

create index draft_person on process.draft (person, saved_at desc, id desc);
comment on table process.draft is 'What somebody has begun to fill in and not handed in; gone a day after it was discarded.';
