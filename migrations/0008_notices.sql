-- What people want to hear, how often, and what is waiting to be told.

create table contact_choices (
  place_id uuid not null default current_place() references places (id),
  person_id uuid not null,
  invitations_per_month integer not null default 2 check (invitations_per_month between 0 and 30),
  digest text not null default 'daily' check (digest in ('daily', 'weekly', 'never')),
  digest_hour integer not null default 17 check (digest_hour between 6 and 21),
  reminders text not null default 'day' check (reminders in ('day', 'week', 'both', 'never')),
  changed_at timestamptz not null default current_moment(),
  primary key (place_id, person_id),
  foreign key (place_id, person_id) references people (place_id, id) on delete cascade
);
comment on table contact_choices is 'people: how often somebody wants to hear from us, and by which way';
call fence('contact_choices');

create table notices (
  place_id uuid not null default current_place() references places (id),
  id uuid not null default new_id(),
  person_id uuid not null,
  -- Of one key there is only one notice, however often it is told.
  key text not null check (length(key) between 1 and 200),
  kind text not null check (kind ~ '^[a-z_]+$'),
  title text not null,
  text text not null default '',
  path text not null,
  not_before timestamptz not null default current_moment(),
  -- What is over by then is not told any more.
  until timestamptz,
  made_at timestamptz not null default current_moment(),
  told_at timestamptz,
  told_how text check (told_how in ('digest', 'office', 'dropped')),
  primary key (place_id, id),
  unique (place_id, person_id, key),
  foreign key (place_id, person_id) references people (place_id, id) on delete cascade
);
comment on table notices is 'people: what waits to be told to somebody, many in one letter';
create index notices_waiting on notices (place_id, not_before) where told_at is null;
call fence('notices');

-- A link in a letter that leads to these choices without signing in; every letter has its own.
create table contact_links (
  place_id uuid not null default current_place() references places (id),
  token_hash bytea not null,
  person_id uuid not null,
  made_at timestamptz not null default current_moment(),
  primary key (place_id, token_hash),
  foreign key (place_id, person_id) references people (place_id, id) on delete cascade
);
comment on table contact_links is 'people: where a letter leads whoever wants fewer of them';
create index contact_links_person on contact_links (place_id, person_id);
create index contact_links_age on contact_links (place_id, made_at);
call fence('contact_links');
