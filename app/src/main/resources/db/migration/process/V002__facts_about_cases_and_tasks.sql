create schema if not exists fact;

create view fact.case as
select
    c.id,
    c.number,
    c.process,
    c.version,
    c.title,
    c.status,
    c.initiator,
    c.unit,
    c.legal_entity,
    c.started_at,
    c.ended_at
from process.case c;
comment on view fact.case is 'Cases 事项: what people have started.';
comment on column fact.case.id is 'the case';
comment on column fact.case.number is 'the number that people know it by';
comment on column fact.case.process is 'key of the process';
comment on column fact.case.version is 'version of the process that it follows';
comment on column fact.case.title is 'what it is about, in the initiator''s words';
comment on column fact.case.status is 'running, suspended, completed, rejected, cancelled or failed';
comment on column fact.case.initiator is 'person who started it';
comment on column fact.case.unit is 'unit of the initiator when it was started';
comment on column fact.case.legal_entity is 'company in law that it belongs to';
comment on column fact.case.started_at is 'when it was started';
comment on column fact.case.ended_at is 'when it ended; null while it runs';

create view fact.task as
select
    t.id,
    t.case_id,
    t.step,
    t.kind,
    coalesce(t.closing, 'open') as status,
    t.accountable,
    case when t.closing <> 'dropped' then t.closed_by end as decided_by,
    case when t.closing <> 'dropped' then t.closed_at end as decided_at,
    t.outcome,
    t.created_at,
    t.due_at
from process.task t;
comment on view fact.task is 'Tasks 任务: each time somebody was asked.';
comment on column fact.task.id is 'the task';
comment on column fact.task.case_id is 'its case; see fact.case';
comment on column fact.task.step is 'BPMN id of the step; initiator where a returned case is mended';
comment on column fact.task.kind is 'approval or work';
comment on column fact.task.status is 'open, approved, completed, rejected, returned, or dropped where another decision made it needless';
comment on column fact.task.accountable is 'person who answers for it';
comment on column fact.task.decided_by is 'person who decided; null while open and where dropped';
comment on column fact.task.decided_at is 'when it was decided';
comment on column fact.task.outcome is 'the outcome named with the decision, where one was';
comment on column fact.task.created_at is 'when they were asked';
comment on column fact.task.due_at is 'when it is due; null without a limit';
