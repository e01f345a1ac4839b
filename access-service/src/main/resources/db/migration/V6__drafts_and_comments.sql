-- Comments are items; a draft is registered as the version that it will become; a registration may come to nothing.

alter table items drop constraint items_kind_check;
alter table items add constraint items_kind_check
  check (kind in ('DOCUMENT', 'CONVERSATION_RECORD', 'WORKING_PAPER', 'REPORT', 'COMMENT'));

-- A number that was abandoned is taken anew, as the next attempt at it.
alter table versions add column attempt int not null default 1 check (attempt >= 1);
alter table versions add column replaces int generated always as (nullif(attempt - 1, 0)) stored;
alter table versions drop constraint versions_item_number_key;
alter table versions add unique (item, number, attempt);
alter table versions add unique (version, item, number, attempt);

-- Versions that were registered as drafts: mutable until they are frozen, labels that only grow.
create table drafts (
  version uuid primary key references versions,
  recorded_at timestamptz not null
);

-- What a draft became; the revision of its labels is the first that the feed tells.
create table freezes (
  version uuid primary key references drafts,
  revision int not null,
  recorded_at timestamptz not null,
  foreign key (version, revision) references version_labels (version, revision)
);

-- Registrations that came to nothing. One that was never made has no item: it cannot be made any more.
create table abandonments (
  version uuid primary key,
  item uuid,
  number int,
  attempt int,
  recorded_at timestamptz not null,
  unique (item, number, attempt),
  foreign key (version, item, number, attempt) references versions (version, item, number, attempt),
  check ((item is null) = (number is null) and (item is null) = (attempt is null))
);
alter table versions add foreign key (item, number, replaces) references abandonments (item, number, attempt);

do $$
declare fixed text;
begin
  foreach fixed in array array['drafts', 'freezes', 'abandonments'] loop
    execute format('create trigger no_change before update or delete or truncate on %I '
      'for each statement execute function refuse_change()', fixed);
    execute format('grant select, insert on %I to %I', fixed, '${app}');
  end loop;
end $$;
