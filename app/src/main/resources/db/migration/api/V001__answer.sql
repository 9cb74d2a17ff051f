create schema if not exists api;

create table api.answer (
    command  uuid        primary key,
    request  text        not null,
    status   integer,
    type     text,
    body     text,
    begun_at timestamptz not null
);

comment on table api.answer is 'First answers to requests with an Idempotency-Key; kept for two days.';
create index answer_begun_at on api.answer (begun_at);
