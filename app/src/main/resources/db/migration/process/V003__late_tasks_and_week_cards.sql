create index task_late on process.task (due_at, id) where closing is null and due_at is not null;

create table process.week_card (
    person uuid        not null,
    week   date        not null,
    at     timestamptz not null,
    late   integer     not null,
    primary key (person, week)
);

comment on table process.week_card is 'Who was told what is late in which week: once, by its key.';
comment on column process.week_card.week is 'its Monday';
comment on column process.week_card.late is 'how many tasks were late; where none was, nothing was said';
