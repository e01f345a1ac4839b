-- What is written in Cordon: the one mutable draft of an item, its passages, and what is made of them.

alter table items drop constraint items_kind_check;
alter table items add constraint items_kind_check
  check (kind in ('DOCUMENT', 'CONVERSATION_RECORD', 'WORKING_PAPER', 'REPORT', 'COMMENT'));
alter table extracts drop constraint extracts_source_check;
alter table extracts add constraint extracts_source_check check (source in ('TIKA', 'PASSAGES'));

-- A draft bears the id of the version that it becomes. Once frozen it is never changed again.
create table drafts (
  version uuid primary key,
  item uuid not null,
  case_id uuid not null,
  kind text not null,
  structure text not null check (char_length(structure) between 1 and 50),
  number int not null check (number >= 1),
  title text not null check (char_length(title) between 1 and 300),
  title_revision int not null check (title_revision >= 1),
  passages uuid[] not null check (cardinality(passages) <= 2000),
  characters int not null check (characters between 0 and 2000000),
  begun_at timestamptz not null,
  begun_by uuid not null,
  frozen_at timestamptz,
  frozen_by uuid check ((frozen_by is null) = (frozen_at is null)),
  ledger_entry uuid check ((ledger_entry is null) = (frozen_at is null)),
  unique (item, number),
  foreign key (item, case_id, kind) references items (id, case_id, kind)
);
create unique index one_open_draft_of_an_item on drafts (item) where frozen_at is null;

-- Every saved state of every passage of a draft; the body is sealed under the case's data key.
create table passages (
  draft uuid not null references drafts (version),
  passage uuid not null,
  revision int not null check (revision >= 1),
  body bytea not null,
  removed boolean not null,
  saved_at timestamptz not null,
  saved_by uuid not null,
  primary key (draft, passage, revision)
);

create function refuse_frozen() returns trigger language plpgsql as $$
begin
  if old.frozen_at is not null then
    raise exception 'a frozen draft is never changed' using errcode = 'insufficient_privilege';
  end if;
  return new;
end
$$;
create function refuse_passage_of_frozen() returns trigger language plpgsql as $$
begin
  if exists (select from drafts where version = new.draft and frozen_at is not null) then
    raise exception 'a frozen draft takes no passage' using errcode = 'insufficient_privilege';
  end if;
  return new;
end
$$;
create trigger frozen_drafts_are_kept before update on drafts for each row execute function refuse_frozen();
create trigger drafts_are_kept before delete or truncate on drafts for each statement execute function refuse_change();
create trigger passages_are_of_open_drafts before insert on passages for each row execute function refuse_passage_of_frozen();
create trigger passages_are_kept before update or delete or truncate on passages for each statement execute function refuse_change();

grant select, insert, update on drafts to ${app};
grant select, insert on passages to ${app};

-- What kind of working paper an item is.
create table papers (
  item uuid primary key references items (id),
  case_id uuid not null,
  paper_kind text not null check (paper_kind in
    ('CHRONOLOGY', 'NARRATIVE', 'EPISODE', 'FINDING', 'RECOMMENDATIONS', 'IMR_SUMMARY', 'INFORMATION_PACK',
     'OVERVIEW_REPORT', 'CONVERSATION_GUIDE', 'MINUTES'))
);
create index papers_of_case on papers (case_id, item desc);

-- What a comment is on; what it says is the content of its item.
create table comments (
  item uuid primary key references items (id),
  on_version uuid not null references versions (id),
  passage uuid
);
create index comments_on_version on comments (on_version, item);

-- That a version went round, and by which day an answer is asked for.
create table circulations (
  version uuid not null references versions (id),
  person uuid not null,
  answer_by date,
  circulated_at timestamptz not null,
  circulated_by uuid not null,
  primary key (version, person, circulated_at)
);

create trigger papers_are_kept before update or delete or truncate on papers for each statement execute function refuse_change();
create trigger comments_are_kept before update or delete or truncate on comments for each statement execute function refuse_change();
create trigger circulations_are_kept before update or delete or truncate on circulations for each statement execute function refuse_change();

grant select, insert on papers, comments, circulations to ${app};
