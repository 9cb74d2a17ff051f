create schema file;

create table file.content (
    sha256 text primary key check (sha256 ~ '^[0-9a-f]{64}$'),
    size bigint not null check (size > 0),
    wrapped_key bytea not null,
    stored_at timestamptz not null
);
comment on table file.content is 'what lies in the data folder, once for each content';
comment on column file.content.wrapped_key is 'the key of this content, wrapped by a key derived from the master key (RFC 3394)';

create table file.file (
    id uuid primary key,
    name text not null check (name <> ''),
    media_type text not null,
    size bigint not null,
    sha256 text not null references file.content,
    owner uuid not null,
    uploaded_at timestamptz not null
);
comment on table file.file is 'every upload is a file of its own, also when its content is known';
create index file_sha256 on file.file (sha256);

create table file.attachment (
    file uuid not null references file.file,
    subject uuid not null,
    attached_at timestamptz not null,
    primary key (file, subject)
);
comment on column file.attachment.subject is 'the case or record that the file hangs on';
create index attachment_subject on file.attachment (subject);
