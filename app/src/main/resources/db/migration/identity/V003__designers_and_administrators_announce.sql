-- To everybody; the head of a unit may announce to their own unit without it.
insert into identity.role_permission (role, permission) values ('designer', 'announcement.publish'), ('administrator', 'announcement.publish');
