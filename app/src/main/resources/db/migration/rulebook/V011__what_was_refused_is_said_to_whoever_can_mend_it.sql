create table rulebook.refused (
    position int primary key,
    reason   text not null
);
comment on table rulebook.refused is 'Why sections were not loaded the last time; what was loaded of them before stays in force.';
