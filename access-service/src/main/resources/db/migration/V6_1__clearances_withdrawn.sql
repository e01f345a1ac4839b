-- A clearance may be withdrawn and given again; the highest revision holds.

alter table clearances add column revision int not null default 1 check (revision >= 1);
alter table clearances add column cleared boolean not null default true;
alter table clearances alter column revision drop default;
alter table clearances alter column cleared drop default;
alter table clearances drop constraint clearances_version_source_account_key;
alter table clearances add unique (version, source, account, revision);
