-- The floor every module stands on: who may touch what, in which town, at which moment.

create extension if not exists pg_trgm;
create extension if not exists unaccent;
create extension if not exists btree_gist;
create extension if not exists citext;

-- The application works in this role. It owns no table, so row-level security always holds.
-- Roles belong to the whole cluster: two databases set up at once may both try.
do $$ begin
  if not exists (select from pg_roles where rolname = 'anlaufstelle_app') then
    create role anlaufstelle_app nologin;
  end if;
exception when duplicate_object or unique_violation then null;
end $$;
do $$ begin
  if not pg_has_role(current_user, 'anlaufstelle_app', 'set') then
    execute format('grant anlaufstelle_app to %I', current_user);
  end if;
exception when syntax_error or invalid_parameter_value then
  execute format('grant anlaufstelle_app to %I', current_user);
end $$;
grant usage on schema public to anlaufstelle_app;

do $$ begin
  create collation german (provider = icu, locale = 'de-DE');
exception when duplicate_object then null;
end $$;

-- The town of this transaction; null outside of one, so that nothing is seen by accident.
create function current_place() returns uuid language sql stable parallel safe
  return nullif(current_setting('app.place', true), '')::uuid;

-- The moment of this request, the same for every row it writes; a story told about the past brings its own.
create function current_moment() returns timestamptz language sql stable parallel safe
  return coalesce(nullif(current_setting('app.now', true), '')::timestamptz, now());

-- UUID version 7 (RFC 9562): sorted by time, made anywhere, no central sequence.
create function new_id() returns uuid language sql volatile parallel safe
  return encode(
    set_bit(set_bit(
      overlay(uuid_send(gen_random_uuid())
        placing substring(int8send((extract(epoch from clock_timestamp()) * 1000)::bigint) from 3)
        from 1 for 6),
      52, 1), 53, 1), 'hex')::uuid;

-- One way to write German words for searching: no accents, lower case.
create function plain_text(words text) returns text language sql immutable parallel safe
  return lower(unaccent('unaccent'::regdictionary, coalesce(words, '')));

create text search configuration german_plain (copy = german);
alter text search configuration german_plain
  alter mapping for hword, hword_part, word with unaccent, german_stem;

-- Puts the fence around a table and lets the application in. Every table with a place is fenced; a test asks.
create procedure fence(fenced regclass) language plpgsql as $$
begin
  execute format('alter table %s enable row level security', fenced);
  execute format(
    'create policy stay_in_place on %s using (place_id = (select current_place())) with check (place_id = (select current_place()))',
    fenced);
  execute format('grant select, insert, update, delete on %s to anlaufstelle_app', fenced);
end $$;

create table places (
  id uuid primary key default new_id(),
  slug text not null unique check (slug ~ '^[a-z0-9-]{2,40}$'),
  hosts text[] not null,
  name text not null,
  full_name text not null,
  sorbian_name text,
  municipality_key text check (municipality_key ~ '^\d{8}$'),
  state_code text not null default 'SN',
  postcode text not null check (postcode ~ '^\d{5}$'),
  latitude double precision not null,
  longitude double precision not null,
  languages text[] not null default '{de,en}',
  lead text not null default '',
  accent_light text not null default '#0a5c63',
  accent_dark text not null default '#7fd0d2',
  accent_deep text not null default '#0b474d',
  logo_file_id uuid,
  office_name text not null default '',
  office_street text not null default '',
  office_postcode text not null default '',
  office_town text not null default '',
  office_phone text not null default '',
  office_email text not null default '',
  office_people text not null default '',
  opening_hours text not null default '',
  legal_operator text not null default '',
  legal_form text not null default '',
  legal_representative text not null default '',
  legal_register text not null default '',
  legal_responsible text not null default '',
  privacy_contact text not null default '',
  supervisory_authority text not null default '',
  match_weights jsonb not null default '{}',
  demo boolean not null default false,
  created_at timestamptz not null default current_moment()
);
comment on table places is 'places: a town, its hosts, look and legal notice';
create index places_hosts on places using gin (hosts);
grant select, update on places to anlaufstelle_app;

create table events (
  place_id uuid not null default current_place() references places (id),
  id uuid not null default new_id(),
  name text not null check (name ~ '^[a-z_]+\.[a-z_]+$'),
  subject_id text not null,
  actor_id uuid,
  data jsonb not null default '{}',
  happened_at timestamptz not null default current_moment(),
  primary key (place_id, id)
);
comment on table events is 'core: what happened, in the same transaction as the happening';
create index events_subject on events (place_id, subject_id, happened_at);
create index events_name on events (place_id, name, happened_at);
call fence('events');
-- History is written once.
revoke update, delete on events from anlaufstelle_app;

-- One key per form that was shown: the second, tenth or twentieth sending of it gets the first answer.
create table submissions (
  place_id uuid not null default current_place() references places (id),
  key text not null check (length(key) between 16 and 64),
  address text not null,
  location text,
  sent_at timestamptz not null default current_moment(),
  primary key (place_id, key, address)
);
comment on table submissions is 'core: forms that were sent, by their key';
create index submissions_sent on submissions (place_id, sent_at);
call fence('submissions');

-- Uploaded pictures and papers, re-encoded before they come here.
create table files (
  place_id uuid not null default current_place() references places (id),
  id uuid not null default new_id(),
  media_type text not null,
  name text not null,
  bytes bytea not null,
  width integer,
  height integer,
  alternative_text text not null default '',
  uploaded_by uuid,
  uploaded_at timestamptz not null default current_moment(),
  primary key (place_id, id)
);
comment on table files is 'core: uploaded pictures and papers';
call fence('files');

-- Mail that was written, whether or not it has left the house yet.
create table mails (
  place_id uuid not null default current_place() references places (id),
  id uuid not null default new_id(),
  key text not null,
  kind text not null,
  recipient_email text not null,
  recipient_name text not null default '',
  person_id uuid,
  subject text not null,
  text_body text not null,
  html_body text not null,
  language text not null default 'de',
  unsubscribe_path text,
  written_at timestamptz not null default current_moment(),
  sent_at timestamptz,
  attempts integer not null default 0,
  last_error text,
  primary key (place_id, id),
  unique (place_id, key)
);
comment on table mails is 'core: outgoing mail, once per key';
create index mails_written on mails (place_id, written_at desc);
create index mails_waiting on mails (place_id, written_at) where sent_at is null;
call fence('mails');
