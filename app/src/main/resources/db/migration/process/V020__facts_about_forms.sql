create view fact.case_form as
select c.id as case_id, c.process, c.status, c.initiator, c.unit, c.form::jsonb as form, c.facts::jsonb as said
from process.case c;
comment on view fact.case_form is 'Forms of cases 表单内容: what people wrote, and what modules have said.';
comment on column fact.case_form.case_id is 'the case; see fact.case';
comment on column fact.case_form.process is 'key of the process';
comment on column fact.case_form.status is 'as in fact.case';
comment on column fact.case_form.initiator is 'person who started it';
comment on column fact.case_form.unit is 'unit of the initiator when it was started';
comment on column fact.case_form.form is 'fields as people wrote them, as JSON: form ->> ''title''';
comment on column fact.case_form.said is 'fields that were computed, as JSON';
