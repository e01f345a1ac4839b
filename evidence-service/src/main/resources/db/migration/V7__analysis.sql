-- What was demanded and answered from outside the review team. Rows are only added; what they say is
-- sealed under the case's data key, since it can hold accounts, and shown with the version it is tied to.
create table amendments (
  id uuid primary key,
  paper uuid not null references papers (item),
  version uuid not null,
  passage uuid,
  on_behalf_of text not null check (on_behalf_of in ('BOARD', 'MODEL_OWNER', 'COUNSEL', 'OTHER')),
  said bytea not null,
  recorded_at timestamptz not null,
  recorded_by uuid not null
);
create index amendments_of_paper on amendments (paper, id);

create table board_responses (
  id uuid primary key,
  paper uuid not null references papers (item),
  version uuid not null,
  passage uuid not null,
  responded_on date not null,
  said bytea not null,
  recorded_at timestamptz not null,
  recorded_by uuid not null
);
create index board_responses_of_paper on board_responses (paper, id);

create trigger amendments_are_kept before update or delete or truncate on amendments
  for each statement execute function refuse_change();
create trigger board_responses_are_kept before update or delete or truncate on board_responses
  for each statement execute function refuse_change();

grant select, insert on amendments, board_responses to ${app};
