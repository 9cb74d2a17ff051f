insert into identity.role (key, scope, position) values ('connector', 'self', 5);
insert into identity.role_permission (role, permission) values ('connector', 'message.send');
