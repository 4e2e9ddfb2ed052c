-- Looked for and invited: saved searches, what somebody does not want, and the invitations under a budget.

create table saved_searches (
  place_id uuid not null default current_place() references places (id),
  id uuid not null default new_id(),
  person_id uuid not null,
  name text not null check (length(name) between 1 and 120),
  -- The filters as they stand in the address of the list.
  query text not null check (length(query) <= 2000),
  pace text not null default 'daily' check (pace in ('daily', 'weekly')),
  looked_at timestamptz not null default current_moment(),
  made_at timestamptz not null default current_moment(),
  primary key (place_id, id),
  unique (place_id, person_id, query),
  foreign key (place_id, person_id) references people (place_id, id) on delete cascade
);
comment on table saved_searches is 'opportunities: a search that tells when something new fits it';
create index saved_searches_due on saved_searches (place_id, looked_at);
call fence('saved_searches');

create table dismissals (
  place_id uuid not null default current_place() references places (id),
  person_id uuid not null,
  opportunity_id uuid not null,
  at timestamptz not null default current_moment(),
  primary key (place_id, person_id, opportunity_id),
  foreign key (place_id, person_id) references people (place_id, id) on delete cascade,
  foreign key (place_id, opportunity_id) references opportunities (place_id, id) on delete cascade
);
comment on table dismissals is 'opportunities: "no, thanks", said once and remembered';
create index dismissals_opportunity on dismissals (place_id, opportunity_id);
call fence('dismissals');

create table opportunity_invitations (
  place_id uuid not null default current_place() references places (id),
  id uuid not null default new_id(),
  opportunity_id uuid not null,
  person_id uuid not null,
  -- A general invitation, or a call for help on one shift.
  reason text not null default 'fit' check (reason in ('fit', 'call')),
  call_id uuid,
  words text not null default '',
  -- Finished sentences: why this person.
  reasons text[] not null default '{}',
  score double precision not null default 0,
  token_hash bytea not null,
  invited_by uuid,
  invited_at timestamptz not null default current_moment(),
  expires_at timestamptz not null,
  answer text check (answer in ('yes', 'no')),
  answered_at timestamptz,
  primary key (place_id, id),
  unique (place_id, token_hash),
  foreign key (place_id, opportunity_id) references opportunities (place_id, id) on delete cascade,
  foreign key (place_id, person_id) references people (place_id, id) on delete cascade,
  foreign key (place_id, invited_by) references people (place_id, id)
);
comment on table opportunity_invitations is 'opportunities: somebody was asked whether they would like to help, within their budget';
create index opportunity_invitations_person on opportunity_invitations (place_id, person_id, invited_at desc);
create index opportunity_invitations_opportunity on opportunity_invitations (place_id, opportunity_id, invited_at desc);
create index opportunity_invitations_inviter on opportunity_invitations (place_id, invited_by);
create index opportunity_invitations_call on opportunity_invitations (place_id, call_id);
create unique index opportunity_invitations_once on opportunity_invitations (place_id, person_id, opportunity_id)
  where reason = 'fit';
create unique index opportunity_invitations_called on opportunity_invitations (place_id, person_id, call_id)
  where reason = 'call';
call fence('opportunity_invitations');

-- In which transaction an offer, or whose it is, was last changed: what is kept of them in memory asks this, and
-- reads again only what it has not seen.
alter table opportunities add column changed_in xid8 not null default pg_current_xact_id();
alter table organizations add column changed_in xid8 not null default pg_current_xact_id();
create index opportunities_changed on opportunities (place_id, changed_in);
create index organizations_changed on organizations (place_id, changed_in);

create function mark_change() returns trigger language plpgsql as $$
begin
  new.changed_in := pg_current_xact_id();
  return new;
end $$;
create trigger opportunities_mark_change before update on opportunities for each row execute function mark_change();
create trigger organizations_mark_change before update on organizations for each row execute function mark_change();
