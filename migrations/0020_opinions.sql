-- The opinion map: short statements, agreed with or not, by people without a name.

create table opinion_rounds (
  place_id uuid not null default current_place() references places (id),
  id uuid not null default new_id(),
  process_id uuid not null,
  slug text not null check (length(slug) between 1 and 120),
  title text not null check (length(title) between 1 and 200),
  question text not null check (length(question) between 1 and 1000),
  words text not null default '' check (length(words) <= 4000),
  takes_statements boolean not null default true,
  state text not null default 'draft' check (state in ('draft', 'open', 'closed')),
  statement_count integer not null default 0,
  participant_count integer not null default 0,
  -- Counts every vote and every moderation, so that a computation knows what it has seen.
  revision bigint not null default 0,
  -- The map as of a revision, computed beside the house.
  result jsonb,
  result_revision bigint,
  result_hash text,
  computed_at timestamptz,
  made_by uuid,
  made_at timestamptz not null default current_moment(),
  changed_at timestamptz not null default current_moment(),
  primary key (place_id, id),
  unique (place_id, slug),
  foreign key (place_id, process_id) references processes (place_id, id) on delete cascade,
  foreign key (place_id, made_by) references people (place_id, id)
);
comment on table opinion_rounds is 'participation: one question about which opinions are laid on a map';
create index opinion_rounds_process on opinion_rounds (place_id, process_id);
create index opinion_rounds_maker on opinion_rounds (place_id, made_by);
call fence('opinion_rounds');

-- A device that takes part. It has no name: political opinions are nobody's file.
create table opinion_participants (
  place_id uuid not null default current_place() references places (id),
  id uuid not null default gen_random_uuid(),
  round_id uuid not null,
  -- For the map and the export; drawn in the order of coming.
  number integer not null,
  token_hash bytea,
  how text not null default 'online' check (how in ('online', 'paper')),
  primary key (place_id, id),
  unique (place_id, round_id, number),
  foreign key (place_id, round_id) references opinion_rounds (place_id, id) on delete cascade
);
comment on table opinion_participants is 'participation: a device, or a sheet of paper, that gives its opinion';
create unique index opinion_participants_token on opinion_participants (place_id, round_id, token_hash);
call fence('opinion_participants');

create table statements (
  place_id uuid not null default current_place() references places (id),
  id uuid not null default new_id(),
  round_id uuid not null,
  number integer not null,
  text text not null check (length(text) between 1 and 200),
  -- The language in which it was written, and what the office translated: {"hsb": …}.
  language text not null default 'de',
  translations jsonb not null default '{}',
  source text not null default 'office' check (source in ('office', 'participant', 'survey', 'workshop')),
  -- Said in words where it comes from: "Werkstatt 12. Mai, Tisch 2".
  source_words text not null default '' check (length(source_words) <= 300),
  participant_id uuid,
  -- About the conversation itself rather than its subject.
  meta boolean not null default false,
  state text not null default 'waiting' check (state in ('waiting', 'accepted', 'declined')),
  agreed integer not null default 0,
  disagreed integer not null default 0,
  passed integer not null default 0,
  made_at timestamptz not null default current_moment(),
  primary key (place_id, id),
  unique (place_id, round_id, number),
  foreign key (place_id, round_id) references opinion_rounds (place_id, id) on delete cascade,
  foreign key (place_id, participant_id) references opinion_participants (place_id, id) on delete set null (participant_id)
);
comment on table statements is 'participation: a short sentence one can agree with or not';
create index statements_round on statements (place_id, round_id, state, number);
create index statements_participant on statements (place_id, participant_id);
call fence('statements');

create table statement_votes (
  place_id uuid not null default current_place() references places (id),
  round_id uuid not null,
  participant_id uuid not null,
  statement_id uuid not null,
  -- 1 agrees, -1 disagrees, 0 passes.
  vote smallint not null check (vote between -1 and 1),
  primary key (place_id, participant_id, statement_id),
  foreign key (place_id, round_id) references opinion_rounds (place_id, id) on delete cascade,
  foreign key (place_id, participant_id) references opinion_participants (place_id, id) on delete cascade,
  foreign key (place_id, statement_id) references statements (place_id, id) on delete cascade
);
comment on table statement_votes is 'participation: what a device says to a statement; the last word counts';
create index statement_votes_round on statement_votes (place_id, round_id);
create index statement_votes_statement on statement_votes (place_id, statement_id);
call fence('statement_votes');
