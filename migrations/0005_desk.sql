-- The contact point: what waits, whose it is, when it is due.

create table inquiries (
  place_id uuid not null default current_place() references places (id),
  id uuid not null default new_id(),
  number bigint not null,
  channel text not null check (channel in ('web', 'mail', 'phone', 'counter', 'post')),
  topic text not null check (topic in ('help', 'need', 'organization', 'company', 'newcomer', 'callback', 'barrier', 'other')),
  words text not null,
  person_id uuid,
  name text not null default '',
  email citext,
  phone text,
  reachable text,
  language text not null default 'de',
  answers jsonb not null default '{}',
  noted_by uuid,
  arrived_at timestamptz not null default current_moment(),
  closed_at timestamptz,
  closed_by uuid,
  result text check (result in ('answered', 'consultation', 'referred_elsewhere', 'duplicate', 'unreachable', 'spam')),
  primary key (place_id, id),
  unique (place_id, number),
  foreign key (place_id, person_id) references people (place_id, id) on delete set null (person_id),
  foreign key (place_id, noted_by) references people (place_id, id),
  foreign key (place_id, closed_by) references people (place_id, id)
);
comment on table inquiries is 'desk: what people asked, on whichever way it came';
create index inquiries_person on inquiries (place_id, person_id);
create index inquiries_noter on inquiries (place_id, noted_by);
create index inquiries_closer on inquiries (place_id, closed_by);
create index inquiries_arrived on inquiries (place_id, arrived_at desc);
call fence('inquiries');

create table inquiry_replies (
  place_id uuid not null default current_place() references places (id),
  id uuid not null default new_id(),
  inquiry_id uuid not null,
  kind text not null check (kind in ('answer', 'note', 'call', 'message')),
  words text not null,
  written_by uuid,
  written_at timestamptz not null default current_moment(),
  primary key (place_id, id),
  foreign key (place_id, inquiry_id) references inquiries (place_id, id) on delete cascade,
  foreign key (place_id, written_by) references people (place_id, id)
);
comment on table inquiry_replies is 'desk: answers, calls and notes of an inquiry';
create index inquiry_replies_inquiry on inquiry_replies (place_id, inquiry_id, written_at);
create index inquiry_replies_writer on inquiry_replies (place_id, written_by);
call fence('inquiry_replies');

-- The one worklist. Whatever waits for the office is a task; what nobody owns is on top.
create table tasks (
  place_id uuid not null default current_place() references places (id),
  id uuid not null default new_id(),
  kind text not null check (kind in ('inquiry', 'appointment', 'release', 'answer', 'trial', 'follow_up', 'review', 'stale', 'claim', 'double', 'reminder', 'proposal')),
  subject_id text not null,
  title text not null,
  detail text not null default '',
  path text not null,
  person_id uuid,
  owner_id uuid,
  due_at timestamptz not null,
  opened_at timestamptz not null default current_moment(),
  done_by uuid,
  done_at timestamptz,
  outcome text not null default '',
  primary key (place_id, id),
  foreign key (place_id, person_id) references people (place_id, id) on delete cascade,
  foreign key (place_id, owner_id) references people (place_id, id),
  foreign key (place_id, done_by) references people (place_id, id)
);
comment on table tasks is 'desk: everything that waits, with owner and due date';
create unique index tasks_open on tasks (place_id, kind, subject_id) where done_at is null;
create index tasks_due on tasks (place_id, due_at) where done_at is null;
create index tasks_done on tasks (place_id, done_at desc) where done_at is not null;
create index tasks_person on tasks (place_id, person_id);
create index tasks_owner on tasks (place_id, owner_id);
create index tasks_doer on tasks (place_id, done_by);
call fence('tasks');

create table substitutions (
  place_id uuid not null default current_place() references places (id),
  id uuid not null default new_id(),
  absent_id uuid not null,
  substitute_id uuid not null,
  from_day date not null,
  to_day date not null,
  made_by uuid,
  made_at timestamptz not null default current_moment(),
  ended_at timestamptz,
  primary key (place_id, id),
  check (to_day >= from_day),
  check (absent_id <> substitute_id),
  foreign key (place_id, absent_id) references people (place_id, id) on delete cascade,
  foreign key (place_id, substitute_id) references people (place_id, id) on delete cascade,
  foreign key (place_id, made_by) references people (place_id, id)
);
comment on table substitutions is 'desk: who stands in for whom, from day to day';
create index substitutions_absent on substitutions (place_id, absent_id);
create index substitutions_substitute on substitutions (place_id, substitute_id);
create index substitutions_maker on substitutions (place_id, made_by);
call fence('substitutions');

-- Times the contact point offers; a person takes one.
create table appointments (
  place_id uuid not null default current_place() references places (id),
  id uuid not null default new_id(),
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  adviser_id uuid not null,
  kind text not null default 'visit' check (kind in ('visit', 'call', 'home')),
  where_text text not null default '',
  person_id uuid,
  inquiry_id uuid,
  name text not null default '',
  email citext,
  phone text,
  token_hash bytea,
  booked_at timestamptz,
  canceled_at timestamptz,
  held_at timestamptz,
  missed_at timestamptz,
  revision integer not null default 0,
  primary key (place_id, id),
  check (ends_at > starts_at),
  foreign key (place_id, adviser_id) references people (place_id, id) on delete cascade,
  foreign key (place_id, person_id) references people (place_id, id) on delete set null (person_id),
  foreign key (place_id, inquiry_id) references inquiries (place_id, id) on delete set null (inquiry_id),
  -- An adviser sits in one conversation at a time.
  exclude using gist (place_id with =, adviser_id with =, tstzrange(starts_at, ends_at) with &&) where (canceled_at is null)
);
comment on table appointments is 'desk: times for a conversation, free and taken';
create index appointments_start on appointments (place_id, starts_at);
create index appointments_adviser on appointments (place_id, adviser_id);
create index appointments_person on appointments (place_id, person_id);
create index appointments_inquiry on appointments (place_id, inquiry_id);
create unique index appointments_token on appointments (place_id, token_hash) where token_hash is not null;
call fence('appointments');
