-- What moved that an open disclosure touches (rule 16), and after which of its states: so that whoever decides on it
-- sees that something is no longer as it was when it was asked for.
create table disclosure_moves (
  id uuid primary key,
  disclosure uuid not null,
  after_revision int not null,
  cause text not null check (cause in ('PROCEEDINGS', 'STANDING', 'LABELS')),
  recorded_at timestamptz not null,
  foreign key (disclosure, after_revision) references disclosure_states (disclosure, revision)
);
create index disclosure_moves_of on disclosure_moves (disclosure, after_revision);

create trigger no_change before update or delete or truncate on disclosure_moves
  for each statement execute function refuse_change();
grant select, insert on disclosure_moves to "${app}";
