-- Which texts of a case share words: fingerprints of runs of six words, hashed under a secret of the case.

create table overlap_texts (
  id int generated always as identity primary key,
  version_id uuid not null unique references versions (id),
  case_id uuid not null,
  -- False when the stored text was altered, so that nothing can be compared with it.
  opened boolean not null,
  read_at timestamptz not null
);
create index overlap_texts_of_case on overlap_texts (case_id);

create table overlap_fingerprints (
  fingerprint bigint not null,
  text_id int not null references overlap_texts (id),
  primary key (fingerprint, text_id)
);

create trigger overlap_texts_are_kept before update or delete or truncate on overlap_texts
  for each statement execute function refuse_change();
create trigger overlap_fingerprints_are_kept before update or delete or truncate on overlap_fingerprints
  for each statement execute function refuse_change();

grant select, insert on overlap_texts, overlap_fingerprints to ${app};
