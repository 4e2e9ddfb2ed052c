-- The strategy: its text in versions and amendments; fields, objectives, measures, indicators and what partners give.

create table strategy_versions (
  place_id uuid not null default current_place() references places (id),
  id uuid not null default new_id(),
  number integer not null check (number >= 1),
  title text not null check (length(title) between 1 and 200),
  vision text not null default '' check (length(vision) <= 6000),
  -- The same in easy words, typed by the office.
  easy_words text not null default '' check (length(easy_words) <= 20000),
  state text not null default 'draft' check (state in ('draft', 'amending', 'settling', 'adopted', 'replaced')),
  amend_until timestamptz,
  -- The version this one came of.
  based_on_id uuid,
  adopted_on date,
  resolution_id uuid,
  hash text,
  file_id uuid,
  made_by uuid,
  made_at timestamptz not null default current_moment(),
  changed_at timestamptz not null default current_moment(),
  primary key (place_id, id),
  unique (place_id, number),
  check ((state in ('adopted', 'replaced')) = (adopted_on is not null)),
  check ((adopted_on is null) = (hash is null)),
  check (state <> 'amending' or amend_until is not null),
  foreign key (place_id, based_on_id) references strategy_versions (place_id, id),
  foreign key (place_id, resolution_id) references resolutions (place_id, id),
  foreign key (place_id, file_id) references files (place_id, id),
  foreign key (place_id, made_by) references people (place_id, id)
);
comment on table strategy_versions is 'strategy: one version of its text, from draft to adopted';
create index strategy_versions_base on strategy_versions (place_id, based_on_id);
create index strategy_versions_resolution on strategy_versions (place_id, resolution_id);
create index strategy_versions_file on strategy_versions (place_id, file_id);
create index strategy_versions_maker on strategy_versions (place_id, made_by);
call fence('strategy_versions');

create function keep_adopted_version() returns trigger language plpgsql as $$
begin
  if old.state in ('adopted', 'replaced') and (new.number, new.title, new.vision, new.adopted_on, new.hash)
    is distinct from (old.number, old.title, old.vision, old.adopted_on, old.hash) then
    raise exception 'an adopted version never changes';
  end if;
  return new;
end $$;
create trigger keep_adopted before update on strategy_versions
  for each row execute function keep_adopted_version();

-- Fields of action: the seed's seven, or the town's own.
create table action_fields (
  place_id uuid not null default current_place() references places (id),
  id uuid not null default new_id(),
  slug text not null check (length(slug) between 1 and 120),
  position integer not null,
  title text not null check (length(title) between 1 and 300),
  words text not null default '' check (length(words) <= 6000),
  ended_on date,
  primary key (place_id, id),
  unique (place_id, slug)
);
comment on table action_fields is 'strategy: a field of action';
call fence('action_fields');

-- A paragraph stays the same thing through all versions, whatever its words.
create table paragraphs (
  place_id uuid not null default current_place() references places (id),
  id uuid not null default new_id(),
  made_at timestamptz not null default current_moment(),
  primary key (place_id, id)
);
comment on table paragraphs is 'strategy: a paragraph, the same through all versions';
call fence('paragraphs');

create table paragraph_texts (
  place_id uuid not null default current_place() references places (id),
  version_id uuid not null,
  paragraph_id uuid not null,
  position integer not null,
  kind text not null default 'text' check (kind in ('heading', 'text')),
  words text not null check (length(words) between 1 and 10000),
  field_id uuid,
  primary key (place_id, version_id, paragraph_id),
  foreign key (place_id, version_id) references strategy_versions (place_id, id) on delete cascade,
  foreign key (place_id, paragraph_id) references paragraphs (place_id, id),
  foreign key (place_id, field_id) references action_fields (place_id, id)
);
comment on table paragraph_texts is 'strategy: the words of a paragraph in one version';
create index paragraph_texts_paragraph on paragraph_texts (place_id, paragraph_id);
create index paragraph_texts_field on paragraph_texts (place_id, field_id);
call fence('paragraph_texts');

create table amendments (
  place_id uuid not null default current_place() references places (id),
  id uuid not null default new_id(),
  number integer not null check (number >= 1),
  version_id uuid not null,
  -- The paragraph that changes, or after which a new one stands; empty: at the very beginning.
  paragraph_id uuid,
  action text not null check (action in ('change', 'insert', 'delete')),
  -- The operations on the words of the base (methods/amendment.ts), and the words as they would read.
  operations jsonb not null default '[]',
  words text not null default '' check (length(words) <= 10000),
  reason text not null check (length(reason) between 1 and 4000),
  -- An amendment of an amendment; one level.
  amends_id uuid,
  author_kind text not null check (author_kind in ('seat', 'organization', 'citizen', 'office')),
  seat_id uuid,
  organization_id uuid,
  person_id uuid,
  name text not null default '' check (length(name) <= 200),
  sector text check (sector in ('civil', 'public', 'business')),
  state text not null default 'submitted'
    check (state in ('submitted', 'open', 'accepted', 'declined', 'withdrawn', 'review', 'hidden')),
  state_words text not null default '' check (length(state_words) <= 4000),
  recommendation text check (recommendation in ('accept', 'decline', 'discuss')),
  recommendation_words text not null default '' check (length(recommendation_words) <= 4000),
  -- The version in which it stands, and the resolution that took it over.
  merged_into_id uuid,
  resolution_id uuid,
  made_at timestamptz not null default current_moment(),
  changed_at timestamptz not null default current_moment(),
  decided_at timestamptz,
  primary key (place_id, id),
  unique (place_id, number),
  check (action = 'insert' or paragraph_id is not null),
  check (action = 'delete' or words <> ''),
  foreign key (place_id, version_id) references strategy_versions (place_id, id),
  foreign key (place_id, paragraph_id) references paragraphs (place_id, id),
  foreign key (place_id, amends_id) references amendments (place_id, id),
  foreign key (place_id, seat_id) references seats (place_id, id),
  foreign key (place_id, organization_id) references organizations (place_id, id),
  foreign key (place_id, person_id) references people (place_id, id),
  foreign key (place_id, merged_into_id) references strategy_versions (place_id, id),
  foreign key (place_id, resolution_id) references resolutions (place_id, id)
);
comment on table amendments is 'strategy: somebody wants a paragraph to read otherwise, and why';
create index amendments_version on amendments (place_id, version_id, state);
create index amendments_paragraph on amendments (place_id, paragraph_id);
create index amendments_amended on amendments (place_id, amends_id);
create index amendments_seat on amendments (place_id, seat_id);
create index amendments_organization on amendments (place_id, organization_id);
create index amendments_person on amendments (place_id, person_id);
create index amendments_merged on amendments (place_id, merged_into_id);
create index amendments_resolution on amendments (place_id, resolution_id);
call fence('amendments');

create table amendment_packages (
  place_id uuid not null default current_place() references places (id),
  id uuid not null default new_id(),
  number integer not null check (number >= 1),
  version_id uuid not null,
  title text not null check (length(title) between 1 and 200),
  -- Who gives what, and gets what for it.
  words text not null default '' check (length(words) <= 6000),
  state text not null default 'open' check (state in ('open', 'agreed', 'failed', 'withdrawn')),
  state_words text not null default '' check (length(state_words) <= 2000),
  made_by uuid,
  made_at timestamptz not null default current_moment(),
  changed_at timestamptz not null default current_moment(),
  primary key (place_id, id),
  unique (place_id, number),
  foreign key (place_id, version_id) references strategy_versions (place_id, id),
  foreign key (place_id, made_by) references people (place_id, id)
);
comment on table amendment_packages is 'strategy: amendments that are taken together or not at all';
create index amendment_packages_version on amendment_packages (place_id, version_id);
create index amendment_packages_maker on amendment_packages (place_id, made_by);
call fence('amendment_packages');

create table package_amendments (
  place_id uuid not null default current_place() references places (id),
  package_id uuid not null,
  amendment_id uuid not null,
  primary key (place_id, package_id, amendment_id),
  foreign key (place_id, package_id) references amendment_packages (place_id, id) on delete cascade,
  foreign key (place_id, amendment_id) references amendments (place_id, id) on delete cascade
);
comment on table package_amendments is 'strategy: which amendments a package holds';
create index package_amendments_amendment on package_amendments (place_id, amendment_id);
call fence('package_amendments');

-- Who can live with what; whoever cannot says why, and what would be needed.
create table stances (
  place_id uuid not null default current_place() references places (id),
  id uuid not null default new_id(),
  amendment_id uuid,
  package_id uuid,
  seat_id uuid not null,
  stance text not null check (stance in ('support', 'canLive', 'cannotLive')),
  reason text not null default '' check (length(reason) <= 2000),
  change text not null default '' check (length(change) <= 2000),
  made_by uuid,
  made_at timestamptz not null default current_moment(),
  changed_at timestamptz not null default current_moment(),
  primary key (place_id, id),
  unique (place_id, amendment_id, seat_id),
  unique (place_id, package_id, seat_id),
  check ((amendment_id is null) <> (package_id is null)),
  check (stance <> 'cannotLive' or (reason <> '' and change <> '')),
  foreign key (place_id, amendment_id) references amendments (place_id, id) on delete cascade,
  foreign key (place_id, package_id) references amendment_packages (place_id, id) on delete cascade,
  foreign key (place_id, seat_id) references seats (place_id, id),
  foreign key (place_id, made_by) references people (place_id, id)
);
comment on table stances is 'strategy: whether a seat can live with an amendment or a package';
create index stances_seat on stances (place_id, seat_id);
create index stances_maker on stances (place_id, made_by);
call fence('stances');

-- The objectives of the consortium, in their field of action.
create table strategy_objectives (
  place_id uuid not null default current_place() references places (id),
  topic_id uuid not null,
  field_id uuid not null,
  position integer not null default 0,
  until_year integer check (until_year between 2000 and 2200),
  primary key (place_id, topic_id),
  foreign key (place_id, topic_id) references topics (place_id, id),
  foreign key (place_id, field_id) references action_fields (place_id, id)
);
comment on table strategy_objectives is 'strategy: an objective of the consortium in a field of action';
create index strategy_objectives_field on strategy_objectives (place_id, field_id);
call fence('strategy_objectives');

create table measures (
  place_id uuid not null default current_place() references places (id),
  id uuid not null default new_id(),
  number integer not null check (number >= 1),
  title text not null check (length(title) between 1 and 300),
  words text not null default '' check (length(words) <= 10000),
  topic_id uuid not null,
  organization_id uuid,
  owner_words text not null default '' check (length(owner_words) <= 200),
  budget_cents bigint check (budget_cents between 0 and 100000000000),
  budget_words text not null default '' check (length(budget_words) <= 500),
  starts_on date not null,
  due_on date not null,
  state text not null default 'planned' check (state in ('planned', 'running', 'done', 'changed', 'dropped')),
  -- How it goes, said with a reason: green as planned, yellow late or thin, red stuck.
  light text not null default 'green' check (light in ('green', 'yellow', 'red')),
  state_words text not null default '' check (length(state_words) <= 4000),
  checked_on date,
  check_on date,
  public boolean not null default true,
  made_by uuid,
  made_at timestamptz not null default current_moment(),
  changed_at timestamptz not null default current_moment(),
  primary key (place_id, id),
  unique (place_id, number),
  check (due_on >= starts_on),
  foreign key (place_id, topic_id) references strategy_objectives (place_id, topic_id),
  foreign key (place_id, organization_id) references organizations (place_id, id),
  foreign key (place_id, made_by) references people (place_id, id)
);
comment on table measures is 'strategy: what is done for an objective, by whom until when';
create index measures_topic on measures (place_id, topic_id);
create index measures_organization on measures (place_id, organization_id);
create index measures_due on measures (place_id, state, due_on);
create index measures_maker on measures (place_id, made_by);
call fence('measures');

create table measure_milestones (
  place_id uuid not null default current_place() references places (id),
  id uuid not null default new_id(),
  measure_id uuid not null,
  title text not null check (length(title) between 1 and 300),
  due_on date not null,
  done_on date,
  primary key (place_id, id),
  foreign key (place_id, measure_id) references measures (place_id, id) on delete cascade
);
comment on table measure_milestones is 'strategy: a step on the way of a measure';
create index measure_milestones_measure on measure_milestones (place_id, measure_id, due_on);
call fence('measure_milestones');

create table measure_updates (
  place_id uuid not null default current_place() references places (id),
  id uuid not null default new_id(),
  measure_id uuid not null,
  happened_on date not null,
  state text not null check (state in ('planned', 'running', 'done', 'changed', 'dropped')),
  light text not null check (light in ('green', 'yellow', 'red')),
  words text not null check (length(words) between 1 and 4000),
  file_id uuid,
  made_by uuid,
  made_at timestamptz not null default current_moment(),
  primary key (place_id, id),
  foreign key (place_id, measure_id) references measures (place_id, id) on delete cascade,
  foreign key (place_id, file_id) references files (place_id, id),
  foreign key (place_id, made_by) references people (place_id, id)
);
comment on table measure_updates is 'strategy: how a measure went on, and why';
create index measure_updates_measure on measure_updates (place_id, measure_id, happened_on);
create index measure_updates_file on measure_updates (place_id, file_id);
create index measure_updates_maker on measure_updates (place_id, made_by);
call fence('measure_updates');

create table indicators (
  place_id uuid not null default current_place() references places (id),
  id uuid not null default new_id(),
  number integer not null check (number >= 1),
  -- What it shows: an objective, or one measure for it.
  topic_id uuid,
  measure_id uuid,
  title text not null check (length(title) between 1 and 300),
  unit text not null check (length(unit) between 1 and 60),
  direction text not null default 'up' check (direction in ('up', 'down')),
  baseline double precision not null,
  baseline_on date not null,
  baseline_source text not null check (length(baseline_source) between 1 and 500),
  target double precision not null,
  target_on date not null,
  primary key (place_id, id),
  unique (place_id, number),
  check ((topic_id is null) <> (measure_id is null)),
  check (target_on > baseline_on),
  foreign key (place_id, topic_id) references strategy_objectives (place_id, topic_id),
  foreign key (place_id, measure_id) references measures (place_id, id) on delete cascade
);
comment on table indicators is 'strategy: what shows whether it works: from where, to where, until when';
create index indicators_topic on indicators (place_id, topic_id);
create index indicators_measure on indicators (place_id, measure_id);
call fence('indicators');

create table indicator_values (
  place_id uuid not null default current_place() references places (id),
  id uuid not null default new_id(),
  indicator_id uuid not null,
  value double precision not null,
  measured_on date not null,
  source text not null check (length(source) between 1 and 500),
  made_by uuid,
  made_at timestamptz not null default current_moment(),
  primary key (place_id, id),
  unique (place_id, indicator_id, measured_on),
  foreign key (place_id, indicator_id) references indicators (place_id, id) on delete cascade,
  foreign key (place_id, made_by) references people (place_id, id)
);
comment on table indicator_values is 'strategy: what an indicator came to on a day, and who says so';
create index indicator_values_maker on indicator_values (place_id, made_by);
call fence('indicator_values');

create table measure_commitments (
  place_id uuid not null default current_place() references places (id),
  id uuid not null default new_id(),
  measure_id uuid not null,
  organization_id uuid not null,
  kind text not null check (kind in ('hours', 'people', 'room', 'things', 'money')),
  -- Hours and people a year, rooms and things in number, money in cents.
  amount double precision not null check (amount > 0),
  words text not null check (length(words) between 1 and 500),
  starts_on date not null,
  ends_on date not null,
  state text not null default 'offered' check (state in ('offered', 'confirmed', 'declined', 'ended')),
  state_words text not null default '' check (length(state_words) <= 1000),
  -- What was really given so far.
  given double precision not null default 0 check (given >= 0),
  given_on date,
  renews_id uuid,
  answered_by uuid,
  answered_at timestamptz,
  made_by uuid,
  made_at timestamptz not null default current_moment(),
  changed_at timestamptz not null default current_moment(),
  primary key (place_id, id),
  check (ends_on >= starts_on),
  foreign key (place_id, measure_id) references measures (place_id, id),
  foreign key (place_id, organization_id) references organizations (place_id, id),
  foreign key (place_id, renews_id) references measure_commitments (place_id, id),
  foreign key (place_id, answered_by) references people (place_id, id),
  foreign key (place_id, made_by) references people (place_id, id)
);
comment on table measure_commitments is 'strategy: what a partner gives for a measure, from when to when';
create index measure_commitments_measure on measure_commitments (place_id, measure_id);
create index measure_commitments_organization on measure_commitments (place_id, organization_id, state);
create index measure_commitments_renewed on measure_commitments (place_id, renews_id);
create index measure_commitments_answerer on measure_commitments (place_id, answered_by);
create index measure_commitments_maker on measure_commitments (place_id, made_by);
create index measure_commitments_end on measure_commitments (place_id, state, ends_on);
call fence('measure_commitments');
