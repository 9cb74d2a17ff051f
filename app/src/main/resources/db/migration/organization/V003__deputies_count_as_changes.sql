create trigger deputy_changed after insert or update or delete on organization.deputy
    for each statement execute function organization.count_change();
