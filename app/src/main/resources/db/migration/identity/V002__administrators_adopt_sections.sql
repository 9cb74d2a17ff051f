-- The first administrator sets the company up, which ends with adopting sections of the rulebook.
insert into identity.role_permission (role, permission) values ('administrator', 'rulebook.manage');
