create table rulebook.evidence_sum (
    process text        not null,
    step    text        not null,
    done    bigint      not null,
    last_at timestamptz not null,
    primary key (process, step)
);
comment on table rulebook.evidence_sum is 'How often each step was done before the moment in rulebook.evidence_until; what came after is counted when it is asked for.';

create table rulebook.evidence_until (
    at timestamptz not null
);
insert into rulebook.evidence_until values ('1970-01-01Z');
