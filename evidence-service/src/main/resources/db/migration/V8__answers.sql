-- What writers say of the accounts that they opened while they wrote. Rows are only added: the newest counts.
create table opened_answers (
  draft uuid not null references drafts (version),
  person uuid not null,
  version uuid not null,
  used boolean not null,
  answered_at timestamptz not null,
  primary key (draft, person, version, answered_at)
);

create trigger opened_answers_are_kept before update or delete or truncate on opened_answers
  for each statement execute function refuse_change();

grant select, insert on opened_answers to ${app};
