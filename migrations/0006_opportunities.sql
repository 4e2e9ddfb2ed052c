-- Where people are needed, and what people wish for.

create table opportunities (
  place_id uuid not null default current_place() references places (id),
  id uuid not null default new_id(),
  slug text not null,
  organization_id uuid not null,
  contact_point_id uuid,
  site_id uuid,
  title text not null check (length(title) between 3 and 160),
  summary text not null default '',
  description text not null default '',
  fields text[] not null default '{}',
  target_groups text[] not null default '{}',
  skills text[] not null default '{}',
  rhythm text not null check (rhythm in ('once', 'weekly', 'monthly', 'flexible', 'slots')),
  -- Seven days of morning, afternoon, evening as 21 bits, Monday morning first; 0 means any time.
  times integer not null default 0 check (times between 0 and 2097151),
  starts_at timestamptz,
  ends_at timestamptz,
  duration_minutes integer check (duration_minutes between 5 and 10080),
  place_kind text not null default 'onsite' check (place_kind in ('onsite', 'remote', 'visit')),
  street text,
  postcode text check (postcode ~ '^\d{5}$'),
  town_name text,
  latitude double precision,
  longitude double precision,
  requirements text not null default '',
  offers text[] not null default '{}',
  accessibility text[] not null default '{}',
  company text not null default 'any' check (company in ('any', 'alone', 'pair', 'team')),
  minimum_age integer check (minimum_age between 6 and 99),
  needs_check boolean not null default false,
  languages text[] not null default '{}',
  languages_required text[] not null default '{}',
  seats integer check (seats between 1 and 1000),
  seats_taken integer not null default 0 check (seats_taken >= 0),
  state text not null default 'draft' check (state in ('draft', 'review', 'published', 'paused', 'ended')),
  state_since timestamptz not null default current_moment(),
  published_at timestamptz,
  confirmed_at timestamptz,
  reminders_sent integer not null default 0,
  source text,
  external_id text,
  made_by uuid,
  made_at timestamptz not null default current_moment(),
  changed_at timestamptz not null default current_moment(),
  search tsvector generated always as (
    setweight(to_tsvector('german_plain', title), 'A')
    || setweight(to_tsvector('german_plain', summary), 'B')
    || setweight(to_tsvector('german_plain', description), 'C')) stored,
  primary key (place_id, id),
  unique (place_id, slug),
  foreign key (place_id, organization_id) references organizations (place_id, id),
  foreign key (place_id, contact_point_id) references contact_points (place_id, id) on delete set null (contact_point_id),
  foreign key (place_id, site_id) references sites (place_id, id) on delete set null (site_id),
  foreign key (place_id, made_by) references people (place_id, id)
);
comment on table opportunities is 'opportunities: where people are needed';
create index opportunities_state on opportunities (place_id, state, published_at desc);
create index opportunities_organization on opportunities (place_id, organization_id);
create index opportunities_contact_point on opportunities (place_id, contact_point_id);
create index opportunities_site on opportunities (place_id, site_id);
create index opportunities_maker on opportunities (place_id, made_by);
create unique index opportunities_source on opportunities (place_id, source, external_id) where external_id is not null;
call fence('opportunities');

create table opportunity_states (
  place_id uuid not null default current_place() references places (id),
  id uuid not null default new_id(),
  opportunity_id uuid not null,
  state text not null check (state in ('draft', 'review', 'published', 'paused', 'ended')),
  reason text not null default '',
  by_id uuid,
  at timestamptz not null default current_moment(),
  primary key (place_id, id),
  foreign key (place_id, opportunity_id) references opportunities (place_id, id) on delete cascade,
  foreign key (place_id, by_id) references people (place_id, id)
);
comment on table opportunity_states is 'opportunities: each state with its author and date';
create index opportunity_states_opportunity on opportunity_states (place_id, opportunity_id, at);
create index opportunity_states_author on opportunity_states (place_id, by_id);
call fence('opportunity_states');

-- Does the offer still hold? One click in the mail answers.
create table confirmations (
  place_id uuid not null default current_place() references places (id),
  id uuid not null default new_id(),
  opportunity_id uuid not null,
  token_hash bytea not null,
  asked_at timestamptz not null default current_moment(),
  answer text check (answer in ('keep', 'edit', 'end')),
  answered_at timestamptz,
  primary key (place_id, id),
  unique (place_id, token_hash),
  foreign key (place_id, opportunity_id) references opportunities (place_id, id) on delete cascade
);
comment on table confirmations is 'opportunities: does it still hold? asked every 90 days';
create index confirmations_opportunity on confirmations (place_id, opportunity_id);
call fence('confirmations');

-- What a person wishes for: only what was answered; an unanswered question counts against nobody.
create table wishes (
  place_id uuid not null default current_place() references places (id),
  person_id uuid not null,
  fields text[] not null default '{}',
  target_groups text[] not null default '{}',
  skills text[] not null default '{}',
  rhythms text[] not null default '{}',
  times integer not null default 0 check (times between 0 and 2097151),
  minutes_per_week integer,
  postcode text check (postcode ~ '^\d{5}$'),
  radius_km integer check (radius_km between 1 and 500),
  mobility text[] not null default '{}',
  accessibility text[] not null default '{}',
  company text check (company in ('alone', 'pair', 'team')),
  languages text[] not null default '{}',
  not_these text[] not null default '{}',
  words text not null default '',
  changed_at timestamptz not null default current_moment(),
  primary key (place_id, person_id),
  foreign key (place_id, person_id) references people (place_id, id) on delete cascade
);
comment on table wishes is 'opportunities: what a person wishes for';
call fence('wishes');
