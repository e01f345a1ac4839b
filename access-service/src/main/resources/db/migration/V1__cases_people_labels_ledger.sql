-- Facts are added and never overwritten. What has ended keeps its row and says when; a row can be ended once.
-- The owner migrates; the service works as ${app}, which is granted no more than it needs.

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'rows of % are never changed or removed', tg_table_name using errcode = 'restrict_violation';
end $$;

-- For tables whose rows may be ended once: nothing else of the row may differ.
create function refuse_all_but_ending() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE'
     and old.valid_to is null and new.valid_to is not null
     and to_jsonb(old) - array['valid_to', 'ended_by', 'end_recorded_at']
       = to_jsonb(new) - array['valid_to', 'ended_by', 'end_recorded_at'] then
    return new;
  end if;
  raise exception 'rows of % can be ended once and not otherwise changed or removed', tg_table_name
    using errcode = 'restrict_violation';
end $$;

-- One line of text that a person typed: no control characters, not blank, no longer than the limit.
create function is_line(value text, most int) returns boolean language sql immutable as $$
  select char_length(value) between 1 and most and value !~ '[[:cntrl:]]' and value = btrim(value)
$$;

-- Cases ---------------------------------------------------------------------------------------------------

create table cases (
  id uuid primary key,
  reference text not null check (is_line(reference, 40)),
  title text not null check (is_line(title, 200)),
  review_type text not null check (is_line(review_type, 100)),
  opened_on date not null,
  opened_by uuid not null,
  recorded_at timestamptz not null
);

create table agencies (
  id uuid primary key,
  case_id uuid not null references cases,
  name text not null check (is_line(name, 200)),
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  unique (case_id, id)
);
create unique index agencies_name on agencies (case_id, lower(name));

-- People --------------------------------------------------------------------------------------------------

-- How a person's verified token named them; a row for each change, the newest holds.
create table recognitions (
  id uuid primary key,
  person uuid not null,
  name text not null check (char_length(name) <= 200),
  account text not null check (char_length(account) <= 200),
  organisation_roles text[] not null
    check (organisation_roles <@ array['BUSINESS_MANAGER', 'AUDITOR', 'ADMINISTRATOR']),
  recorded_at timestamptz not null
);
create index recognitions_newest on recognitions (person, recorded_at desc, id desc);

-- Accounts that were made from here; a person has one at most.
create table accounts (
  person uuid primary key,
  account text not null unique check (char_length(account) between 3 and 254),
  recorded_at timestamptz not null,
  recorded_by uuid not null
);

-- Who takes part in a case, under which name and from which agency.
create table case_people (
  id uuid primary key,
  case_id uuid not null references cases,
  person uuid not null,
  name text not null check (is_line(name, 200)),
  agency uuid,
  valid_from timestamptz not null,
  valid_to timestamptz,
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  end_recorded_at timestamptz,
  ended_by uuid,
  foreign key (case_id, agency) references agencies (case_id, id),
  check (valid_to >= valid_from),
  check ((valid_to is null) = (ended_by is null) and (valid_to is null) = (end_recorded_at is null))
);
create unique index case_people_current on case_people (case_id, person) where valid_to is null;
create index case_people_past on case_people (case_id, person, valid_from);

create table case_roles (
  id uuid primary key,
  case_id uuid not null references cases,
  person uuid not null,
  role text not null check (role in (
    'LEAD_REVIEWER', 'REVIEW_TEAM_MEMBER', 'APPROVING_OFFICER', 'LEGAL_ADVISER', 'BUSINESS_MANAGER',
    'CASE_GROUP_MEMBER', 'FAMILY_LIAISON', 'BOARD_MEMBER', 'FAMILY_MEMBER', 'AUDITOR')),
  valid_from timestamptz not null,
  valid_to timestamptz,
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  end_recorded_at timestamptz,
  ended_by uuid,
  check (valid_to >= valid_from),
  check ((valid_to is null) = (ended_by is null) and (valid_to is null) = (end_recorded_at is null))
);
create unique index case_roles_current on case_roles (person, case_id, role) where valid_to is null;
create index case_roles_of_case on case_roles (case_id, person);

-- Labels --------------------------------------------------------------------------------------------------

create table items (
  item uuid primary key,
  case_id uuid not null references cases,
  kind text not null check (kind in ('DOCUMENT', 'CONVERSATION_RECORD', 'WORKING_PAPER', 'REPORT')),
  unique (item, case_id, kind)
);

create table versions (
  version uuid primary key,
  item uuid not null,
  number int not null check (number >= 1),
  case_id uuid not null,
  kind text not null,
  sources uuid[] not null check (cardinality(sources) <= 200 and not version = any (sources)),
  declared text not null check (declared ~ '^[0-9a-f]{64}$'),
  registered_at timestamptz not null,
  unique (item, number),
  foreign key (item, case_id, kind) references items (item, case_id, kind)
);
create index versions_of_case on versions (case_id);

-- The labels of a version from one moment to the next; the highest revision holds.
create table version_labels (
  id uuid primary key,
  version uuid not null references versions,
  revision int not null check (revision >= 1),
  accounts_of uuid[] not null,
  matters text[] not null,
  delicate boolean not null,
  originator uuid,
  circulated_to uuid[] not null check (cardinality(circulated_to) <= 200),
  published_to_board boolean not null,
  recorded_at timestamptz not null,
  unique (version, revision)
);
create table labels_pending (id uuid primary key);
create table labels_positions (position bigint primary key, id uuid not null unique);

-- Ledger --------------------------------------------------------------------------------------------------

-- Ids, digests and decisions; no content and no names. It refers to nothing by key: a refusal names
-- what was asked for, whether that exists or not.
create table ledger_entries (
  id uuid primary key,
  recorded_at timestamptz not null,
  kind text not null check (kind in ('DECISION', 'DELIVERY', 'CHANGE')),
  person uuid,
  case_id uuid,
  item uuid,
  version uuid,
  about uuid,
  action text not null check (action ~ '^[a-zA-Z]{1,50}$'),
  permitted boolean,
  policies text[] not null,
  policy_set text check (policy_set ~ '^[0-9a-f]{64}$'),
  confirms uuid,
  detail text check (is_line(detail, 200)),
  salt bytea not null check (octet_length(salt) = 16),
  digest bytea not null check (octet_length(digest) = 32),
  check ((kind = 'DECISION') = (permitted is not null)),
  check ((kind = 'DECISION') = (policy_set is not null)),
  check ((kind = 'DELIVERY') = (confirms is not null)),
  check (kind = 'CHANGE' or person is not null)
);
create unique index ledger_entries_confirms on ledger_entries (confirms) where confirms is not null;
create index ledger_entries_of_case on ledger_entries (case_id, id);
create index ledger_entries_of_version on ledger_entries (version, id);
create table ledger_pending (id uuid primary key);
create table ledger_positions (position bigint primary key, id uuid not null unique);

-- Requests that were answered before ------------------------------------------------------------------------

create table idempotency_keys (
  person uuid not null, key text not null, request text not null,
  status int not null, location text, body text not null, recorded_at timestamptz not null,
  primary key (person, key)
);

-- Who may do what -------------------------------------------------------------------------------------------

do $$
declare fixed text;
begin
  foreach fixed in array array['cases', 'agencies', 'recognitions', 'accounts', 'items',
      'versions', 'version_labels', 'labels_positions', 'ledger_entries', 'ledger_positions'] loop
    execute format('create trigger no_change before update or delete or truncate on %I '
      'for each statement execute function refuse_change()', fixed);
  end loop;
  foreach fixed in array array['case_people', 'case_roles'] loop
    execute format('create trigger ends_once before update or delete on %I '
      'for each row execute function refuse_all_but_ending()', fixed);
    execute format('create trigger no_truncate before truncate on %I '
      'for each statement execute function refuse_change()', fixed);
  end loop;
end $$;

grant select, insert on cases, agencies, recognitions, accounts, case_people, case_roles, items, versions,
  version_labels, labels_positions, ledger_entries, ledger_positions, idempotency_keys to "${app}";
grant select, insert, delete on labels_pending, ledger_pending to "${app}";
grant update (valid_to, ended_by, end_recorded_at) on case_people, case_roles to "${app}";
