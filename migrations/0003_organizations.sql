-- Organizations of three sectors, where they are, whom they serve and who speaks for them.

create table organizations (
  place_id uuid not null default current_place() references places (id),
  id uuid not null default new_id(),
  slug text not null,
  name text not null check (length(name) between 2 and 200),
  sector text not null check (sector in ('civil', 'public', 'business')),
  legal_form text,
  register_number text,
  summary text not null default '',
  description text not null default '',
  website text,
  email citext,
  phone text,
  street text,
  postcode text check (postcode ~ '^\d{5}$'),
  town_name text,
  latitude double precision,
  longitude double precision,
  fields text[] not null default '{}',
  target_groups text[] not null default '{}',
  languages text[] not null default '{}',
  source text,
  external_id text,
  made_by uuid,
  made_at timestamptz not null default current_moment(),
  changed_at timestamptz not null default current_moment(),
  verified_by uuid,
  verified_at timestamptz,
  hidden_at timestamptz,
  merged_into_id uuid,
  merged_at timestamptz,
  answer_seconds bigint not null default 0,
  answers integer not null default 0,
  asked integer not null default 0,
  search tsvector generated always as (
    setweight(to_tsvector('german_plain', name), 'A')
    || setweight(to_tsvector('german_plain', summary), 'B')
    || setweight(to_tsvector('german_plain', description), 'C')) stored,
  primary key (place_id, id),
  unique (place_id, slug),
  foreign key (place_id, made_by) references people (place_id, id),
  foreign key (place_id, verified_by) references people (place_id, id),
  foreign key (place_id, merged_into_id) references organizations (place_id, id)
);
comment on table organizations is 'organizations: associations, municipality and companies';
create index organizations_name on organizations (place_id, name);
create index organizations_maker on organizations (place_id, made_by);
create index organizations_verifier on organizations (place_id, verified_by);
create index organizations_merged on organizations (place_id, merged_into_id);
create unique index organizations_source on organizations (place_id, source, external_id) where external_id is not null;
call fence('organizations');

alter table grants add foreign key (place_id, organization_id) references organizations (place_id, id);
create index grants_organization on grants (place_id, organization_id);
alter table access_log add foreign key (place_id, viewer_organization_id) references organizations (place_id, id);
create index access_log_organization on access_log (place_id, viewer_organization_id);

create table contact_points (
  place_id uuid not null default current_place() references places (id),
  id uuid not null default new_id(),
  organization_id uuid not null,
  name text not null,
  task text not null default '',
  email citext,
  phone text,
  public boolean not null default false,
  primary key (place_id, id),
  foreign key (place_id, organization_id) references organizations (place_id, id) on delete cascade
);
comment on table contact_points is 'organizations: whom to ask, and whether everybody may read it';
create index contact_points_organization on contact_points (place_id, organization_id);
call fence('contact_points');

create table sites (
  place_id uuid not null default current_place() references places (id),
  id uuid not null default new_id(),
  organization_id uuid not null,
  name text not null,
  street text,
  postcode text check (postcode ~ '^\d{5}$'),
  town_name text,
  latitude double precision,
  longitude double precision,
  opening_hours text not null default '',
  accessibility text[] not null default '{}',
  primary key (place_id, id),
  foreign key (place_id, organization_id) references organizations (place_id, id) on delete cascade
);
comment on table sites is 'organizations: where something takes place, when it is open, which barriers it has';
create index sites_organization on sites (place_id, organization_id);
call fence('sites');

create table services (
  place_id uuid not null default current_place() references places (id),
  id uuid not null default new_id(),
  organization_id uuid not null,
  site_id uuid,
  name text not null,
  description text not null default '',
  needs text[] not null default '{}',
  target_groups text[] not null default '{}',
  languages text[] not null default '{}',
  fees text not null default '',
  how_to_come text not null default '',
  source text,
  external_id text,
  ended_at timestamptz,
  changed_at timestamptz not null default current_moment(),
  search tsvector generated always as (
    setweight(to_tsvector('german_plain', name), 'A') || setweight(to_tsvector('german_plain', description), 'B')) stored,
  primary key (place_id, id),
  foreign key (place_id, organization_id) references organizations (place_id, id) on delete cascade,
  foreign key (place_id, site_id) references sites (place_id, id) on delete set null (site_id)
);
comment on table services is 'organizations: what people can get there (HSDS service)';
create index services_organization on services (place_id, organization_id);
create index services_site on services (place_id, site_id);
create unique index services_source on services (place_id, source, external_id) where external_id is not null;
call fence('services');

-- Somebody says: this is us. The office looks and decides.
create table claims (
  place_id uuid not null default current_place() references places (id),
  id uuid not null default new_id(),
  organization_id uuid not null,
  person_id uuid not null,
  words text not null,
  made_at timestamptz not null default current_moment(),
  decision text check (decision in ('granted', 'declined')),
  reason text,
  decided_by uuid,
  decided_at timestamptz,
  primary key (place_id, id),
  foreign key (place_id, organization_id) references organizations (place_id, id) on delete cascade,
  foreign key (place_id, person_id) references people (place_id, id) on delete cascade,
  foreign key (place_id, decided_by) references people (place_id, id)
);
comment on table claims is 'organizations: somebody says: this is us';
create index claims_organization on claims (place_id, organization_id);
create index claims_person on claims (place_id, person_id);
create index claims_decider on claims (place_id, decided_by);
create unique index claims_once on claims (place_id, organization_id, person_id) where decided_at is null;
call fence('claims');

create table invitations (
  place_id uuid not null default current_place() references places (id),
  id uuid not null default new_id(),
  organization_id uuid not null,
  email citext not null,
  token_hash bytea not null,
  invited_by uuid,
  invited_at timestamptz not null default current_moment(),
  expires_at timestamptz not null,
  accepted_by uuid,
  accepted_at timestamptz,
  primary key (place_id, id),
  unique (place_id, token_hash),
  foreign key (place_id, organization_id) references organizations (place_id, id) on delete cascade,
  foreign key (place_id, invited_by) references people (place_id, id),
  foreign key (place_id, accepted_by) references people (place_id, id)
);
comment on table invitations is 'organizations: representatives invite each other';
create index invitations_organization on invitations (place_id, organization_id);
create index invitations_inviter on invitations (place_id, invited_by);
create index invitations_accepter on invitations (place_id, accepted_by);
call fence('invitations');

-- One run of an import: what was in the file, what would happen, what happened.
create table imports (
  place_id uuid not null default current_place() references places (id),
  id uuid not null default new_id(),
  kind text not null check (kind in ('organizations', 'opportunities', 'hsds')),
  source text not null,
  file_name text not null,
  content text not null,
  made_by uuid,
  made_at timestamptz not null default current_moment(),
  applied_at timestamptz,
  summary jsonb not null default '{}',
  primary key (place_id, id),
  foreign key (place_id, made_by) references people (place_id, id)
);
comment on table imports is 'organizations: a file that was tried, and whether it was taken over';
create index imports_maker on imports (place_id, made_by);
call fence('imports');

-- The office looked at two organizations that seemed to be one, and said that they are two.
create table kept_apart (
  place_id uuid not null default current_place() references places (id),
  first_id uuid not null,
  second_id uuid not null,
  decided_by uuid,
  decided_at timestamptz not null default current_moment(),
  primary key (place_id, first_id, second_id),
  check (first_id < second_id),
  foreign key (place_id, first_id) references organizations (place_id, id) on delete cascade,
  foreign key (place_id, second_id) references organizations (place_id, id) on delete cascade,
  foreign key (place_id, decided_by) references people (place_id, id)
);
comment on table kept_apart is 'organizations: two that look like one and are not';
create index kept_apart_second on kept_apart (place_id, second_id);
create index kept_apart_decider on kept_apart (place_id, decided_by);
call fence('kept_apart');

-- The municipalities around a town, for its map.
create table borders (
  place_id uuid not null default current_place() references places (id),
  id uuid not null default new_id(),
  name text not null,
  municipality_key text check (municipality_key ~ '^\d{8}$'),
  geometry jsonb not null,
  primary key (place_id, id),
  unique (place_id, name, municipality_key)
);
comment on table borders is 'organizations: borders of municipalities, drawn on the map';
call fence('borders');
