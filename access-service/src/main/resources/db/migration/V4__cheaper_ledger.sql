-- What the ledger costs, made smaller.

-- The tree in tiles, in place of two rows an entry: every eighth level is kept, and a row holds the hashes that came
-- next to each other. What is between is worked out from them.

-- Nodes of one level in a row, from index on: level 0 are the leaves; the leaf of position p has the index p - 1.
create table ledger_tiles (
  level smallint not null check (level between 0 and 56 and level % 8 = 0),
  index bigint not null check (index >= 0),
  -- No row goes on from one tile of 256 into the next.
  hashes bytea not null
    check (octet_length(hashes) % 32 = 0 and octet_length(hashes) between 32 and 8192 - index % 256 * 32),
  primary key (level, index)
);
-- Hashes cannot be made smaller: nobody should try.
alter table ledger_tiles alter column hashes set storage external;

-- What stands is carried over as it stands: a gap stays one.
insert into ledger_tiles (level, index, hashes)
select level, min(index), string_agg(hash, ''::bytea order by index)
from (
  select level, index, hash, index - row_number() over (partition by level order by index) as without_gap
  from ledger_nodes where level % 8 = 0
) as kept
group by level, index / 256, without_gap;

drop table ledger_nodes;

create trigger no_change before update or delete or truncate on ledger_tiles
  for each statement execute function refuse_change();
grant select, insert on ledger_tiles to "${app}";

-- The sequencer takes whatever waits, in the order of its ids, and the unique index on ledger_positions refuses
-- that anything gets a second place: nothing needs to find one row here by its id.
alter table ledger_pending drop constraint ledger_pending_pkey, alter column id set not null;

-- By version alone only refusals are looked for, which do not say their case.
drop index ledger_entries_of_version;
create index ledger_entries_of_version on ledger_entries (version, id) where case_id is null;

-- As before; but hexadecimal digits are told by reading them, which for 64 of them is quicker than looking each up.
create or replace function ledger_entry_fits(
  kind text, person uuid, action text, permitted boolean, policy_set text, confirms uuid, detail text,
  salt bytea, digest bytea) returns boolean language plpgsql immutable as $$
begin
  return kind in ('DECISION', 'DELIVERY', 'CHANGE')
    and char_length(action) between 1 and 50
    and translate(action, 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ', '') = ''
    and (policy_set is null or
      char_length(policy_set) = 64 and encode(decode(policy_set, 'hex'), 'hex') = policy_set)
    and (detail is null or
      char_length(detail) between 1 and 200 and detail !~ '[[:cntrl:]]' and detail = btrim(detail))
    and octet_length(salt) = 16
    and octet_length(digest) = 32
    and (kind = 'DECISION') = (permitted is not null)
    and (kind = 'DECISION') = (policy_set is not null)
    and (kind = 'DELIVERY') = (confirms is not null)
    and (kind = 'CHANGE' or person is not null);
end $$;
