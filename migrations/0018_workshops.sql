-- Workshops: from the card on the table to the step with an owner.

create table workshops (
  place_id uuid not null default current_place() references places (id),
  id uuid not null default new_id(),
  slug text not null check (length(slug) between 1 and 120),
  title text not null check (length(title) between 1 and 300),
  question text not null default '' check (length(question) <= 1000),
  words text not null default '' check (length(words) <= 10000),
  state text not null default 'draft' check (state in ('draft', 'announced', 'running', 'correcting', 'finished', 'canceled')),
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  where_text text not null default '' check (length(where_text) <= 500),
  access_words text not null default '' check (length(access_words) <= 1000),
  seats integer not null default 40 check (seats between 2 and 1000),
  -- The word with which phones in the hall come in; shown on the screen of the hall.
  hall_code text not null,
  correct_until date,
  -- The number of the last card.
  card_count integer not null default 0,
  made_by uuid,
  made_at timestamptz not null default current_moment(),
  changed_at timestamptz not null default current_moment(),
  primary key (place_id, id),
  unique (place_id, slug),
  unique (place_id, hall_code),
  check (ends_at > starts_at),
  foreign key (place_id, made_by) references people (place_id, id)
);
comment on table workshops is 'workshops: people work something out together on a day';
create index workshops_start on workshops (place_id, starts_at);
create index workshops_maker on workshops (place_id, made_by);
call fence('workshops');

create table workshop_phases (
  place_id uuid not null default current_place() references places (id),
  id uuid not null default new_id(),
  workshop_id uuid not null,
  kind text not null default 'other' check (kind in ('critique', 'vision', 'realization', 'other')),
  title text not null check (length(title) between 1 and 200),
  question text not null default '' check (length(question) <= 1000),
  minutes integer not null default 45 check (minutes between 5 and 600),
  position integer not null default 0,
  -- How many dots everybody has for the clusters of this phase.
  dots integer not null default 3 check (dots between 0 and 20),
  -- How many people gave the dots that were counted from paper.
  paper_people integer not null default 0 check (paper_people between 0 and 10000),
  -- Cards are taken in, dots are given, or neither.
  takes text not null default 'nothing' check (takes in ('nothing', 'cards', 'dots')),
  primary key (place_id, id),
  foreign key (place_id, workshop_id) references workshops (place_id, id) on delete cascade
);
comment on table workshop_phases is 'workshops: a part of the day with a question of its own';
create index workshop_phases_workshop on workshop_phases (place_id, workshop_id, position);
call fence('workshop_phases');

create table workshop_tables (
  place_id uuid not null default current_place() references places (id),
  id uuid not null default new_id(),
  workshop_id uuid not null,
  title text not null check (length(title) between 1 and 200),
  question text not null default '' check (length(question) <= 1000),
  host_name text not null default '' check (length(host_name) <= 200),
  position integer not null default 0,
  primary key (place_id, id),
  foreign key (place_id, workshop_id) references workshops (place_id, id) on delete cascade
);
comment on table workshop_tables is 'workshops: where some sit together about one theme';
create index workshop_tables_workshop on workshop_tables (place_id, workshop_id, position);
call fence('workshop_tables');

create table workshop_registrations (
  place_id uuid not null default current_place() references places (id),
  id uuid not null default new_id(),
  workshop_id uuid not null,
  person_id uuid,
  name text not null check (length(name) between 1 and 200),
  email text not null default '' check (length(email) <= 254),
  phone text not null default '' check (length(phone) <= 60),
  organization_name text not null default '' check (length(organization_name) <= 300),
  sector text check (sector in ('civil', 'public', 'business')),
  table_id uuid,
  needs text not null default '' check (length(needs) <= 1000),
  photo_consent boolean not null default false,
  state text not null default 'registered' check (state in ('registered', 'waiting', 'canceled')),
  present boolean not null default false,
  token_hash bytea,
  made_at timestamptz not null default current_moment(),
  primary key (place_id, id),
  foreign key (place_id, workshop_id) references workshops (place_id, id) on delete cascade,
  foreign key (place_id, table_id) references workshop_tables (place_id, id) on delete set null (table_id),
  foreign key (place_id, person_id) references people (place_id, id)
);
comment on table workshop_registrations is 'workshops: who comes to a workshop, and who waits';
create index workshop_registrations_workshop on workshop_registrations (place_id, workshop_id, state);
create index workshop_registrations_table on workshop_registrations (place_id, table_id);
create unique index workshop_registrations_once on workshop_registrations (place_id, workshop_id, person_id) where state <> 'canceled';
create index workshop_registrations_person on workshop_registrations (place_id, person_id);
create unique index workshop_registrations_token on workshop_registrations (place_id, token_hash);
call fence('workshop_registrations');

-- A phone in the hall. It has no name; it can write cards, give its dots and say afterwards what was not meant.
create table workshop_guests (
  place_id uuid not null default current_place() references places (id),
  id uuid not null default gen_random_uuid(),
  workshop_id uuid not null,
  table_id uuid,
  token_hash bytea not null,
  is_host boolean not null default false,
  made_at timestamptz not null default current_moment(),
  primary key (place_id, id),
  unique (place_id, token_hash),
  foreign key (place_id, workshop_id) references workshops (place_id, id) on delete cascade,
  foreign key (place_id, table_id) references workshop_tables (place_id, id) on delete set null (table_id)
);
comment on table workshop_guests is 'workshops: a phone in the hall';
create index workshop_guests_workshop on workshop_guests (place_id, workshop_id);
create index workshop_guests_table on workshop_guests (place_id, table_id);
call fence('workshop_guests');

create table card_clusters (
  place_id uuid not null default current_place() references places (id),
  id uuid not null default new_id(),
  workshop_id uuid not null,
  phase_id uuid not null,
  title text not null check (length(title) between 1 and 200),
  -- What the cards say together; the correction round is about this.
  words text not null default '' check (length(words) <= 4000),
  position integer not null default 0,
  made_at timestamptz not null default current_moment(),
  changed_at timestamptz not null default current_moment(),
  primary key (place_id, id),
  foreign key (place_id, workshop_id) references workshops (place_id, id) on delete cascade,
  foreign key (place_id, phase_id) references workshop_phases (place_id, id)
);
comment on table card_clusters is 'workshops: cards that belong together';
create index card_clusters_workshop on card_clusters (place_id, workshop_id, phase_id, position);
create index card_clusters_phase on card_clusters (place_id, phase_id);
call fence('card_clusters');

create table cards (
  place_id uuid not null default current_place() references places (id),
  id uuid not null default new_id(),
  workshop_id uuid not null,
  phase_id uuid not null,
  table_id uuid,
  guest_id uuid,
  number integer not null,
  -- Made by the phone before it is sent, so that a card sent again is not a second card.
  client_key text not null check (length(client_key) between 8 and 64),
  text text not null check (length(text) between 1 and 500),
  how text not null default 'phone' check (how in ('phone', 'paper')),
  -- A photo of the paper.
  file_id uuid,
  cluster_id uuid,
  position integer not null default 0,
  withdrawn_at timestamptz,
  made_at timestamptz not null default current_moment(),
  changed_at timestamptz not null default current_moment(),
  primary key (place_id, id),
  unique (place_id, workshop_id, client_key),
  unique (place_id, workshop_id, number),
  foreign key (place_id, workshop_id) references workshops (place_id, id) on delete cascade,
  foreign key (place_id, phase_id) references workshop_phases (place_id, id),
  foreign key (place_id, table_id) references workshop_tables (place_id, id) on delete set null (table_id),
  foreign key (place_id, guest_id) references workshop_guests (place_id, id) on delete set null (guest_id),
  foreign key (place_id, file_id) references files (place_id, id),
  foreign key (place_id, cluster_id) references card_clusters (place_id, id) on delete set null (cluster_id)
);
comment on table cards is 'workshops: one thought on one card';
create index cards_phase on cards (place_id, phase_id, cluster_id, position);
create index cards_changed on cards (place_id, workshop_id, changed_at);
create index cards_cluster on cards (place_id, cluster_id);
create index cards_table on cards (place_id, table_id);
create index cards_guest on cards (place_id, guest_id);
create index cards_file on cards (place_id, file_id);
call fence('cards');

create table workshop_dots (
  place_id uuid not null default current_place() references places (id),
  id uuid not null default new_id(),
  workshop_id uuid not null,
  cluster_id uuid not null,
  -- Null when they were counted from paper.
  guest_id uuid,
  count integer not null check (count between 1 and 10000),
  made_at timestamptz not null default current_moment(),
  primary key (place_id, id),
  unique (place_id, cluster_id, guest_id),
  foreign key (place_id, workshop_id) references workshops (place_id, id) on delete cascade,
  foreign key (place_id, cluster_id) references card_clusters (place_id, id) on delete cascade,
  foreign key (place_id, guest_id) references workshop_guests (place_id, id) on delete cascade
);
comment on table workshop_dots is 'workshops: what weighs how much for whom';
create unique index workshop_dots_paper on workshop_dots (place_id, cluster_id) where guest_id is null;
create index workshop_dots_workshop on workshop_dots (place_id, workshop_id);
create index workshop_dots_guest on workshop_dots (place_id, guest_id);
call fence('workshop_dots');

-- "That is not what we meant": said after the day, answered before the report is sealed.
create table workshop_corrections (
  place_id uuid not null default current_place() references places (id),
  id uuid not null default new_id(),
  workshop_id uuid not null,
  cluster_id uuid not null,
  guest_id uuid,
  registration_id uuid,
  words text not null check (length(words) between 1 and 2000),
  state text not null default 'open' check (state in ('open', 'taken', 'declined')),
  reply text not null default '' check (length(reply) <= 2000),
  decided_by uuid,
  decided_at timestamptz,
  made_at timestamptz not null default current_moment(),
  primary key (place_id, id),
  foreign key (place_id, workshop_id) references workshops (place_id, id) on delete cascade,
  foreign key (place_id, cluster_id) references card_clusters (place_id, id) on delete cascade,
  foreign key (place_id, guest_id) references workshop_guests (place_id, id) on delete set null (guest_id),
  foreign key (place_id, registration_id) references workshop_registrations (place_id, id) on delete set null (registration_id),
  foreign key (place_id, decided_by) references people (place_id, id)
);
comment on table workshop_corrections is 'workshops: somebody says what was not meant';
create index workshop_corrections_workshop on workshop_corrections (place_id, workshop_id, state);
create index workshop_corrections_cluster on workshop_corrections (place_id, cluster_id);
create index workshop_corrections_guest on workshop_corrections (place_id, guest_id);
create index workshop_corrections_registration on workshop_corrections (place_id, registration_id);
create index workshop_corrections_decider on workshop_corrections (place_id, decided_by);
call fence('workshop_corrections');

create table workshop_steps (
  place_id uuid not null default current_place() references places (id),
  id uuid not null default new_id(),
  workshop_id uuid not null,
  cluster_id uuid,
  title text not null check (length(title) between 1 and 300),
  words text not null default '' check (length(words) <= 4000),
  organization_id uuid,
  owner_id uuid,
  owner_name text not null default '' check (length(owner_name) <= 200),
  due_on date not null,
  state text not null default 'planned' check (state in ('planned', 'started', 'done', 'dropped')),
  state_words text not null default '' check (length(state_words) <= 1000),
  made_by uuid,
  made_at timestamptz not null default current_moment(),
  changed_at timestamptz not null default current_moment(),
  primary key (place_id, id),
  foreign key (place_id, workshop_id) references workshops (place_id, id) on delete cascade,
  foreign key (place_id, cluster_id) references card_clusters (place_id, id) on delete set null (cluster_id),
  foreign key (place_id, organization_id) references organizations (place_id, id),
  foreign key (place_id, owner_id) references people (place_id, id),
  foreign key (place_id, made_by) references people (place_id, id)
);
comment on table workshop_steps is 'workshops: who does what until when';
create index workshop_steps_workshop on workshop_steps (place_id, workshop_id, due_on);
create index workshop_steps_cluster on workshop_steps (place_id, cluster_id);
create index workshop_steps_organization on workshop_steps (place_id, organization_id);
create index workshop_steps_owner on workshop_steps (place_id, owner_id);
create index workshop_steps_maker on workshop_steps (place_id, made_by);
call fence('workshop_steps');

-- Photos of walls and of people stay in the office until somebody says otherwise; all other files are for everybody.
alter table files add column for_office boolean not null default false;

create table workshop_photos (
  place_id uuid not null default current_place() references places (id),
  id uuid not null default new_id(),
  workshop_id uuid not null,
  file_id uuid not null,
  caption text not null default '' check (length(caption) <= 500),
  -- Evidence stays in the office; a photo for the report needs the consent of those on it.
  use text not null default 'evidence' check (use in ('evidence', 'report')),
  consent_words text not null default '' check (length(consent_words) <= 500),
  position integer not null default 0,
  made_by uuid,
  made_at timestamptz not null default current_moment(),
  primary key (place_id, id),
  check (use = 'evidence' or consent_words <> ''),
  foreign key (place_id, workshop_id) references workshops (place_id, id) on delete cascade,
  foreign key (place_id, file_id) references files (place_id, id),
  foreign key (place_id, made_by) references people (place_id, id)
);
comment on table workshop_photos is 'workshops: a picture of the day';
create index workshop_photos_workshop on workshop_photos (place_id, workshop_id, position);
create index workshop_photos_file on workshop_photos (place_id, file_id);
create index workshop_photos_maker on workshop_photos (place_id, made_by);
call fence('workshop_photos');

alter table tasks drop constraint tasks_kind_check;
alter table tasks add constraint tasks_kind_check check (kind in ('inquiry', 'appointment', 'release', 'answer',
  'trial', 'follow_up', 'review', 'stale', 'claim', 'double', 'reminder', 'proposal', 'shift', 'feed', 'survey',
  'workshop'));
