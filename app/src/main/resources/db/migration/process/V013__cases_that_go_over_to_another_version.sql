create table process.migration (
    id           uuid        primary key,
    process      text        not null,
    from_version integer     not null,
    to_version   integer     not null,
    overrides    text        not null,
    reason       text        not null,
    by           uuid        not null,
    at           timestamptz not null,
    total        bigint      not null,
    finished_at  timestamptz
);
create index migration_process on process.migration (process, id desc);

comment on table process.migration is 'Running cases taken over to another version of their process, many at once.';
comment on column process.migration.overrides is 'by the id of an element of the old version the one that follows on it, as JSON';
comment on column process.migration.total is 'how many cases ran by the old version when it began';

-- What became of each case.
create table process.migrated (
    migration uuid not null,
    case_id   uuid not null,
    reasons   text,
    primary key (migration, case_id)
);
comment on column process.migrated.reasons is 'why it could not go over, a line each; null where it has';

create index case_version on process.case (process, version, id) where status in ('running', 'suspended');
