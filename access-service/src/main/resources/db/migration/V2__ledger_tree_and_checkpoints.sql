-- The tree over the ledger's entries, and what was signed of it. Both only grow.

-- Complete subtrees: 2^level leaves from number index * 2^level on. Level 0 are the leaves; the leaf
-- of position p has the index p - 1.
create table ledger_nodes (
  level smallint not null check (level between 0 and 61),
  index bigint not null check (index >= 0),
  hash bytea not null check (octet_length(hash) = 32),
  primary key (level, index)
);

-- A size is signed once: two roots for it cannot both be kept.
create table ledger_checkpoints (
  size bigint primary key check (size >= 0),
  root bytea not null check (octet_length(root) = 32),
  note text not null check (char_length(note) between 1 and 16384),
  signed_at timestamptz not null
);

create trigger no_change before update or delete or truncate on ledger_nodes
  for each statement execute function refuse_change();
create trigger no_change before update or delete or truncate on ledger_checkpoints
  for each statement execute function refuse_change();

grant select, insert on ledger_nodes, ledger_checkpoints to "${app}";

-- What an entry must be, in one function. PostgreSQL prepares every check of a table anew for each
-- insert, which for ten of them took three times as long as the insert itself; the plan of a function
-- is kept for the session. Letters are counted out, because an expression that repeats 64 times is slow.
create function ledger_entry_fits(
  kind text, person uuid, action text, permitted boolean, policy_set text, confirms uuid, detail text,
  salt bytea, digest bytea) returns boolean language plpgsql immutable as $$
begin
  return kind in ('DECISION', 'DELIVERY', 'CHANGE')
    and char_length(action) between 1 and 50
    and translate(action, 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ', '') = ''
    and (policy_set is null or
      char_length(policy_set) = 64 and translate(policy_set, '0123456789abcdef', '') = '')
    and (detail is null or
      char_length(detail) between 1 and 200 and detail !~ '[[:cntrl:]]' and detail = btrim(detail))
    and octet_length(salt) = 16
    and octet_length(digest) = 32
    and (kind = 'DECISION') = (permitted is not null)
    and (kind = 'DECISION') = (policy_set is not null)
    and (kind = 'DELIVERY') = (confirms is not null)
    and (kind = 'CHANGE' or person is not null);
end $$;

alter table ledger_entries
  drop constraint ledger_entries_kind_check,
  drop constraint ledger_entries_action_check,
  drop constraint ledger_entries_policy_set_check,
  drop constraint ledger_entries_detail_check,
  drop constraint ledger_entries_salt_check,
  drop constraint ledger_entries_digest_check,
  drop constraint ledger_entries_check,
  drop constraint ledger_entries_check1,
  drop constraint ledger_entries_check2,
  drop constraint ledger_entries_check3,
  add constraint ledger_entries_fit check (ledger_entry_fits(
    kind, person, action, permitted, policy_set, confirms, detail, salt, digest));
