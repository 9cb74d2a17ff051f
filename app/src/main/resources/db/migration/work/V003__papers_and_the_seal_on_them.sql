-- What papers say of cases, each found by the digest of the code that is printed on it.
create table work.issue (
    code bytea primary key,
    case_id uuid not null,
    number text not null,
    title text not null,
    process text not null,
    status text not null,
    seq integer not null,
    hash text not null,
    issued_at timestamptz not null,
    issued_by uuid not null
);

comment on column work.issue.code is 'SHA-256 of the code: who reads the table cannot print a paper';
comment on column work.issue.hash is 'of the last entry of the case''s journal, which holds all entries before it';

-- The image of the company's seal: one row, or none.
create table work.seal (
    image bytea not null,
    put_at timestamptz not null,
    put_by uuid not null
);
