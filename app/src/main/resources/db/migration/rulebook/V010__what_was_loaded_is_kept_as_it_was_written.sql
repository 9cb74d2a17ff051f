create table rulebook.source (
    path text primary key,
    part text not null,
    text text not null
);
comment on table rulebook.source is 'The files of rulebooks and practices as they were loaded last, so that the same folder can be given back.';
comment on column rulebook.source.part is 'To what it belongs: rulebook or section, and its key.';
create index on rulebook.source (part);
