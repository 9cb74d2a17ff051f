create schema directory;

-- Systems outside that know our people: single sign-on, the company's directory, office platforms.
create table directory.provider (
    id uuid primary key,
    key text not null unique check (key ~ '^[a-z0-9][a-z0-9-]{0,39}$'),
    kind text not null check (kind in ('oidc', 'ldap', 'wecom', 'dingtalk', 'feishu')),
    labels jsonb not null,
    enabled boolean not null,
    matching text[] not null check (matching <@ array['username', 'email', 'phone']),
    settings jsonb not null,
    sealed bytea,
    made_at timestamptz not null,
    changed_at timestamptz not null
);
comment on column directory.provider.labels is 'the name on the log-in button, by language tag';
comment on column directory.provider.matching is 'by what a person is recognised the first time without anybody''s doing; empty: never';
comment on column directory.provider.sealed is 'the provider''s secret, under a key derived from the master key';

-- Counts committed changes, so that every node notices them.
create table directory.version (
    version bigint not null
);
insert into directory.version values (1);

create function directory.count_change() returns trigger language plpgsql as $$
begin
    update directory.version set version = version + 1;
    return null;
end
$$;
create trigger provider_changed after insert or update or delete on directory.provider
    for each statement execute function directory.count_change();

-- Who somebody outside is here.
create table directory.link (
    provider uuid not null references directory.provider on delete cascade,
    subject text not null,
    account uuid not null,
    name text not null,
    linked_by uuid,
    linked_at timestamptz not null,
    used_at timestamptz,
    primary key (provider, subject),
    unique (provider, account)
);
create index link_account on directory.link (account);
comment on column directory.link.subject is 'the provider''s own stable id of the person';
comment on column directory.link.linked_by is 'null where the person was recognised by what the administrator allows';
