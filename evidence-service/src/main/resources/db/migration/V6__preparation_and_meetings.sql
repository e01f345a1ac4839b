-- The timetable of a review, how those who take part are prepared, and the meetings of a case.
-- Every state is a row of its own; the newest counts, and none is ever changed or removed.
-- Free text is sealed under the case's key, bound to the id of its row.

create table timetables (
  case_id uuid primary key,
  starts_on date not null,
  set_out_at timestamptz not null,
  set_out_by uuid not null
);

create table milestones (
  id uuid primary key,
  case_id uuid not null references timetables (case_id),
  stage text not null check (stage in ('PREPARATION', 'DATA_COLLECTION', 'ORGANISING_AND_ANALYSING', 'RECOMMENDATIONS')),
  added_at timestamptz not null,
  added_by uuid not null
);
create index milestones_of_case on milestones (case_id);

create table milestone_states (
  id uuid primary key,
  milestone uuid not null references milestones (id),
  revision int not null check (revision >= 1),
  name text not null check (char_length(name) between 1 and 200),
  due date not null,
  done_on date,
  because text check (because in ('PROCEEDINGS', 'EARLY_DISCUSSION', 'BOARD', 'AGENCY', 'PEOPLE', 'OTHER')),
  note bytea,
  saved_at timestamptz not null,
  saved_by uuid not null,
  unique (milestone, revision)
);

create table preparation_states (
  id uuid primary key,
  case_id uuid not null,
  person uuid not null,
  revision int not null check (revision >= 1),
  pack uuid references versions (id),
  pack_sent_on date,
  pack_received_on date,
  pack_acknowledged_on date,
  introduced text check (introduced in ('MEETING', 'LETTER')),
  introduced_on date,
  support bytea,
  saved_at timestamptz not null,
  saved_by uuid not null,
  unique (case_id, person, revision),
  check (pack_sent_on is not null or (pack is null and pack_received_on is null and pack_acknowledged_on is null)),
  check ((introduced is null) = (introduced_on is null))
);

-- A note can hold what a person said, so it has labels of its own at access-service, under the id of its version.
create table preparation_notes (
  version uuid primary key,
  case_id uuid not null,
  person uuid not null,
  words bytea not null,
  written_at timestamptz not null,
  written_by uuid not null
);
create index preparation_notes_of_person on preparation_notes (case_id, person, written_at desc);

create table meetings (
  id uuid primary key,
  case_id uuid not null,
  kind text not null check (kind in ('REVIEW_TEAM', 'CASE_GROUP', 'INTRODUCTORY', 'FINISHING', 'SENIOR_MANAGERS')),
  arranged_at timestamptz not null,
  arranged_by uuid not null
);
create index meetings_of_case on meetings (case_id, id desc);

create table meeting_states (
  id uuid primary key,
  meeting uuid not null references meetings (id),
  revision int not null check (revision >= 1),
  starts_at timestamptz not null,
  ends_at timestamptz check (ends_at > starts_at),
  words bytea not null,
  papers uuid[] not null check (cardinality(papers) <= 200),
  invited uuid[] not null check (cardinality(invited) <= 100),
  saved_at timestamptz not null,
  saved_by uuid not null,
  unique (meeting, revision)
);

-- What an invited person sees is the meeting as it was when it was last sent to them.
create table meeting_invitations (
  meeting uuid not null,
  person uuid not null,
  revision int not null,
  withdrawn boolean not null,
  sent_at timestamptz not null,
  sent_by uuid not null,
  primary key (meeting, person, revision),
  foreign key (meeting, revision) references meeting_states (meeting, revision)
);
create index meeting_invitations_of_person on meeting_invitations (person);

create table meeting_attendances (
  id uuid primary key,
  meeting uuid not null references meetings (id),
  attended uuid[] not null check (cardinality(attended) between 1 and 100),
  -- Those among them who could not have read every paper that was there.
  exposed uuid[] not null check (exposed <@ attended),
  recorded_at timestamptz not null,
  recorded_by uuid not null
);
create index meeting_attendances_of_meeting on meeting_attendances (meeting, recorded_at desc);

-- Papers in which a meeting's minutes are written. There may be several: to say that there is one would tell those who are kept from it.
create table meeting_minutes (
  meeting uuid not null references meetings (id),
  item uuid primary key references items (id),
  begun_at timestamptz not null,
  begun_by uuid not null
);
create index meeting_minutes_of_meeting on meeting_minutes (meeting);

create trigger timetables_are_kept before update or delete or truncate on timetables for each statement execute function refuse_change();
create trigger milestones_are_kept before update or delete or truncate on milestones for each statement execute function refuse_change();
create trigger milestone_states_are_kept before update or delete or truncate on milestone_states for each statement execute function refuse_change();
create trigger preparation_states_are_kept before update or delete or truncate on preparation_states for each statement execute function refuse_change();
create trigger preparation_notes_are_kept before update or delete or truncate on preparation_notes for each statement execute function refuse_change();
create trigger meetings_are_kept before update or delete or truncate on meetings for each statement execute function refuse_change();
create trigger meeting_states_are_kept before update or delete or truncate on meeting_states for each statement execute function refuse_change();
create trigger meeting_invitations_are_kept before update or delete or truncate on meeting_invitations for each statement execute function refuse_change();
create trigger meeting_attendances_are_kept before update or delete or truncate on meeting_attendances for each statement execute function refuse_change();
create trigger meeting_minutes_are_kept before update or delete or truncate on meeting_minutes for each statement execute function refuse_change();

grant select, insert on timetables, milestones, milestone_states, preparation_states, preparation_notes,
  meetings, meeting_states, meeting_invitations, meeting_attendances,
  meeting_minutes to ${app};
