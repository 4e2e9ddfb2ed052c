-- The consortium: seats of organizations, its rules, meetings, votes, resolutions, minutes and tasks.

create table consortiums (
  place_id uuid not null default current_place() references places (id),
  id uuid not null default new_id(),
  name text not null check (length(name) between 1 and 200),
  -- What it is for, and how its members understand their work together (Markdown).
  purpose text not null default '' check (length(purpose) <= 20000),
  founded_on date not null,
  ended_on date,
  changed_at timestamptz not null default current_moment(),
  primary key (place_id, id),
  unique (place_id)
);
comment on table consortiums is 'consortium: the body that steers; one a town';
call fence('consortiums');

-- The unit of decision is the seat of an organization, not somebody's account.
create table seats (
  place_id uuid not null default current_place() references places (id),
  id uuid not null default new_id(),
  position integer not null default 0,
  title text not null check (length(title) between 1 and 200),
  -- Empty for a person who sits there for themself.
  organization_id uuid,
  sector text not null check (sector in ('civil', 'public', 'business')),
  voting boolean not null default true,
  starts_on date not null,
  ends_on date,
  end_words text not null default '' check (length(end_words) <= 1000),
  made_at timestamptz not null default current_moment(),
  changed_at timestamptz not null default current_moment(),
  primary key (place_id, id),
  check (ends_on is null or ends_on >= starts_on),
  foreign key (place_id, organization_id) references organizations (place_id, id)
);
comment on table seats is 'consortium: a seat with its sector, with or without a vote, from when to when';
create index seats_organization on seats (place_id, organization_id);
call fence('seats');

create table seat_holders (
  place_id uuid not null default current_place() references places (id),
  id uuid not null default new_id(),
  seat_id uuid not null,
  person_id uuid,
  name text not null check (length(name) between 1 and 200),
  part text not null default 'member' check (part in ('member', 'deputy')),
  -- Whether the name stands on the public page: with consent only.
  public boolean not null default false,
  starts_on date not null,
  ends_on date,
  primary key (place_id, id),
  check (ends_on is null or ends_on >= starts_on),
  foreign key (place_id, seat_id) references seats (place_id, id) on delete cascade,
  foreign key (place_id, person_id) references people (place_id, id)
);
comment on table seat_holders is 'consortium: who sits on a seat or stands in, from when to when';
create index seat_holders_seat on seat_holders (place_id, seat_id, starts_on);
create index seat_holders_person on seat_holders (place_id, person_id);
call fence('seat_holders');

create table consortium_offices (
  place_id uuid not null default current_place() references places (id),
  id uuid not null default new_id(),
  kind text not null check (kind in ('patron', 'chair', 'deputyChair')),
  seat_id uuid,
  person_id uuid,
  name text not null check (length(name) between 1 and 200),
  words text not null default '' check (length(words) <= 500),
  public boolean not null default false,
  starts_on date not null,
  ends_on date,
  primary key (place_id, id),
  check (ends_on is null or ends_on >= starts_on),
  foreign key (place_id, seat_id) references seats (place_id, id),
  foreign key (place_id, person_id) references people (place_id, id)
);
comment on table consortium_offices is 'consortium: patron and chair, from when to when';
create index consortium_offices_kind on consortium_offices (place_id, kind, starts_on);
create index consortium_offices_seat on consortium_offices (place_id, seat_id);
create index consortium_offices_person on consortium_offices (place_id, person_id);
call fence('consortium_offices');

-- The rules of procedure as data; a version that was in force never changes.
create table procedure_rules (
  place_id uuid not null default current_place() references places (id),
  id uuid not null default new_id(),
  number integer not null check (number >= 1),
  -- ProcedureRules of methods/resolution.ts.
  rules jsonb not null,
  words text not null default '' check (length(words) <= 20000),
  state text not null default 'draft' check (state in ('draft', 'adopted')),
  valid_from date,
  adopted_at timestamptz,
  made_by uuid,
  made_at timestamptz not null default current_moment(),
  changed_at timestamptz not null default current_moment(),
  primary key (place_id, id),
  unique (place_id, number),
  check ((state = 'adopted') = (valid_from is not null)),
  foreign key (place_id, made_by) references people (place_id, id)
);
comment on table procedure_rules is 'consortium: the rules of procedure, version by version';
create index procedure_rules_maker on procedure_rules (place_id, made_by);
call fence('procedure_rules');

create function keep_adopted_rules() returns trigger language plpgsql as $$
begin
  if old.state = 'adopted' then
    raise exception 'adopted rules never change';
  end if;
  if tg_op = 'DELETE' then
    return old;
  end if;
  return new;
end $$;
create trigger keep_adopted before update or delete on procedure_rules
  for each row execute function keep_adopted_rules();

-- Guiding questions, problem statements and objectives: what the consortium keeps until it is answered.
create table topics (
  place_id uuid not null default current_place() references places (id),
  id uuid not null default new_id(),
  kind text not null check (kind in ('question', 'problem', 'objective')),
  number integer not null check (number >= 1),
  title text not null check (length(title) between 1 and 300),
  words text not null default '' check (length(words) <= 10000),
  state text not null default 'open' check (state in ('open', 'working', 'answered', 'paused', 'dropped')),
  state_words text not null default '' check (length(state_words) <= 4000),
  -- The question a problem belongs to, the problem an objective answers.
  parent_id uuid,
  made_by uuid,
  made_at timestamptz not null default current_moment(),
  changed_at timestamptz not null default current_moment(),
  primary key (place_id, id),
  unique (place_id, number),
  foreign key (place_id, parent_id) references topics (place_id, id),
  foreign key (place_id, made_by) references people (place_id, id)
);
comment on table topics is 'consortium: a guiding question, a problem statement or an objective';
create index topics_kind on topics (place_id, kind, state);
create index topics_parent on topics (place_id, parent_id);
create index topics_maker on topics (place_id, made_by);
call fence('topics');

create table topic_states (
  place_id uuid not null default current_place() references places (id),
  id uuid not null default new_id(),
  topic_id uuid not null,
  state text not null check (state in ('open', 'working', 'answered', 'paused', 'dropped')),
  title text not null,
  words text not null default '' check (length(words) <= 4000),
  made_by uuid,
  made_at timestamptz not null default current_moment(),
  primary key (place_id, id),
  foreign key (place_id, topic_id) references topics (place_id, id) on delete cascade,
  foreign key (place_id, made_by) references people (place_id, id)
);
comment on table topic_states is 'consortium: how a question, problem or objective stood, and why it changed';
create index topic_states_topic on topic_states (place_id, topic_id, made_at);
create index topic_states_maker on topic_states (place_id, made_by);
call fence('topic_states');

create table meeting_series (
  place_id uuid not null default current_place() references places (id),
  id uuid not null default new_id(),
  title text not null check (length(title) between 1 and 200),
  -- A rule of methods/recurrence: "FREQ=MONTHLY;BYDAY=2TU".
  rule text not null check (length(rule) between 1 and 500),
  starts_on date not null,
  ends_on date,
  start_time text not null check (start_time ~ '^\d\d:\d\d$'),
  minutes integer not null check (minutes between 15 and 720),
  where_words text not null default '' check (length(where_words) <= 300),
  online_words text not null default '' check (length(online_words) <= 500),
  primary key (place_id, id)
);
comment on table meeting_series is 'consortium: meetings that come again by a rule';
call fence('meeting_series');

create table meetings (
  place_id uuid not null default current_place() references places (id),
  id uuid not null default new_id(),
  number integer not null check (number >= 1),
  series_id uuid,
  title text not null check (length(title) between 1 and 200),
  words text not null default '' check (length(words) <= 6000),
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  where_words text not null default '' check (length(where_words) <= 300),
  -- How one takes part from afar.
  online_words text not null default '' check (length(online_words) <= 500),
  state text not null default 'planned' check (state in ('planned', 'invited', 'running', 'closed', 'canceled')),
  state_words text not null default '' check (length(state_words) <= 1000),
  -- The rules it is held by, fixed when it is opened.
  rules_id uuid,
  invited_at timestamptz,
  opened_at timestamptz,
  closed_at timestamptz,
  minute_taker text not null default '' check (length(minute_taker) <= 200),
  revision integer not null default 0,
  made_by uuid,
  made_at timestamptz not null default current_moment(),
  changed_at timestamptz not null default current_moment(),
  primary key (place_id, id),
  unique (place_id, number),
  check (ends_at > starts_at),
  foreign key (place_id, series_id) references meeting_series (place_id, id),
  foreign key (place_id, rules_id) references procedure_rules (place_id, id),
  foreign key (place_id, made_by) references people (place_id, id)
);
comment on table meetings is 'consortium: a meeting from its plan to its end';
create index meetings_start on meetings (place_id, starts_at);
create index meetings_series on meetings (place_id, series_id);
create index meetings_rules on meetings (place_id, rules_id);
create index meetings_maker on meetings (place_id, made_by);
call fence('meetings');

create table agenda_items (
  place_id uuid not null default current_place() references places (id),
  id uuid not null default new_id(),
  meeting_id uuid not null,
  position integer not null,
  kind text not null default 'discussion' check (kind in ('information', 'discussion', 'decision')),
  title text not null check (length(title) between 1 and 300),
  words text not null default '' check (length(words) <= 6000),
  minutes integer not null default 10 check (minutes between 0 and 600),
  -- Whether everybody may read it.
  public boolean not null default true,
  -- It stood in the invitation: only then may be decided on it (BGB § 32 (1)).
  announced boolean not null default false,
  topic_id uuid,
  proposed_by_seat_id uuid,
  -- What the minutes say to it: the course, and what came out.
  minutes_words text not null default '' check (length(minutes_words) <= 20000),
  begun_at timestamptz,
  ended_at timestamptz,
  primary key (place_id, id),
  foreign key (place_id, meeting_id) references meetings (place_id, id) on delete cascade,
  foreign key (place_id, topic_id) references topics (place_id, id),
  foreign key (place_id, proposed_by_seat_id) references seats (place_id, id)
);
comment on table agenda_items is 'consortium: what a meeting talks about, and what the minutes say to it';
create index agenda_items_meeting on agenda_items (place_id, meeting_id, position);
create index agenda_items_topic on agenda_items (place_id, topic_id);
create index agenda_items_proposer on agenda_items (place_id, proposed_by_seat_id);
call fence('agenda_items');

create table agenda_papers (
  place_id uuid not null default current_place() references places (id),
  id uuid not null default new_id(),
  agenda_item_id uuid not null,
  title text not null check (length(title) between 1 and 200),
  url text not null default '' check (length(url) <= 1000),
  file_id uuid,
  public boolean not null default true,
  made_at timestamptz not null default current_moment(),
  primary key (place_id, id),
  check ((url <> '') <> (file_id is not null)),
  foreign key (place_id, agenda_item_id) references agenda_items (place_id, id) on delete cascade,
  foreign key (place_id, file_id) references files (place_id, id)
);
comment on table agenda_papers is 'consortium: papers for an item of the agenda';
create index agenda_papers_item on agenda_papers (place_id, agenda_item_id);
create index agenda_papers_file on agenda_papers (place_id, file_id);
call fence('agenda_papers');

-- Befangenheit: this seat neither counts nor votes on this item.
create table conflicts_of_interest (
  place_id uuid not null default current_place() references places (id),
  agenda_item_id uuid not null,
  seat_id uuid not null,
  words text not null check (length(words) between 1 and 1000),
  made_by uuid,
  made_at timestamptz not null default current_moment(),
  primary key (place_id, agenda_item_id, seat_id),
  foreign key (place_id, agenda_item_id) references agenda_items (place_id, id) on delete cascade,
  foreign key (place_id, seat_id) references seats (place_id, id),
  foreign key (place_id, made_by) references people (place_id, id)
);
comment on table conflicts_of_interest is 'consortium: a seat that has an interest of its own in an item, and why';
create index conflicts_of_interest_seat on conflicts_of_interest (place_id, seat_id);
create index conflicts_of_interest_maker on conflicts_of_interest (place_id, made_by);
call fence('conflicts_of_interest');

-- Who said that they come or cannot; "deputy": they send whoever stands in.
create table meeting_replies (
  place_id uuid not null default current_place() references places (id),
  meeting_id uuid not null,
  seat_id uuid not null,
  reply text not null check (reply in ('room', 'remote', 'deputy', 'absent')),
  words text not null default '' check (length(words) <= 500),
  made_by uuid,
  made_at timestamptz not null default current_moment(),
  primary key (place_id, meeting_id, seat_id),
  foreign key (place_id, meeting_id) references meetings (place_id, id) on delete cascade,
  foreign key (place_id, seat_id) references seats (place_id, id),
  foreign key (place_id, made_by) references people (place_id, id)
);
comment on table meeting_replies is 'consortium: which seats announced that they come, or cannot';
create index meeting_replies_seat on meeting_replies (place_id, seat_id);
create index meeting_replies_maker on meeting_replies (place_id, made_by);
call fence('meeting_replies');

-- Who was there, and from when to when; guests have no seat.
create table meeting_presences (
  place_id uuid not null default current_place() references places (id),
  id uuid not null default new_id(),
  meeting_id uuid not null,
  seat_id uuid,
  holder_id uuid,
  name text not null check (length(name) between 1 and 200),
  part text not null check (part in ('member', 'deputy', 'guest')),
  way text not null default 'room' check (way in ('room', 'remote')),
  came_at timestamptz not null,
  left_at timestamptz,
  primary key (place_id, id),
  check ((part = 'guest') = (seat_id is null)),
  check (left_at is null or left_at >= came_at),
  foreign key (place_id, meeting_id) references meetings (place_id, id) on delete cascade,
  foreign key (place_id, seat_id) references seats (place_id, id),
  foreign key (place_id, holder_id) references seat_holders (place_id, id) on delete set null (holder_id)
);
comment on table meeting_presences is 'consortium: who was in a meeting, from when to when';
create unique index meeting_presences_once on meeting_presences (place_id, meeting_id, seat_id) where left_at is null;
create index meeting_presences_meeting on meeting_presences (place_id, meeting_id, came_at);
create index meeting_presences_seat on meeting_presences (place_id, seat_id);
create index meeting_presences_holder on meeting_presences (place_id, holder_id);
call fence('meeting_presences');

create table motions (
  place_id uuid not null default current_place() references places (id),
  id uuid not null default new_id(),
  -- In a meeting, on an item of its agenda; or by letter, until a day.
  agenda_item_id uuid,
  circular boolean not null default false,
  due_at timestamptz,
  title text not null check (length(title) between 1 and 300),
  wording text not null check (length(wording) between 1 and 10000),
  reason text not null default '' check (length(reason) <= 6000),
  -- Grows with every change of the wording; consents count for one version only.
  version integer not null default 1,
  -- Which majority it needs: a subject of the rules.
  subject text not null default 'ordinary' check (subject in ('ordinary', 'rules', 'strategy', 'election')),
  public boolean not null default true,
  proposed_by_seat_id uuid,
  rules_id uuid,
  state text not null default 'open'
    check (state in ('open', 'voting', 'passed', 'rejected', 'deferred', 'withdrawn')),
  state_words text not null default '' check (length(state_words) <= 2000),
  -- What it is about, when that has a page: an amendment, a measure, a version of the strategy.
  thing_kind text check (length(thing_kind) <= 60),
  thing_id uuid,
  made_by uuid,
  made_at timestamptz not null default current_moment(),
  changed_at timestamptz not null default current_moment(),
  primary key (place_id, id),
  check (circular = (agenda_item_id is null)),
  check (circular = (due_at is not null)),
  check ((thing_kind is null) = (thing_id is null)),
  foreign key (place_id, agenda_item_id) references agenda_items (place_id, id) on delete cascade,
  foreign key (place_id, proposed_by_seat_id) references seats (place_id, id),
  foreign key (place_id, rules_id) references procedure_rules (place_id, id),
  foreign key (place_id, made_by) references people (place_id, id)
);
comment on table motions is 'consortium: what is put to the vote, in a meeting or by letter';
create index motions_item on motions (place_id, agenda_item_id);
create index motions_circular on motions (place_id, due_at) where circular;
create index motions_thing on motions (place_id, thing_kind, thing_id);
create index motions_proposer on motions (place_id, proposed_by_seat_id);
create index motions_rules on motions (place_id, rules_id);
create index motions_maker on motions (place_id, made_by);
call fence('motions');

create table motion_votes (
  place_id uuid not null default current_place() references places (id),
  id uuid not null default new_id(),
  motion_id uuid not null,
  number integer not null check (number >= 1),
  method text not null check (method in ('hand', 'named', 'secret', 'consent', 'consensing')),
  state text not null default 'open' check (state in ('open', 'closed', 'void')),
  -- Consensing: [{key, title}], the passive solution last.
  options jsonb not null default '[]',
  -- A show of hands: {civil: {yes, no, abstain}, …}, or all together under "all".
  counts jsonb,
  casting_vote text check (casting_vote in ('yes', 'no')),
  -- What came of it: the Decision of methods/resolution.ts.
  decision jsonb,
  opened_at timestamptz not null default current_moment(),
  closed_at timestamptz,
  primary key (place_id, id),
  unique (place_id, motion_id, number),
  check ((state = 'closed') = (decision is not null)),
  foreign key (place_id, motion_id) references motions (place_id, id) on delete cascade
);
comment on table motion_votes is 'consortium: one vote on a motion, by its method';
create unique index motion_votes_open on motion_votes (place_id, motion_id) where state = 'open';
call fence('motion_votes');

-- The seats as they were when the vote was opened, and whether a secret slip came from them. Never which.
create table vote_seats (
  place_id uuid not null default current_place() references places (id),
  vote_id uuid not null,
  seat_id uuid not null,
  present boolean not null,
  biased boolean not null default false,
  voted boolean not null default false,
  primary key (place_id, vote_id, seat_id),
  foreign key (place_id, vote_id) references motion_votes (place_id, id) on delete cascade,
  foreign key (place_id, seat_id) references seats (place_id, id)
);
comment on table vote_seats is 'consortium: which seats may vote on a motion, and who has';
create index vote_seats_seat on vote_seats (place_id, seat_id);
call fence('vote_seats');

-- What a seat said by name; one a seat and vote.
create table vote_choices (
  place_id uuid not null default current_place() references places (id),
  vote_id uuid not null,
  seat_id uuid not null,
  choice text check (choice in ('yes', 'no', 'abstain')),
  -- Consensing: {option: resistance 0–10}.
  marks jsonb,
  made_at timestamptz not null default current_moment(),
  primary key (place_id, vote_id, seat_id),
  check ((choice is null) <> (marks is null)),
  foreign key (place_id, vote_id) references motion_votes (place_id, id) on delete cascade,
  foreign key (place_id, seat_id) references seats (place_id, id)
);
comment on table vote_choices is 'consortium: what a seat said to a motion, by name';
create index vote_choices_seat on vote_choices (place_id, seat_id);
call fence('vote_choices');

-- A secret slip: no seat, no moment, and shuffled when the vote is closed.
create table vote_slips (
  place_id uuid not null default current_place() references places (id),
  id uuid not null default gen_random_uuid(),
  vote_id uuid not null,
  choice text not null check (choice in ('yes', 'no', 'abstain')),
  primary key (place_id, id),
  foreign key (place_id, vote_id) references motion_votes (place_id, id) on delete cascade
);
comment on table vote_slips is 'consortium: a secret slip on a motion, and nobody with it';
create index vote_slips_vote on vote_slips (place_id, vote_id);
call fence('vote_slips');

-- A reasoned objection in a consent: why not, and what would make it possible.
create table motion_objections (
  place_id uuid not null default current_place() references places (id),
  id uuid not null default new_id(),
  motion_id uuid not null,
  vote_id uuid,
  seat_id uuid not null,
  version integer not null,
  reason text not null check (length(reason) between 1 and 4000),
  change text not null check (length(change) between 1 and 4000),
  state text not null default 'open' check (state in ('open', 'integrated', 'withdrawn')),
  answer text not null default '' check (length(answer) <= 4000),
  made_at timestamptz not null default current_moment(),
  settled_at timestamptz,
  primary key (place_id, id),
  foreign key (place_id, motion_id) references motions (place_id, id) on delete cascade,
  foreign key (place_id, vote_id) references motion_votes (place_id, id) on delete cascade,
  foreign key (place_id, seat_id) references seats (place_id, id)
);
comment on table motion_objections is 'consortium: why a seat cannot live with a motion, and what would change that';
create index motion_objections_motion on motion_objections (place_id, motion_id, state);
create index motion_objections_vote on motion_objections (place_id, vote_id);
create index motion_objections_seat on motion_objections (place_id, seat_id);
call fence('motion_objections');

create table resolutions (
  place_id uuid not null default current_place() references places (id),
  id uuid not null default new_id(),
  -- "2026-07": the seventh of its year.
  year integer not null,
  number integer not null check (number >= 1),
  motion_id uuid not null,
  vote_id uuid,
  meeting_id uuid,
  title text not null,
  wording text not null,
  reason text not null default '',
  -- The Decision of methods/resolution.ts, and the rules it was taken by.
  decision jsonb not null,
  rules_id uuid,
  -- Seats with a conflict of interest: [{seat, words}].
  conflicts jsonb not null default '[]',
  public boolean not null default true,
  decided_on date not null,
  made_at timestamptz not null default current_moment(),
  primary key (place_id, id),
  unique (place_id, year, number),
  unique (place_id, motion_id),
  foreign key (place_id, motion_id) references motions (place_id, id),
  foreign key (place_id, vote_id) references motion_votes (place_id, id),
  foreign key (place_id, meeting_id) references meetings (place_id, id),
  foreign key (place_id, rules_id) references procedure_rules (place_id, id)
);
comment on table resolutions is 'consortium: what was decided, with its number and why it passed';
create index resolutions_meeting on resolutions (place_id, meeting_id);
create index resolutions_vote on resolutions (place_id, vote_id);
create index resolutions_rules on resolutions (place_id, rules_id);
create index resolutions_day on resolutions (place_id, decided_on);
call fence('resolutions');
revoke update, delete on resolutions from anlaufstelle_app;

create table consortium_tasks (
  place_id uuid not null default current_place() references places (id),
  id uuid not null default new_id(),
  meeting_id uuid,
  agenda_item_id uuid,
  resolution_id uuid,
  title text not null check (length(title) between 1 and 300),
  words text not null default '' check (length(words) <= 4000),
  seat_id uuid,
  organization_id uuid,
  owner_words text not null default '' check (length(owner_words) <= 200),
  due_on date not null,
  state text not null default 'open' check (state in ('open', 'done', 'dropped')),
  state_words text not null default '' check (length(state_words) <= 2000),
  done_on date,
  made_by uuid,
  made_at timestamptz not null default current_moment(),
  changed_at timestamptz not null default current_moment(),
  primary key (place_id, id),
  check (state = 'open' or done_on is not null),
  check (seat_id is not null or organization_id is not null or owner_words <> ''),
  foreign key (place_id, meeting_id) references meetings (place_id, id),
  foreign key (place_id, agenda_item_id) references agenda_items (place_id, id) on delete set null (agenda_item_id),
  foreign key (place_id, resolution_id) references resolutions (place_id, id),
  foreign key (place_id, seat_id) references seats (place_id, id),
  foreign key (place_id, organization_id) references organizations (place_id, id),
  foreign key (place_id, made_by) references people (place_id, id)
);
comment on table consortium_tasks is 'consortium: who does what until when, and comes back on the next agenda';
create index consortium_tasks_meeting on consortium_tasks (place_id, meeting_id);
create index consortium_tasks_item on consortium_tasks (place_id, agenda_item_id);
create index consortium_tasks_resolution on consortium_tasks (place_id, resolution_id);
create index consortium_tasks_seat on consortium_tasks (place_id, seat_id);
create index consortium_tasks_organization on consortium_tasks (place_id, organization_id);
create index consortium_tasks_due on consortium_tasks (place_id, state, due_on);
create index consortium_tasks_maker on consortium_tasks (place_id, made_by);
call fence('consortium_tasks');

create table meeting_minutes (
  place_id uuid not null default current_place() references places (id),
  meeting_id uuid not null,
  state text not null default 'draft' check (state in ('draft', 'objections', 'approved')),
  revision integer not null default 1,
  sent_at timestamptz,
  objections_until timestamptz,
  -- Approved: by silence when the window closed, and sealed in the same moment.
  approved_at timestamptz,
  -- The minutes as they were approved, everything in them; and the hash over it.
  content jsonb,
  hash text,
  file_id uuid,
  changed_at timestamptz not null default current_moment(),
  primary key (place_id, meeting_id),
  check ((state = 'approved') = (approved_at is not null)),
  check ((state = 'approved') = (content is not null and hash is not null)),
  foreign key (place_id, meeting_id) references meetings (place_id, id) on delete cascade,
  foreign key (place_id, file_id) references files (place_id, id)
);
comment on table meeting_minutes is 'consortium: the minutes of a meeting, from draft to seal';
create index meeting_minutes_state on meeting_minutes (place_id, state, objections_until);
create index meeting_minutes_file on meeting_minutes (place_id, file_id);
call fence('meeting_minutes');

create function keep_approved_minutes() returns trigger language plpgsql as $$
begin
  if old.state = 'approved' and (new.state, new.content, new.hash, new.approved_at)
    is distinct from (old.state, old.content, old.hash, old.approved_at) then
    raise exception 'approved minutes never change';
  end if;
  return new;
end $$;
create trigger keep_approved before update on meeting_minutes
  for each row execute function keep_approved_minutes();
revoke delete on meeting_minutes from anlaufstelle_app;

create table minutes_objections (
  place_id uuid not null default current_place() references places (id),
  id uuid not null default new_id(),
  meeting_id uuid not null,
  agenda_item_id uuid,
  seat_id uuid not null,
  words text not null check (length(words) between 1 and 4000),
  state text not null default 'open' check (state in ('open', 'accepted', 'declined', 'withdrawn')),
  answer text not null default '' check (length(answer) <= 4000),
  made_by uuid,
  made_at timestamptz not null default current_moment(),
  settled_at timestamptz,
  primary key (place_id, id),
  foreign key (place_id, meeting_id) references meeting_minutes (place_id, meeting_id) on delete cascade,
  foreign key (place_id, agenda_item_id) references agenda_items (place_id, id) on delete cascade,
  foreign key (place_id, seat_id) references seats (place_id, id),
  foreign key (place_id, made_by) references people (place_id, id)
);
comment on table minutes_objections is 'consortium: what somebody who was there wants changed in the minutes';
create index minutes_objections_meeting on minutes_objections (place_id, meeting_id, state);
create index minutes_objections_item on minutes_objections (place_id, agenda_item_id);
create index minutes_objections_seat on minutes_objections (place_id, seat_id);
create index minutes_objections_maker on minutes_objections (place_id, made_by);
call fence('minutes_objections');
