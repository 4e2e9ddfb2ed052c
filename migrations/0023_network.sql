-- The network: who works together with whom, since when and until when, and the groups that do it. Organizations only, never citizens.

create table cooperations (
  place_id uuid not null default current_place() references places (id),
  id uuid not null default new_id(),
  kind text not null check (kind in ('information', 'coordination', 'project', 'structure')),
  topic text not null check (length(topic) between 1 and 300),
  -- What was agreed, in the words of those who did.
  agreement text not null default '' check (length(agreement) <= 6000),
  -- One of the fields of the directory ("sport", "culture"); empty when it is about none.
  field text not null default '' check (length(field) <= 60),
  starts_on date not null,
  ends_on date,
  end_words text not null default '' check (length(end_words) <= 1000),
  -- Public as soon as two of its members confirmed it; the office or its members can keep it internal.
  internal boolean not null default false,
  state text not null default 'proposed' check (state in ('proposed', 'confirmed', 'declined', 'withdrawn')),
  confirmed_at timestamptz,
  -- The cooperation that this one goes on with.
  renews_id uuid,
  -- Who proposed it: an organization, or the office.
  proposed_by_id uuid,
  made_by uuid,
  made_at timestamptz not null default current_moment(),
  changed_at timestamptz not null default current_moment(),
  primary key (place_id, id),
  check (ends_on is null or ends_on >= starts_on),
  check (state <> 'confirmed' or confirmed_at is not null),
  foreign key (place_id, renews_id) references cooperations (place_id, id),
  foreign key (place_id, proposed_by_id) references organizations (place_id, id),
  foreign key (place_id, made_by) references people (place_id, id)
);
comment on table cooperations is 'network: organizations that work together, about what and since when';
create index cooperations_state on cooperations (place_id, state, starts_on);
create index cooperations_renewed on cooperations (place_id, renews_id);
create index cooperations_proposer on cooperations (place_id, proposed_by_id);
create index cooperations_maker on cooperations (place_id, made_by);
call fence('cooperations');

create table cooperation_members (
  place_id uuid not null default current_place() references places (id),
  cooperation_id uuid not null,
  organization_id uuid not null,
  state text not null default 'proposed' check (state in ('proposed', 'confirmed', 'declined')),
  -- What it corrects, or why it declines.
  words text not null default '' check (length(words) <= 2000),
  answered_by uuid,
  answered_at timestamptz,
  -- When it came later or left earlier than the cooperation itself.
  joined_on date,
  left_on date,
  primary key (place_id, cooperation_id, organization_id),
  foreign key (place_id, cooperation_id) references cooperations (place_id, id) on delete cascade,
  foreign key (place_id, organization_id) references organizations (place_id, id),
  foreign key (place_id, answered_by) references people (place_id, id)
);
comment on table cooperation_members is 'network: an organization in a cooperation, and whether it confirmed it';
create index cooperation_members_organization on cooperation_members (place_id, organization_id, state);
create index cooperation_members_answerer on cooperation_members (place_id, answered_by);
call fence('cooperation_members');

create table cooperation_evidence (
  place_id uuid not null default current_place() references places (id),
  id uuid not null default new_id(),
  cooperation_id uuid not null,
  kind text not null check (kind in ('meeting', 'contract', 'event', 'survey', 'other')),
  words text not null check (length(words) between 1 and 1000),
  happened_on date not null,
  url text not null default '' check (length(url) <= 1000),
  file_id uuid,
  -- Whether everybody may read the paper.
  public boolean not null default true,
  made_by uuid,
  made_at timestamptz not null default current_moment(),
  primary key (place_id, id),
  foreign key (place_id, cooperation_id) references cooperations (place_id, id) on delete cascade,
  foreign key (place_id, file_id) references files (place_id, id),
  foreign key (place_id, made_by) references people (place_id, id)
);
comment on table cooperation_evidence is 'network: what shows that a cooperation is real';
create index cooperation_evidence_cooperation on cooperation_evidence (place_id, cooperation_id, happened_on);
create index cooperation_evidence_file on cooperation_evidence (place_id, file_id);
create index cooperation_evidence_maker on cooperation_evidence (place_id, made_by);
call fence('cooperation_evidence');

-- The part an organization plays in the town's network: core, supporting, informed.
create table network_actors (
  place_id uuid not null default current_place() references places (id),
  id uuid not null default new_id(),
  organization_id uuid not null,
  part text not null check (part in ('core', 'supporting', 'informed')),
  -- A politician or an elected office speaks for it in the core.
  political boolean not null default false,
  starts_on date not null,
  ends_on date,
  made_by uuid,
  made_at timestamptz not null default current_moment(),
  primary key (place_id, id),
  check (ends_on is null or ends_on >= starts_on),
  foreign key (place_id, organization_id) references organizations (place_id, id),
  foreign key (place_id, made_by) references people (place_id, id)
);
comment on table network_actors is 'network: the part an organization plays in it, from when to when';
create index network_actors_organization on network_actors (place_id, organization_id, starts_on);
create index network_actors_maker on network_actors (place_id, made_by);
call fence('network_actors');

-- What the network came to at the end of a month, computed by a job from dated ties.
create table network_measures (
  place_id uuid not null default current_place() references places (id),
  id uuid not null default new_id(),
  measured_on date not null,
  measures jsonb not null,
  made_at timestamptz not null default current_moment(),
  primary key (place_id, id),
  unique (place_id, measured_on)
);
comment on table network_measures is 'network: its measures on a day';
call fence('network_measures');

-- Where an organization stands in the picture; the same place in every year.
create table network_positions (
  place_id uuid not null default current_place() references places (id),
  organization_id uuid not null,
  x double precision not null,
  y double precision not null,
  primary key (place_id, organization_id),
  foreign key (place_id, organization_id) references organizations (place_id, id) on delete cascade
);
comment on table network_positions is 'network: where an organization stands in the picture';
call fence('network_positions');

create table working_groups (
  place_id uuid not null default current_place() references places (id),
  id uuid not null default new_id(),
  slug text not null check (length(slug) between 1 and 120),
  name text not null check (length(name) between 1 and 200),
  purpose text not null default '' check (length(purpose) <= 6000),
  -- The cooperation that it carries out.
  cooperation_id uuid,
  contact_words text not null default '' check (length(contact_words) <= 500),
  internal boolean not null default false,
  founded_on date not null,
  ended_on date,
  made_by uuid,
  made_at timestamptz not null default current_moment(),
  changed_at timestamptz not null default current_moment(),
  primary key (place_id, id),
  unique (place_id, slug),
  check (ended_on is null or ended_on >= founded_on),
  foreign key (place_id, cooperation_id) references cooperations (place_id, id),
  foreign key (place_id, made_by) references people (place_id, id)
);
comment on table working_groups is 'network: people of several organizations who work on one thing';
create index working_groups_cooperation on working_groups (place_id, cooperation_id);
create index working_groups_maker on working_groups (place_id, made_by);
call fence('working_groups');

create table working_group_members (
  place_id uuid not null default current_place() references places (id),
  id uuid not null default new_id(),
  group_id uuid not null,
  organization_id uuid,
  person_id uuid,
  -- Only the group and the office read names; the public page names organizations.
  name text not null default '' check (length(name) <= 200),
  part text not null default 'member' check (part in ('lead', 'member')),
  starts_on date not null,
  ends_on date,
  primary key (place_id, id),
  check (organization_id is not null or person_id is not null or name <> ''),
  check (ends_on is null or ends_on >= starts_on),
  foreign key (place_id, group_id) references working_groups (place_id, id) on delete cascade,
  foreign key (place_id, organization_id) references organizations (place_id, id),
  foreign key (place_id, person_id) references people (place_id, id)
);
comment on table working_group_members is 'network: who works in a group, and for which organization';
create index working_group_members_group on working_group_members (place_id, group_id);
create index working_group_members_organization on working_group_members (place_id, organization_id);
create index working_group_members_person on working_group_members (place_id, person_id);
call fence('working_group_members');

create table working_group_dates (
  place_id uuid not null default current_place() references places (id),
  id uuid not null default new_id(),
  group_id uuid not null,
  title text not null check (length(title) between 1 and 200),
  words text not null default '' check (length(words) <= 2000),
  where_words text not null default '' check (length(where_words) <= 300),
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  -- Whether others may come along.
  open boolean not null default false,
  canceled boolean not null default false,
  revision integer not null default 0,
  made_by uuid,
  made_at timestamptz not null default current_moment(),
  changed_at timestamptz not null default current_moment(),
  primary key (place_id, id),
  check (ends_at > starts_at),
  foreign key (place_id, group_id) references working_groups (place_id, id) on delete cascade,
  foreign key (place_id, made_by) references people (place_id, id)
);
comment on table working_group_dates is 'network: when a working group meets';
create index working_group_dates_group on working_group_dates (place_id, group_id, starts_at);
create index working_group_dates_start on working_group_dates (place_id, starts_at);
create index working_group_dates_maker on working_group_dates (place_id, made_by);
call fence('working_group_dates');

alter table tasks drop constraint tasks_kind_check;
alter table tasks add constraint tasks_kind_check check (kind in ('inquiry', 'appointment', 'release', 'answer',
  'trial', 'follow_up', 'review', 'stale', 'claim', 'double', 'reminder', 'proposal', 'shift', 'feed', 'survey',
  'workshop', 'participation', 'network', 'consortium', 'strategy', 'thread'));
