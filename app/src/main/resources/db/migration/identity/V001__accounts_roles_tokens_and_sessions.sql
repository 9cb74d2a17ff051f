create schema identity;

-- Counts committed changes of accounts and roles, so that every node notices them.
create table identity.version (
    version bigint not null
);
insert into identity.version values (1);

create function identity.count_change() returns trigger language plpgsql as $$
begin
    update identity.version set version = version + 1;
    return null;
end
$$;

create table identity.account (
    id uuid primary key,
    username text not null unique check (username ~ '^[a-z0-9][a-z0-9._-]{0,39}$'),
    name text not null check (name <> ''),
    status text not null check (status in ('invited', 'active', 'deactivated')),
    password text,
    password_changed_at timestamptz,
    created_at timestamptz not null default now(),
    check (status <> 'active' or password is not null)
);

create table identity.role (
    key text primary key,
    name text,
    scope text not null default 'self' check (scope in ('self', 'unit', 'unit_and_below', 'chosen', 'all')),
    position int not null
);
comment on column identity.role.name is 'null for the roles that ship with the product: their names are in the message bundles';

create table identity.role_permission (
    role text not null references identity.role,
    permission text not null,
    primary key (role, permission)
);

create table identity.role_unit (
    role text not null references identity.role,
    unit uuid not null,
    primary key (role, unit)
);
comment on table identity.role_unit is 'the units of a role whose scope is ''chosen''';

create table identity.account_role (
    account uuid not null references identity.account,
    role text not null references identity.role,
    primary key (account, role)
);
create index account_role_role on identity.account_role (role);

create trigger account_changed after insert or update or delete on identity.account
    for each statement execute function identity.count_change();
create trigger role_changed after insert or update or delete on identity.role
    for each statement execute function identity.count_change();
create trigger role_permission_changed after insert or update or delete on identity.role_permission
    for each statement execute function identity.count_change();
create trigger role_unit_changed after insert or update or delete on identity.role_unit
    for each statement execute function identity.count_change();
create trigger account_role_changed after insert or update or delete on identity.account_role
    for each statement execute function identity.count_change();

insert into identity.role (key, scope, position) values
    ('staff', 'self', 1),
    ('designer', 'all', 2),
    ('inspector', 'all', 3),
    ('administrator', 'self', 4);
insert into identity.role_permission (role, permission) values
    ('staff', 'case.start'),
    ('designer', 'process.publish'),
    ('designer', 'rulebook.manage'),
    ('inspector', 'case.inspect'),
    ('inspector', 'journal.verify'),
    ('administrator', 'account.manage'),
    ('administrator', 'organization.manage'),
    ('administrator', 'system.operate'),
    ('administrator', 'journal.verify');

-- Links that let their holder choose a password, once.
create table identity.activation (
    digest bytea primary key,
    account uuid not null unique references identity.account,
    expires_at timestamptz not null
);

-- Failed log-ins of the last quarter of an hour; the key is a digest of who was tried from where.
create table identity.failure (
    key bytea not null,
    at timestamptz not null
);
create index failure_key on identity.failure (key, at);
create index failure_at on identity.failure (at);

create table identity.token (
    id uuid primary key,
    digest bytea not null unique,
    account uuid not null references identity.account,
    label text not null,
    created_at timestamptz not null,
    expires_at timestamptz not null,
    used_at timestamptz
);
create index token_account on identity.token (account);

-- Spring Session's own layout.
create table identity.session (
    primary_id char(36) primary key,
    session_id char(36) not null unique,
    creation_time bigint not null,
    last_access_time bigint not null,
    max_inactive_interval int not null,
    expiry_time bigint not null,
    principal_name varchar(100)
);
create index session_expiry on identity.session (expiry_time);
create index session_principal on identity.session (principal_name);

create table identity.session_attributes (
    session_primary_id char(36) not null references identity.session on delete cascade,
    attribute_name varchar(200) not null,
    attribute_bytes bytea not null,
    primary key (session_primary_id, attribute_name)
);
