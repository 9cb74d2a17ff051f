-- A case that was called knows its caller; its id is that of the call.
alter table process.case add column caller uuid;

create table process.call (
    id          uuid        primary key,
    caller      uuid        not null,
    visit       integer     not null,
    element     text        not null,
    process     text        not null,
    data        text        not null,
    asked_at    timestamptz not null,
    ended       text,
    error       text,
    answered_at timestamptz
);
create index call_caller on process.call (caller, id);

comment on table process.call is 'Cases that a case has called, or is about to: the id is that of the called case.';
comment on column process.call.ended is 'how the called case ended; null while it runs or has not begun';
comment on column process.call.error is 'the code of the error that ended it, where one did';
comment on column process.call.answered_at is 'when the caller went on, or did not want it any more';
