-- What is held, where its bytes came from, and what has happened to it since.
-- Items, versions and custody entries are added and never changed: the service's role may not, and a trigger refuses everyone.

create table items (
  id uuid primary key,
  case_id uuid not null,
  kind text not null check (kind in ('DOCUMENT', 'CONVERSATION_RECORD', 'WORKING_PAPER', 'REPORT')),
  created_at timestamptz not null,
  created_by uuid not null,
  unique (id, case_id, kind)
);
create index items_of_case on items (case_id, id desc);

create table versions (
  id uuid primary key,
  item_id uuid not null,
  number int not null check (number >= 1),
  case_id uuid not null,
  kind text not null,
  title text not null check (char_length(title) between 1 and 300),
  document_date date,
  agency uuid,
  author text check (char_length(author) between 1 and 200),
  document_type text check (char_length(document_type) between 1 and 100),
  description text check (char_length(description) between 1 and 4000),
  file_name text not null check (char_length(file_name) between 1 and 255),
  size bigint not null check (size > 0),
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  received_at timestamptz not null,
  received_by uuid not null,
  unique (item_id, number),
  foreign key (item_id, case_id, kind) references items (id, case_id, kind)
);

-- The one part of a version that moves: how far the reading of its text has come.
create table extractions (
  version_id uuid primary key references versions (id),
  state text not null check (state in ('RECEIVED', 'EXTRACTING', 'READY', 'FAILED')),
  failure text check ((failure is not null) = (state = 'FAILED')),
  media_type text check (char_length(media_type) <= 200),
  since timestamptz not null
);

-- Text and metadata, compressed and encrypted under the case's data key.
create table extracts (
  version_id uuid primary key references versions (id),
  text bytea not null,
  truncated boolean not null,
  metadata bytea not null,
  source text not null check (source in ('TIKA'))
);

create table custody (
  id uuid primary key,
  version_id uuid not null references versions (id),
  at timestamptz not null,
  event text not null check (event in ('RECEIVED', 'EXTRACTED', 'EXTRACTION_FAILED')),
  person uuid,
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  detail text not null check (char_length(detail) <= 1000),
  ledger_entry uuid
);
create index custody_of_version on custody (version_id, at, id);

-- A data key for each case, wrapped by the key-encryption key that `wrapped_by` names.
create table case_keys (
  case_id uuid primary key,
  wrapped_by text not null,
  wrapped bytea not null,
  made_at timestamptz not null
);

-- Uploads that have begun. The row goes in the transaction that makes the version; what stays behind names an object that nobody refers to.
create table arrivals (
  version_id uuid primary key,
  case_id uuid not null,
  began_at timestamptz not null
);

create table changes (
  id uuid primary key,
  version_id uuid not null references versions (id),
  change text not null check (change in ('REGISTERED', 'STATE'))
);
create table changes_pending (id uuid primary key);
create table changes_positions (position bigint primary key, id uuid not null unique);

create table idempotency_keys (
  person uuid not null,
  key text not null,
  request text not null,
  status int not null,
  location text,
  body text not null,
  recorded_at timestamptz not null,
  primary key (person, key)
);

-- As db-scheduler wants it.
create table scheduled_tasks (
  task_name text not null,
  task_instance text not null,
  task_data bytea,
  execution_time timestamptz not null,
  picked boolean not null,
  picked_by text,
  last_success timestamptz,
  last_failure timestamptz,
  consecutive_failures int,
  last_heartbeat timestamptz,
  version bigint not null,
  priority smallint,
  primary key (task_name, task_instance)
);
create index scheduled_tasks_execution_time on scheduled_tasks (execution_time);
create index scheduled_tasks_last_heartbeat on scheduled_tasks (last_heartbeat);
create index scheduled_tasks_priority on scheduled_tasks (priority desc, execution_time asc);

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'rows of % are never changed or removed', tg_table_name using errcode = 'insufficient_privilege';
end
$$;

create trigger items_are_kept before update or delete or truncate on items for each statement execute function refuse_change();
create trigger versions_are_kept before update or delete or truncate on versions for each statement execute function refuse_change();
create trigger custody_is_kept before update or delete or truncate on custody for each statement execute function refuse_change();

grant select, insert on items, versions, custody, changes, changes_positions, idempotency_keys to ${app};
grant select, insert, update on extractions, extracts to ${app};
grant select, insert on case_keys to ${app};
grant select, insert, delete on arrivals, changes_pending to ${app};
grant select, insert, update, delete on scheduled_tasks to ${app};
