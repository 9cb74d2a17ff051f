-- What running cases wait for from outside: messages by name and key, signals by name. Written with the case, read to find it.
create table process.subscription (
    case_id uuid        not null,
    number  integer     not null,
    kind    text        not null check (kind in ('message', 'signal')),
    element text        not null,
    name    text        not null,
    key     text,
    since   timestamptz not null,
    primary key (case_id, number)
);
create index subscription_name on process.subscription (kind, name, key, case_id);
