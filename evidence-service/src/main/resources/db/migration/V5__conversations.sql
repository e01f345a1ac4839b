-- Conversations: their plans, guides, records, what was kept out of a record, and the participant's word on it.
-- Every table is only added to.

create table conversations (
  id uuid primary key,
  case_id uuid not null,
  participant uuid not null,
  form text not null check (form in ('PRACTITIONER', 'FAMILY')),
  follow_up_of uuid,
  unique (id, case_id, participant),
  foreign key (follow_up_of, case_id, participant) references conversations (id, case_id, participant)
);
create index conversations_of_case on conversations (case_id, id);
create index conversations_following on conversations (follow_up_of);

create table conversation_plans (
  conversation uuid not null references conversations (id),
  revision int not null check (revision >= 1),
  conductor uuid not null,
  other_conductor uuid not null check (other_conductor <> conductor),
  mix text not null check (mix in ('MIXED', 'INDEPENDENT')),
  at timestamptz not null,
  place text not null check (char_length(place) between 1 and 300),
  time_chosen_by text check (char_length(time_chosen_by) between 1 and 200),
  purpose_told text check (char_length(purpose_told) between 1 and 2000),
  present text check (char_length(present) between 1 and 1000),
  planned_at timestamptz not null,
  planned_by uuid not null,
  primary key (conversation, revision)
);

-- What may be asked while criminal proceedings are live (rule 10). Further topics are added as rows.
create table process_topics (
  key text primary key check (key ~ '^[A-Z_]{1,40}$'),
  name text not null unique check (char_length(name) between 1 and 100),
  position int not null unique
);
insert into process_topics (key, name, position) values
  ('TRAINING', 'Training', 1),
  ('SUPERVISION', 'Supervision', 2),
  ('PROCEDURES', 'Procedures', 3),
  ('WORKLOAD', 'Workload', 4),
  ('TOOLS_AND_SYSTEMS', 'Tools and systems', 5),
  ('COMMUNICATION', 'Communication between agencies', 6),
  ('MANAGEMENT', 'Management', 7),
  ('CULTURE', 'Culture', 8);

create table conversation_guides (
  conversation uuid primary key references conversations (id),
  item uuid not null unique references items (id),
  made_at timestamptz not null,
  made_by uuid not null
);

create table guide_submissions (
  id uuid primary key,
  conversation uuid not null references conversations (id),
  version uuid not null unique references versions (id),
  submitted_at timestamptz not null,
  submitted_by uuid not null
);
create index guide_submissions_of on guide_submissions (conversation, id);

create table guide_decisions (
  submission uuid primary key references guide_submissions (id),
  decision text not null check (decision in ('APPROVED', 'SENT_BACK')),
  reason text check (char_length(reason) between 1 and 2000),
  decided_at timestamptz not null,
  decided_by uuid not null,
  ledger_entry uuid not null,
  check (decision = 'APPROVED' or reason is not null)
);

create function refuse_own_guide() returns trigger language plpgsql as $$
begin
  if exists (select from guide_submissions s where s.id = new.submission and s.submitted_by = new.decided_by) then
    raise exception 'a guide is not approved by who submitted it' using errcode = 'check_violation';
  end if;
  return new;
end
$$;
create trigger guides_are_decided_by_another before insert on guide_decisions
  for each row execute function refuse_own_guide();

create table conversation_records (
  item uuid primary key references items (id),
  conversation uuid not null unique references conversations (id),
  started_at timestamptz not null,
  ended_at timestamptz not null check (ended_at >= started_at),
  present text not null check (char_length(present) between 1 and 1000),
  begun_at timestamptz not null,
  begun_by uuid not null
);

-- What the participant had been shown before a version of their record was frozen (rule 11).
create table record_exposure_lists (
  version uuid primary key references drafts (version),
  whole boolean not null,
  listed_at timestamptz not null
);
create table record_exposures (
  version uuid not null references record_exposure_lists (version),
  position int not null,
  ledger_entry uuid not null,
  shown_version uuid not null,
  shown_at timestamptz not null,
  action text not null check (char_length(action) <= 40),
  primary key (version, position)
);

-- Passages that went outside the guide: each is an item of its own that the approving officer alone reads.
create table quarantined_passages (
  version uuid primary key references drafts (version),
  record uuid not null references conversation_records (item),
  quarantined_at timestamptz not null,
  quarantined_by uuid not null
);
create index quarantined_passages_of on quarantined_passages (record);
create table quarantine_decisions (
  version uuid primary key references quarantined_passages (version),
  decision text not null check (decision in ('RELEASED', 'KEPT')),
  reason text not null check (char_length(reason) between 1 and 2000),
  decided_at timestamptz not null,
  decided_by uuid not null,
  ledger_entry uuid not null
);

-- What a participant says should be put right: sealed as the record is.
create table record_corrections (
  id uuid primary key,
  version uuid not null references versions (id),
  passage uuid not null,
  sealed bytea not null,
  proposed_at timestamptz not null,
  proposed_by uuid not null
);
create index record_corrections_of on record_corrections (version, id);
create table taken_up_corrections (
  correction uuid primary key references record_corrections (id),
  version uuid not null references drafts (version),
  taken_up_at timestamptz not null,
  taken_up_by uuid not null
);
create table record_confirmations (
  version uuid primary key references versions (id),
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  confirmed_at timestamptz not null,
  confirmed_by uuid not null
);

do $$
declare added text;
begin
  foreach added in array array['conversations', 'conversation_plans', 'conversation_guides', 'guide_submissions', 'guide_decisions',
    'conversation_records', 'record_exposure_lists', 'record_exposures', 'quarantined_passages', 'quarantine_decisions',
    'record_corrections', 'taken_up_corrections', 'record_confirmations'] loop
    execute format('create trigger %I before update or delete or truncate on %I for each statement execute function refuse_change()',
      added || '_are_kept', added);
    execute format('grant select, insert on %I to %I', added, '${app}');
  end loop;
end
$$;
grant select on process_topics to ${app};
