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
