-- What decisions rest on beside roles and labels: proceedings, standings, declarations, disclosures, and what
-- labels are made of. Each is a row that is added; the highest revision holds from when it was recorded until the
-- next one. A fact's moments are those of its recording; a day in the world (since, held_on) stands beside them.

-- Proceedings ----------------------------------------------------------------------------------------------

create table proceedings (
  id uuid primary key,
  case_id uuid not null references cases,
  kind text not null check (kind in ('CRIMINAL', 'INQUEST', 'FAMILY_COURT', 'DISCIPLINARY')),
  title text not null check (is_line(title, 200)),
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  unique (id, case_id, kind)
);
create index proceedings_of_case on proceedings (case_id);

create table proceedings_states (
  id uuid primary key,
  proceedings uuid not null,
  case_id uuid not null,
  kind text not null,
  revision int not null check (revision >= 1),
  status text not null check (status in (
    'NONE', 'INVESTIGATION', 'CHARGING_DECISION_PENDING', 'CHARGED', 'TRIAL', 'APPEAL', 'NO_FURTHER_ACTION',
    'OPEN', 'CONCLUDED')),
  walled boolean not null,
  -- Since when they are live without a break; null while they are not.
  live_since timestamptz,
  since date not null,
  note text check (char_length(note) <= 4000),
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  unique (proceedings, revision),
  foreign key (proceedings, case_id, kind) references proceedings (id, case_id, kind),
  check ((live_since is not null) =
    (status in ('INVESTIGATION', 'CHARGING_DECISION_PENDING', 'CHARGED', 'TRIAL', 'APPEAL', 'OPEN'))),
  check (kind <> 'CRIMINAL' or (walled and status <> 'OPEN')),
  check (kind = 'CRIMINAL' or status in ('NONE', 'OPEN', 'CONCLUDED')),
  check (live_since <= recorded_at)
);
create index proceedings_states_of_case on proceedings_states (case_id, recorded_at);

create table matters (
  id uuid primary key,
  proceedings uuid not null references proceedings,
  case_id uuid not null references cases,
  name text not null check (is_line(name, 100)),
  description text not null check (char_length(description) <= 2000),
  recorded_at timestamptz not null,
  recorded_by uuid not null
);
create unique index matters_name on matters (case_id, lower(name));

-- Rule 17. One on record is enough for the proceedings that it was about.
create table early_discussions (
  id uuid primary key,
  proceedings uuid not null references proceedings,
  held_on date not null,
  participants text not null check (char_length(participants) between 1 and 2000),
  timing text not null check (char_length(timing) <= 4000),
  conduct text not null check (char_length(conduct) <= 4000),
  contributors text not null check (char_length(contributors) <= 4000),
  recorded_at timestamptz not null,
  recorded_by uuid not null
);
create index early_discussions_of on early_discussions (proceedings, recorded_at);

-- Rule 20. The CPS's agreement to a release counts for the very state of the proceedings that it was given in.
create table charging_agreements (
  id uuid primary key,
  proceedings uuid not null,
  revision int not null,
  agreed_by text not null check (is_line(agreed_by, 200)),
  reason text not null check (char_length(reason) between 1 and 4000),
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  foreign key (proceedings, revision) references proceedings_states (proceedings, revision)
);
create index charging_agreements_of on charging_agreements (proceedings, revision);

-- Standings, declarations, investigators --------------------------------------------------------------------

create table standings (
  id uuid primary key,
  case_id uuid not null references cases,
  person uuid not null,
  revision int not null check (revision >= 1),
  standing text not null check (standing in ('NONE', 'POTENTIAL_WITNESS', 'WITNESS', 'SUSPECT', 'RELEASED')),
  matters text[] not null check (cardinality(matters) <= 200),
  reason text not null check (char_length(reason) between 1 and 4000),
  recorded_at timestamptz not null,
  recorded_by uuid not null check (recorded_by <> person or standing not in ('NONE', 'RELEASED')),
  unique (case_id, person, revision)
);

create table declarations (
  id uuid primary key,
  case_id uuid not null references cases,
  person uuid not null,
  revision int not null check (revision >= 1),
  made boolean not null,
  statement text not null check (char_length(statement) between 1 and 1000),
  recorded_at timestamptz not null,
  unique (case_id, person, revision)
);

create table investigators (
  id uuid primary key,
  case_id uuid not null references cases,
  person uuid not null,
  revision int not null check (revision >= 1),
  listed boolean not null,
  reason text not null check (char_length(reason) between 1 and 1000),
  recorded_at timestamptz not null,
  recorded_by uuid not null check (recorded_by <> person or listed),
  unique (case_id, person, revision)
);

-- Disclosures -----------------------------------------------------------------------------------------------

create table disclosures (
  id uuid primary key,
  case_id uuid not null references cases,
  version uuid not null references versions,
  recipient uuid not null,
  purpose text not null check (char_length(purpose) between 1 and 2000),
  requester uuid not null,
  recorded_at timestamptz not null,
  unique (id, requester)
);
create index disclosures_of_recipient on disclosures (recipient);
create index disclosures_of_case on disclosures (case_id, id);
create index disclosures_of_version on disclosures (version);

create table disclosure_states (
  id uuid primary key,
  disclosure uuid not null,
  requester uuid not null,
  revision int not null check (revision >= 1),
  state text not null check (state in ('REQUESTED', 'REFERRED', 'APPROVED', 'REFUSED', 'SUSPENDED')),
  reason text not null check (char_length(reason) <= 4000),
  consultations jsonb not null,
  expires timestamptz,
  -- Null where Cordon itself suspended it.
  recorded_by uuid,
  recorded_at timestamptz not null,
  unique (disclosure, revision),
  foreign key (disclosure, requester) references disclosures (id, requester),
  check ((state = 'APPROVED') = (expires is not null)),
  check ((state = 'REQUESTED') = (revision = 1)),
  -- Whoever asked does not decide (rule 14).
  check (state in ('REQUESTED', 'SUSPENDED') or recorded_by <> requester)
);

-- What labels are made of -----------------------------------------------------------------------------------

-- Every agency whose consent is outstanding, in place of the one.
alter table version_labels add column originators uuid[] not null default '{}';
alter table version_labels add column quarantined boolean not null default false;
-- What it was written from, as of these labels.
alter table version_labels add column sources uuid[] not null default '{}';
alter table version_labels disable trigger no_change;
update version_labels l set sources = v.sources,
  originators = case when l.originator is null then '{}' else array[l.originator] end
from versions v where v.version = l.version;
alter table version_labels enable trigger no_change;
alter table version_labels alter column originators drop default;
alter table version_labels alter column quarantined drop default;
alter table version_labels alter column sources drop default;
alter table version_labels drop column originator;

-- A version's own labels: what was declared of it and marked on it since, without what comes from its sources.
create table own_labels (
  id uuid primary key,
  version uuid not null references versions,
  revision int not null check (revision >= 1),
  accounts_of uuid[] not null,
  matters text[] not null,
  delicate boolean not null,
  quarantined boolean not null,
  originators uuid[] not null,
  circulated_to uuid[] not null check (cardinality(circulated_to) <= 200),
  published_to_board boolean not null,
  reason text check (char_length(reason) <= 4000),
  recorded_at timestamptz not null,
  recorded_by uuid,
  unique (version, revision)
);
insert into own_labels
select gen_random_uuid(), version, 1, accounts_of, matters, delicate, quarantined, originators, circulated_to,
  published_to_board, null, recorded_at, null
from version_labels where revision = 1;

-- A source of a version, from when it was named until it was taken away.
create table version_sources (
  id uuid primary key,
  version uuid not null references versions,
  source uuid not null references versions,
  revision int not null check (revision >= 1),
  named boolean not null,
  reason text check (char_length(reason) <= 4000),
  recorded_at timestamptz not null,
  recorded_by uuid,
  unique (version, source, revision),
  check (version <> source)
);
create index version_sources_of_source on version_sources (source);
insert into version_sources
select gen_random_uuid(), v.version, s.source, 1, true, null, v.registered_at, null
from versions v cross join lateral unnest(v.sources) as s (source);

-- An account that a version inherits through one source and does not hold (rule 4); through any other it does.
create table clearances (
  id uuid primary key,
  version uuid not null references versions,
  source uuid not null references versions,
  account uuid not null,
  reason text not null check (char_length(reason) between 1 and 4000),
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  unique (version, source, account)
);

-- An agency's consent that a version be shown on (rule 8).
create table consents (
  id uuid primary key,
  version uuid not null references versions,
  agency uuid not null references agencies,
  given_by text not null check (is_line(given_by, 200)),
  reason text not null check (char_length(reason) between 1 and 4000),
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  unique (version, agency)
);

-- The speaker whom nobody could name, one for each case: a person, and walled from every witness.
create table unnamed_speakers (
  case_id uuid primary key references cases,
  person uuid not null unique,
  recorded_at timestamptz not null
);

create index case_roles_of_person on case_roles (person, case_id);
create index case_people_of_person on case_people (person) where agency is not null;

do $$
declare fixed text;
begin
  foreach fixed in array array['proceedings', 'proceedings_states', 'matters', 'early_discussions',
      'charging_agreements', 'standings', 'declarations', 'investigators', 'disclosures', 'disclosure_states',
      'own_labels', 'version_sources', 'clearances', 'consents', 'unnamed_speakers'] loop
    execute format('create trigger no_change before update or delete or truncate on %I '
      'for each statement execute function refuse_change()', fixed);
    execute format('grant select, insert on %I to %I', fixed, '${app}');
  end loop;
end $$;
