-- Calendars of organizations that keep their own: read from their iCal address, merged into ours.

create table calendar_sources (
  place_id uuid not null default current_place() references places (id),
  id uuid not null default new_id(),
  organization_id uuid not null,
  url text not null check (length(url) between 8 and 2000),
  name text not null default '',
  etag text,
  last_modified text,
  looked_at timestamptz,
  read_at timestamptz,
  next_at timestamptz not null default current_moment(),
  failures integer not null default 0,
  -- A code: why it could not be read.
  problem text,
  found integer not null default 0,
  made_by uuid,
  made_at timestamptz not null default current_moment(),
  ended_at timestamptz,
  primary key (place_id, id),
  foreign key (place_id, organization_id) references organizations (place_id, id),
  foreign key (place_id, made_by) references people (place_id, id)
);
comment on table calendar_sources is 'content: calendars elsewhere that we read along';
create index calendar_sources_organization on calendar_sources (place_id, organization_id);
create index calendar_sources_maker on calendar_sources (place_id, made_by);
create index calendar_sources_due on calendar_sources (place_id, next_at) where ended_at is null;
create unique index calendar_sources_once on calendar_sources (place_id, url) where ended_at is null;
call fence('calendar_sources');

-- One event of a source, and the date of ours that shows it; the same event of three calendars is one date.
create table calendar_copies (
  place_id uuid not null default current_place() references places (id),
  source_id uuid not null,
  uid text not null check (length(uid) between 1 and 500),
  -- Which one of a series: its first moment by the rule.
  instance timestamptz not null,
  date_id uuid not null,
  -- Whether this copy made the date, or joined one that was there.
  leads boolean not null,
  fingerprint text not null,
  seen_at timestamptz not null default current_moment(),
  primary key (place_id, source_id, uid, instance),
  foreign key (place_id, source_id) references calendar_sources (place_id, id) on delete cascade,
  foreign key (place_id, date_id) references calendar_dates (place_id, id) on delete cascade
);
comment on table calendar_copies is 'content: which event of which calendar a date shows';
create index calendar_copies_date on calendar_copies (place_id, date_id);
call fence('calendar_copies');

-- Nothing is published before somebody has seen what would come: the newest reading, until then.
alter table calendar_sources add column confirmed_at timestamptz;
alter table calendar_sources add column preview jsonb not null default '[]';
alter table calendar_sources add column unread integer not null default 0;
