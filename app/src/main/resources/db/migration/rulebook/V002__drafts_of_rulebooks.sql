create table rulebook.draft (
    id         uuid primary key,
    title      text not null,
    file_name  text not null,
    sha256     text not null,
    mended     jsonb not null,
    state      text not null check (state in ('proposed', 'draft')),
    created_by uuid not null,
    created_at timestamptz not null default now()
);
comment on table rulebook.draft is 'A company''s own rules as they were read from a document; proposed until a person has seen the structure.';
comment on column rulebook.draft.mended is 'Lines that a bad conversion had doubled: as they stood, and as they were read.';

create table rulebook.passage (
    id     uuid primary key,
    draft  uuid not null references rulebook.draft on delete cascade,
    place  numeric not null,
    kind   text not null check (kind in ('title', 'foreword', 'chapter', 'section', 'article', 'boilerplate')),
    number text not null,
    title  text not null,
    text   text not null,
    unique (draft, place)
);
comment on table rulebook.passage is 'A piece of a draft. What is marked as boilerplate stays here: nothing of the document is dropped.';
comment on column rulebook.passage.place is 'Where it stands; a piece that is split off finds a place between two others.';
