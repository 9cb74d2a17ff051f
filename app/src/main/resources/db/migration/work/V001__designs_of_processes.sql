create schema if not exists work;

-- A process on the drawing board: one for each process, which designers share.
create table work.design (
    process text primary key,
    edition integer not null,
    revision integer not null,
    base integer,
    guide text,
    articles text[] not null,
    begun_at timestamptz not null,
    begun_by uuid not null,
    changed_at timestamptz not null,
    changed_by uuid not null
);

comment on column work.design.edition is 'the edition that stands on the board; those after it were undone and can be done again';
comment on column work.design.revision is 'counts every change, undoing too, so that of two people who change it at once one is told';
comment on column work.design.base is 'the published version that it began from; null for a new process';

create table work.design_edition (
    process text not null references work.design on delete cascade,
    number integer not null,
    bpmn text not null,
    form text,
    made_at timestamptz not null,
    made_by uuid not null,
    primary key (process, number)
);
