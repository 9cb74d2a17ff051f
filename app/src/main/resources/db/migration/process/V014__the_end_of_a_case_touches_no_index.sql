-- An index that asks for the status made every end of a case write itself into all the others, search included; taking cases over to another
-- version is rare, and finds them by their process.
drop index process.case_version;
