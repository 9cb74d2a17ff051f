-- Whoever proves elsewhere who they are (single sign-on, the company's directory) needs no password here.
alter table identity.account drop constraint account_check;
