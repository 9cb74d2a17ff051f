do $$
begin
    if not exists (select from pg_roles where rolname = 'zhangfa_facts') then
        create role zhangfa_facts nologin;
    end if;
    if not pg_has_role(current_user, 'zhangfa_facts', 'set') then
        execute format('grant zhangfa_facts to %I', current_user);
    end if;
exception
    when duplicate_object or unique_violation then
        null;
    when insufficient_privilege then
        raise exception 'The role zhangfa_facts, by which queries of controls are asked, cannot be made or used'
            using hint = format('Let an administrator run once: create role zhangfa_facts nologin; grant zhangfa_facts to %I;', current_user);
end
$$;

create schema if not exists fact;
grant usage on schema fact to zhangfa_facts;
grant select on all tables in schema fact to zhangfa_facts;
alter default privileges in schema fact grant select on tables to zhangfa_facts;
