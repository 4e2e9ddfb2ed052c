-- People, with an account or without one; what they may do; what they agreed to; who looked at their file.

-- Accounts belong to no town: one person may be known in several. They hold how to sign in and nothing else.
create table accounts (
  id uuid primary key default new_id(),
  email citext not null unique,
  password_hash text,
  totp_secret text,
  totp_confirmed_at timestamptz,
  totp_last_step bigint,
  suspended_at timestamptz,
  created_at timestamptz not null default current_moment()
);
comment on table accounts is 'people: how somebody signs in, in whichever town';
grant select, insert, update, delete on accounts to anlaufstelle_app;

create table sessions (
  token_hash bytea primary key,
  account_id uuid not null references accounts (id) on delete cascade,
  device text not null default '',
  second_factor_at timestamptz,
  started_at timestamptz not null default current_moment(),
  seen_at timestamptz not null default current_moment(),
  expires_at timestamptz not null
);
comment on table sessions is 'people: signed-in devices';
create index sessions_account on sessions (account_id);
grant select, insert, update, delete on sessions to anlaufstelle_app;

create table passkeys (
  credential_id text primary key,
  account_id uuid not null references accounts (id) on delete cascade,
  public_key bytea not null,
  counter bigint not null default 0,
  transports text[] not null default '{}',
  name text not null,
  added_at timestamptz not null default current_moment(),
  used_at timestamptz
);
comment on table passkeys is 'people: passkeys of an account';
create index passkeys_account on passkeys (account_id);
grant select, insert, update, delete on passkeys to anlaufstelle_app;

-- Links, codes and challenges that work once and for a short time.
create table sign_in_tokens (
  token_hash bytea primary key,
  kind text not null check (kind in ('link', 'email', 'second_factor', 'passkey')),
  email citext,
  account_id uuid references accounts (id) on delete cascade,
  challenge text,
  return_to text not null default '/',
  made_at timestamptz not null default current_moment(),
  expires_at timestamptz not null,
  used_at timestamptz
);
comment on table sign_in_tokens is 'people: links and challenges that work once';
create index sign_in_tokens_account on sign_in_tokens (account_id);
create index sign_in_tokens_expiry on sign_in_tokens (expires_at);
grant select, insert, update, delete on sign_in_tokens to anlaufstelle_app;

-- Tries per account and per address in a time window, so that guessing is slow.
create table attempts (
  bucket text not null,
  window_start timestamptz not null,
  tries integer not null default 1,
  primary key (bucket, window_start)
);
comment on table attempts is 'people: tries per window, so that guessing is slow';
create index attempts_window on attempts (window_start);
grant select, insert, update, delete on attempts to anlaufstelle_app;

create table people (
  place_id uuid not null default current_place() references places (id),
  id uuid not null default new_id(),
  account_id uuid references accounts (id) on delete set null,
  name text not null check (length(name) between 1 and 200),
  email citext,
  phone text,
  street text,
  postcode text check (postcode ~ '^\d{5}$'),
  town_name text,
  age_band text check (age_band in ('under16', '16to17', 'adult')),
  language text not null default 'de',
  contact_by text not null default 'email' check (contact_by in ('email', 'phone', 'post', 'visit')),
  reachable text,
  guardian_name text,
  guardian_contact text,
  guardian_agreed_at timestamptz,
  kept_by_office boolean not null default false,
  note text,
  created_by uuid,
  created_at timestamptz not null default current_moment(),
  changed_at timestamptz not null default current_moment(),
  left_at timestamptz,
  merged_into uuid,
  -- The secret address of one's own calendar; whoever reads the table cannot use it.
  calendar_token_hash bytea,
  primary key (place_id, id),
  unique (place_id, account_id),
  foreign key (place_id, created_by) references people (place_id, id),
  foreign key (place_id, merged_into) references people (place_id, id)
);
comment on table people is 'people: somebody this town knows, with or without an account';
create index people_account on people (account_id);
create index people_creator on people (place_id, created_by);
create index people_merged on people (place_id, merged_into);
create unique index people_calendar on people (place_id, calendar_token_hash);
create index people_email on people (place_id, email);
create index people_list on people (place_id, name collate german, id) where left_at is null;
create index people_name on people (place_id, plain_text(name) text_pattern_ops);
call fence('people');

alter table events add foreign key (place_id, actor_id) references people (place_id, id);
create index events_actor on events (place_id, actor_id);
alter table mails add foreign key (place_id, person_id) references people (place_id, id) on delete set null (person_id);
create index mails_person on mails (place_id, person_id);
alter table files add foreign key (place_id, uploaded_by) references people (place_id, id) on delete set null (uploaded_by);
create index files_uploader on files (place_id, uploaded_by);

create table grants (
  place_id uuid not null default current_place() references places (id),
  id uuid not null default new_id(),
  person_id uuid not null,
  role text not null check (role in ('coordinator', 'editor', 'representative', 'partner', 'consortium', 'chair', 'juror', 'programme', 'administrator')),
  organization_id uuid,
  granted_by uuid,
  granted_at timestamptz not null default current_moment(),
  ended_by uuid,
  ended_at timestamptz,
  primary key (place_id, id),
  foreign key (place_id, person_id) references people (place_id, id) on delete cascade,
  foreign key (place_id, granted_by) references people (place_id, id),
  foreign key (place_id, ended_by) references people (place_id, id)
);
comment on table grants is 'people: a role at the town or at one organization, from a date to a date';
create index grants_person on grants (place_id, person_id);
create index grants_granter on grants (place_id, granted_by);
create index grants_ender on grants (place_id, ended_by);
create unique index grants_once on grants (place_id, person_id, role, coalesce(organization_id, '00000000-0000-0000-0000-000000000000'))
  where ended_at is null;
call fence('grants');

create table consents (
  place_id uuid not null default current_place() references places (id),
  id uuid not null default new_id(),
  person_id uuid not null,
  purpose text not null check (purpose in ('file', 'newsletter', 'publication', 'suggestions', 'referral')),
  text_version text not null,
  given_how text not null check (given_how in ('web', 'paper', 'phone', 'counter', 'mail')),
  recorded_by uuid,
  given_at timestamptz not null default current_moment(),
  withdrawn_at timestamptz,
  withdrawn_by uuid,
  primary key (place_id, id),
  foreign key (place_id, person_id) references people (place_id, id) on delete cascade,
  foreign key (place_id, recorded_by) references people (place_id, id),
  foreign key (place_id, withdrawn_by) references people (place_id, id)
);
comment on table consents is 'people: what somebody agreed to, with text version and date';
create index consents_person on consents (place_id, person_id);
create index consents_recorder on consents (place_id, recorded_by);
create index consents_withdrawer on consents (place_id, withdrawn_by);
create unique index consents_once on consents (place_id, person_id, purpose) where withdrawn_at is null;
call fence('consents');

-- Who saw whose file, when and what for: written by the page that shows it, read by the person.
create table access_log (
  place_id uuid not null default current_place() references places (id),
  id uuid not null default new_id(),
  person_id uuid not null,
  viewer_id uuid,
  viewer_organization_id uuid,
  purpose text not null,
  seen_at timestamptz not null default current_moment(),
  primary key (place_id, id),
  foreign key (place_id, person_id) references people (place_id, id) on delete cascade,
  foreign key (place_id, viewer_id) references people (place_id, id)
);
comment on table access_log is 'people: who saw whose file, when and what for';
create index access_log_person on access_log (place_id, person_id, seen_at desc);
create index access_log_viewer on access_log (place_id, viewer_id);
call fence('access_log');
revoke update, delete on access_log from anlaufstelle_app;

-- The slip of paper with which somebody takes over the file that the office keeps.
create table file_codes (
  place_id uuid not null default current_place() references places (id),
  code_hash bytea not null,
  person_id uuid not null,
  made_by uuid,
  made_at timestamptz not null default current_moment(),
  expires_at timestamptz not null,
  used_at timestamptz,
  primary key (place_id, code_hash),
  foreign key (place_id, person_id) references people (place_id, id) on delete cascade,
  foreign key (place_id, made_by) references people (place_id, id)
);
comment on table file_codes is 'people: codes with which a person takes over their file';
create index file_codes_person on file_codes (place_id, person_id);
create index file_codes_maker on file_codes (place_id, made_by);
call fence('file_codes');

-- How many towns know an account. One town may not look into another, but an account that is still
-- needed elsewhere must not go when somebody leaves here.
create function account_towns(account uuid) returns bigint language sql stable security definer
  set search_path = public as $$
  select count(*) from people where account_id = account and left_at is null
$$;
revoke execute on function account_towns(uuid) from public;
grant execute on function account_towns(uuid) to anlaufstelle_app;

-- Hands everything that refers to one person to another: a file that its owner took over. It reads the
-- references from the catalogue, so that no table of a later module can be forgotten. What both already
-- have (the same consent, the same role) stays where it is. It works past the fence for the history that
-- the application may not change, and therefore names the town itself.
create procedure hand_over(source uuid, target uuid) language plpgsql security definer
  set search_path = public as $$
declare
  reference record;
  line tid;
begin
  if not exists (select from people where place_id = current_place() and id = source)
    or not exists (select from people where place_id = current_place() and id = target) then
    raise exception 'both people belong to this town';
  end if;
  for reference in
    select f.conrelid::regclass as place, a.attname as name
    from pg_constraint f join pg_attribute a on a.attrelid = f.conrelid and a.attnum = f.conkey[array_upper(f.conkey, 1)]
    where f.contype = 'f' and f.confrelid = 'people'::regclass
  loop
    begin
      execute format('update %s set %I = $1 where place_id = $2 and %I = $3', reference.place, reference.name, reference.name)
        using target, current_place(), source;
    exception when unique_violation then
      for line in execute format('select ctid from %s where place_id = $1 and %I = $2', reference.place, reference.name)
        using current_place(), source
      loop
        begin
          execute format('update %s set %I = $1 where ctid = $2', reference.place, reference.name) using target, line;
        exception when unique_violation then null;
        end;
      end loop;
    end;
  end loop;
  -- What happened to the file happened to its owner.
  update events set subject_id = target::text where place_id = current_place() and subject_id = source::text;
end $$;
revoke execute on procedure hand_over(uuid, uuid) from public;
grant execute on procedure hand_over(uuid, uuid) to anlaufstelle_app;
