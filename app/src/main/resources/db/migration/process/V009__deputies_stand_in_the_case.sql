alter table process.case add column stand_ins text not null default '{}';
comment on column process.case.stand_ins is 'by activity: each deputy with whomever they act for';
