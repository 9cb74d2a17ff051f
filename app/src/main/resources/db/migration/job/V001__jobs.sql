create schema job;

-- What is to be done later. The columns up to version are db-scheduler's own layout (github.com/kagkarlsson/db-scheduler).
create table job.job (
    task_name            text        not null,
    task_instance        text        not null,
    task_data            bytea       not null,
    execution_time       timestamptz not null,
    picked               boolean     not null default false,
    picked_by            text,
    last_success         timestamptz,
    last_failure         timestamptz,
    consecutive_failures integer     not null default 0,
    last_heartbeat       timestamptz,
    version              bigint      not null,
    again                timestamptz,
    trouble              text,
    primary key (task_name, task_instance)
);

comment on column job.job.task_name is 'the kind of job, which has one handler';
comment on column job.job.task_instance is 'which one of its kind: chosen by whoever schedules it';
comment on column job.job.version is 'counts what happens to the row; starts high, so that a job made anew is not taken for the one before';
comment on column job.job.again is 'scheduled anew while it was running: when it runs next';
comment on column job.job.trouble is 'why its last attempt failed';

create sequence job.generation increment 1000000;
alter table job.job alter column version set default nextval('job.generation');

create index job_due on job.job (execution_time) where not picked;
create index job_heartbeat on job.job (last_heartbeat) where picked;

-- What was tried often enough: kept until a person retries or discards it.
create table job.dead_letter (
    id       uuid        primary key,
    kind     text        not null,
    job      text        not null,
    data     text        not null,
    attempts integer     not null,
    died_at  timestamptz not null,
    trouble  text        not null
);
