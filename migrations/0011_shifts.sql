-- Roles and shifts of an offer, who comes to which, and what came of it.

-- How people come to the shifts of one offer.
create table shift_plans (
  place_id uuid not null default current_place() references places (id),
  opportunity_id uuid not null,
  -- Open: everybody signs up. Wishes: people tell when they can, the plan is made from it. Closed: nothing more.
  mode text not null default 'open' check (mode in ('open', 'wishes', 'closed')),
  approval text not null default 'automatic' check (approval in ('automatic', 'asked')),
  -- A group that waits for more places than are free: skipped, or offered what is there.
  group_waiting text not null default 'skip' check (group_waiting in ('skip', 'part')),
  offer_hours integer not null default 24 check (offer_hours between 1 and 168),
  cancel_hours integer not null default 0 check (cancel_hours between 0 and 336),
  rest_minutes integer not null default 0 check (rest_minutes between 0 and 1440),
  self_check_in boolean not null default true,
  check_in_code text,
  made_by uuid,
  made_at timestamptz not null default current_moment(),
  changed_at timestamptz not null default current_moment(),
  primary key (place_id, opportunity_id),
  foreign key (place_id, opportunity_id) references opportunities (place_id, id) on delete cascade,
  foreign key (place_id, made_by) references people (place_id, id)
);
comment on table shift_plans is 'shifts: how people come to the shifts of one offer';
create index shift_plans_maker on shift_plans (place_id, made_by);
create unique index shift_plans_code on shift_plans (place_id, check_in_code) where check_in_code is not null;
call fence('shift_plans');

create table shift_roles (
  place_id uuid not null default current_place() references places (id),
  id uuid not null default new_id(),
  opportunity_id uuid not null,
  name text not null check (length(name) between 1 and 120),
  description text not null default '',
  minimum_age integer check (minimum_age between 6 and 99),
  position integer not null default 0,
  retired_at timestamptz,
  made_at timestamptz not null default current_moment(),
  primary key (place_id, id),
  unique (place_id, opportunity_id, name),
  foreign key (place_id, opportunity_id) references opportunities (place_id, id) on delete cascade
);
comment on table shift_roles is 'shifts: what one does in a shift';
call fence('shift_roles');

create table role_qualifications (
  place_id uuid not null default current_place() references places (id),
  role_id uuid not null,
  qualification_id uuid not null,
  primary key (place_id, role_id, qualification_id),
  foreign key (place_id, role_id) references shift_roles (place_id, id) on delete cascade,
  foreign key (place_id, qualification_id) references qualifications (place_id, id)
);
comment on table role_qualifications is 'shifts: without which nobody takes this role';
create index role_qualifications_qualification on role_qualifications (place_id, qualification_id);
call fence('role_qualifications');

-- "Every second Tuesday, not on holidays": RFC 5545, in the clock of the town.
create table shift_series (
  place_id uuid not null default current_place() references places (id),
  id uuid not null default new_id(),
  opportunity_id uuid not null,
  title text not null default '',
  rule text not null check (length(rule) between 6 and 500),
  starts_on date not null,
  starts_time text not null check (starts_time ~ '^\d\d:\d\d$'),
  minutes integer not null check (minutes between 5 and 2880),
  where_text text not null default '',
  skips_holidays boolean not null default true,
  left_out text[] not null default '{}',
  -- Role, minimum and maximum of each shift: [{"role": id, "minimum": 1, "maximum": 3}].
  needs jsonb not null default '[]',
  made_until date,
  ended_at timestamptz,
  made_by uuid,
  made_at timestamptz not null default current_moment(),
  primary key (place_id, id),
  foreign key (place_id, opportunity_id) references opportunities (place_id, id) on delete cascade,
  foreign key (place_id, made_by) references people (place_id, id)
);
comment on table shift_series is 'shifts: a rule by which shifts come again';
create index shift_series_opportunity on shift_series (place_id, opportunity_id);
create index shift_series_maker on shift_series (place_id, made_by);
call fence('shift_series');

create table shifts (
  place_id uuid not null default current_place() references places (id),
  id uuid not null default new_id(),
  opportunity_id uuid not null,
  series_id uuid,
  -- The day of the rule this shift was made for, though it may have been moved since.
  series_day date,
  title text not null default '',
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  where_text text not null default '',
  words text not null default '',
  source text,
  external_id text,
  canceled_at timestamptz,
  canceled_why text not null default '',
  revision integer not null default 0,
  made_by uuid,
  made_at timestamptz not null default current_moment(),
  changed_at timestamptz not null default current_moment(),
  primary key (place_id, id),
  check (ends_at > starts_at),
  check (ends_at <= starts_at + interval '48 hours'),
  foreign key (place_id, opportunity_id) references opportunities (place_id, id) on delete cascade,
  foreign key (place_id, series_id) references shift_series (place_id, id) on delete set null (series_id),
  foreign key (place_id, made_by) references people (place_id, id)
);
comment on table shifts is 'shifts: from when to when somebody is needed';
create index shifts_opportunity on shifts (place_id, opportunity_id, starts_at);
create index shifts_start on shifts (place_id, starts_at) where canceled_at is null;
create unique index shifts_series on shifts (place_id, series_id, series_day);
create unique index shifts_source on shifts (place_id, opportunity_id, source, external_id) where external_id is not null;
create index shifts_maker on shifts (place_id, made_by);
call fence('shifts');

-- How many of a role a shift needs. The counters are kept by whoever signs up, under the lock of this row.
create table shift_needs (
  place_id uuid not null default current_place() references places (id),
  id uuid not null default new_id(),
  shift_id uuid not null,
  role_id uuid not null,
  minimum integer not null default 1 check (minimum between 0 and 500),
  maximum integer not null check (maximum between 1 and 1000),
  -- Places that are held: confirmed, asked for, or offered to somebody who waited.
  taken integer not null default 0 check (taken >= 0),
  -- How many have ever come into the line: the number of the next one.
  entries integer not null default 0,
  primary key (place_id, id),
  unique (place_id, shift_id, role_id),
  check (minimum <= maximum),
  check (taken <= maximum),
  foreign key (place_id, shift_id) references shifts (place_id, id) on delete cascade,
  foreign key (place_id, role_id) references shift_roles (place_id, id)
);
comment on table shift_needs is 'shifts: how many of a role a shift needs, and how many come';
create index shift_needs_role on shift_needs (place_id, role_id);
call fence('shift_needs');

-- "Every second Tuesday I come": signs up for the shifts of a series by itself.
create table commitments (
  place_id uuid not null default current_place() references places (id),
  id uuid not null default new_id(),
  person_id uuid not null,
  series_id uuid not null,
  role_id uuid not null,
  -- Every how many shifts of the series, counted from the first one.
  every integer not null default 1 check (every between 1 and 12),
  starts_on date not null,
  ends_on date,
  paused_from date,
  paused_until date,
  left_out text[] not null default '{}',
  words text not null default '',
  made_by uuid,
  made_at timestamptz not null default current_moment(),
  ended_at timestamptz,
  primary key (place_id, id),
  foreign key (place_id, person_id) references people (place_id, id) on delete cascade,
  foreign key (place_id, series_id) references shift_series (place_id, id) on delete cascade,
  foreign key (place_id, role_id) references shift_roles (place_id, id),
  foreign key (place_id, made_by) references people (place_id, id)
);
comment on table commitments is 'shifts: who comes again and again, with pauses and exceptions';
create index commitments_person on commitments (place_id, person_id);
create index commitments_series on commitments (place_id, series_id);
create index commitments_role on commitments (place_id, role_id);
create index commitments_maker on commitments (place_id, made_by);
create unique index commitments_once on commitments (place_id, person_id, series_id, role_id) where ended_at is null;
call fence('commitments');

create table signups (
  place_id uuid not null default current_place() references places (id),
  id uuid not null default new_id(),
  need_id uuid not null,
  shift_id uuid not null,
  -- Null for somebody who just came along and gave no more than a name.
  person_id uuid,
  name text not null default '',
  -- How many come together, this one included.
  party integer not null default 1 check (party between 1 and 50),
  party_names text not null default '',
  state text not null check (state in ('asked', 'confirmed', 'waiting', 'offered', 'declined', 'canceled', 'removed', 'passed')),
  state_since timestamptz not null default current_moment(),
  how text not null default 'self' check (how in ('self', 'office', 'plan', 'commitment', 'handover', 'call', 'walk_in', 'import')),
  -- The place in the line of this need; drawn under its lock, so it is the order of arrival.
  number integer not null default 0,
  -- Kept by "Vorschlag rechnen".
  fixed boolean not null default false,
  commitment_id uuid,
  words text not null default '',
  offered_at timestamptz,
  offer_expires_at timestamptz,
  token_hash bytea,
  -- The time of the shift, so that the database itself forbids one person two places at once.
  during tstzrange not null,
  made_by uuid,
  made_at timestamptz not null default current_moment(),
  primary key (place_id, id),
  foreign key (place_id, need_id) references shift_needs (place_id, id) on delete cascade,
  foreign key (place_id, shift_id) references shifts (place_id, id) on delete cascade,
  foreign key (place_id, person_id) references people (place_id, id) on delete cascade,
  foreign key (place_id, commitment_id) references commitments (place_id, id) on delete set null (commitment_id),
  foreign key (place_id, made_by) references people (place_id, id),
  check (person_id is not null or name <> ''),
  constraint signups_overlap exclude using gist (place_id with =, person_id with =, during with &&)
    where (person_id is not null and state in ('asked', 'confirmed', 'offered'))
);
comment on table signups is 'shifts: who comes to which shift in which role, or waits for it';
create index signups_need on signups (place_id, need_id, number);
create index signups_shift on signups (place_id, shift_id);
create index signups_person on signups (place_id, person_id, state);
create index signups_commitment on signups (place_id, commitment_id);
create index signups_maker on signups (place_id, made_by);
create index signups_expiring on signups (place_id, offer_expires_at) where state = 'offered';
create unique index signups_token on signups (place_id, token_hash) where token_hash is not null;
create unique index signups_once on signups (place_id, need_id, person_id)
  where state in ('asked', 'confirmed', 'waiting', 'offered');
call fence('signups');

create table signup_states (
  place_id uuid not null default current_place() references places (id),
  id uuid not null default new_id(),
  signup_id uuid not null,
  state text not null,
  -- A code: why somebody moved up, or did not.
  reason text not null default '',
  words text not null default '',
  by_id uuid,
  at timestamptz not null default current_moment(),
  primary key (place_id, id),
  foreign key (place_id, signup_id) references signups (place_id, id) on delete cascade,
  foreign key (place_id, by_id) references people (place_id, id)
);
comment on table signup_states is 'shifts: each step of a sign-up with its author, date and reason';
create index signup_states_signup on signup_states (place_id, signup_id, at);
create index signup_states_author on signup_states (place_id, by_id);
call fence('signup_states');

-- "Who came five times is confirmed at once": rules of an organization, and each decision they made.
create table signup_rules (
  place_id uuid not null default current_place() references places (id),
  id uuid not null default new_id(),
  organization_id uuid not null,
  opportunity_id uuid,
  decision text not null check (decision in ('approve', 'ask', 'block')),
  fact text not null check (fact in ('attended', 'missed', 'attendance', 'days_known', 'age_adult', 'checked', 'qualified', 'party')),
  comparison text not null check (comparison in ('at_least', 'at_most')),
  value integer not null,
  words text not null default '',
  position integer not null default 0,
  made_by uuid,
  made_at timestamptz not null default current_moment(),
  ended_at timestamptz,
  primary key (place_id, id),
  foreign key (place_id, organization_id) references organizations (place_id, id),
  foreign key (place_id, opportunity_id) references opportunities (place_id, id) on delete cascade,
  foreign key (place_id, made_by) references people (place_id, id)
);
comment on table signup_rules is 'shifts: who is confirmed, asked about or refused without anybody deciding';
create index signup_rules_organization on signup_rules (place_id, organization_id);
create index signup_rules_opportunity on signup_rules (place_id, opportunity_id);
create index signup_rules_maker on signup_rules (place_id, made_by);
call fence('signup_rules');

create table rule_decisions (
  place_id uuid not null default current_place() references places (id),
  id uuid not null default new_id(),
  rule_id uuid not null,
  signup_id uuid not null,
  decision text not null check (decision in ('approve', 'ask', 'block')),
  -- What the rule found: the fact as a number.
  found integer not null,
  at timestamptz not null default current_moment(),
  primary key (place_id, id),
  foreign key (place_id, rule_id) references signup_rules (place_id, id) on delete cascade,
  foreign key (place_id, signup_id) references signups (place_id, id) on delete cascade
);
comment on table rule_decisions is 'shifts: each decision of a rule, and what it found';
create index rule_decisions_rule on rule_decisions (place_id, rule_id, at);
create index rule_decisions_signup on rule_decisions (place_id, signup_id);
call fence('rule_decisions');

-- Somebody gives a shift away, or swaps it for another one.
create table handovers (
  place_id uuid not null default current_place() references places (id),
  id uuid not null default new_id(),
  signup_id uuid not null,
  from_id uuid not null,
  -- To one person, or to whoever of the offer takes it.
  to_id uuid,
  -- The sign-up that is given in return, when it is a swap.
  return_id uuid,
  words text not null default '',
  token_hash bytea not null,
  made_at timestamptz not null default current_moment(),
  expires_at timestamptz not null,
  taken_by uuid,
  taken_at timestamptz,
  withdrawn_at timestamptz,
  primary key (place_id, id),
  unique (place_id, token_hash),
  foreign key (place_id, signup_id) references signups (place_id, id) on delete cascade,
  foreign key (place_id, from_id) references people (place_id, id) on delete cascade,
  foreign key (place_id, to_id) references people (place_id, id) on delete cascade,
  foreign key (place_id, return_id) references signups (place_id, id) on delete cascade,
  foreign key (place_id, taken_by) references people (place_id, id) on delete set null (taken_by)
);
comment on table handovers is 'shifts: a shift given away or swapped, without the coordinator, who sees it';
create unique index handovers_open on handovers (place_id, signup_id) where taken_at is null and withdrawn_at is null;
create index handovers_giver on handovers (place_id, from_id);
create index handovers_receiver on handovers (place_id, to_id);
create index handovers_return on handovers (place_id, return_id);
create index handovers_taker on handovers (place_id, taken_by);
create index handovers_signup on handovers (place_id, signup_id);
call fence('handovers');

-- A call for help on a thin shift, to a few who fit.
create table shift_calls (
  place_id uuid not null default current_place() references places (id),
  id uuid not null default new_id(),
  need_id uuid not null,
  words text not null default '',
  asked integer not null default 0,
  made_by uuid,
  made_at timestamptz not null default current_moment(),
  ended_at timestamptz,
  primary key (place_id, id),
  foreign key (place_id, need_id) references shift_needs (place_id, id) on delete cascade,
  foreign key (place_id, made_by) references people (place_id, id)
);
comment on table shift_calls is 'shifts: a call for help on a thin shift';
create index shift_calls_need on shift_calls (place_id, need_id);
create index shift_calls_maker on shift_calls (place_id, made_by);
call fence('shift_calls');
alter table opportunity_invitations
  add foreign key (place_id, call_id) references shift_calls (place_id, id) on delete cascade;

-- Who could come to an offer, within which limits: from these the plan is made.
create table helpers (
  place_id uuid not null default current_place() references places (id),
  id uuid not null default new_id(),
  opportunity_id uuid not null,
  person_id uuid not null,
  most_shifts integer check (most_shifts between 1 and 100),
  most_minutes_a_day integer check (most_minutes_a_day between 30 and 1440),
  most_minutes_a_week integer check (most_minutes_a_week between 30 and 10080),
  words text not null default '',
  made_by uuid,
  made_at timestamptz not null default current_moment(),
  changed_at timestamptz not null default current_moment(),
  primary key (place_id, id),
  unique (place_id, opportunity_id, person_id),
  foreign key (place_id, opportunity_id) references opportunities (place_id, id) on delete cascade,
  foreign key (place_id, person_id) references people (place_id, id) on delete cascade,
  foreign key (place_id, made_by) references people (place_id, id)
);
comment on table helpers is 'shifts: who could come to an offer, and how much';
create index helpers_person on helpers (place_id, person_id);
create index helpers_maker on helpers (place_id, made_by);
call fence('helpers');

-- 3 gladly, 2 yes, 1 if need be, 0 cannot. A shift that nobody said anything about is not a wish.
create table shift_wishes (
  place_id uuid not null default current_place() references places (id),
  helper_id uuid not null,
  need_id uuid not null,
  preference integer not null check (preference between 0 and 3),
  told_at timestamptz not null default current_moment(),
  primary key (place_id, helper_id, need_id),
  foreign key (place_id, helper_id) references helpers (place_id, id) on delete cascade,
  foreign key (place_id, need_id) references shift_needs (place_id, id) on delete cascade
);
comment on table shift_wishes is 'shifts: how gladly a helper would take which place';
create index shift_wishes_need on shift_wishes (place_id, need_id);
call fence('shift_wishes');

create table helper_pairs (
  place_id uuid not null default current_place() references places (id),
  one_id uuid not null,
  other_id uuid not null,
  kind text not null check (kind in ('together', 'apart')),
  primary key (place_id, one_id, other_id),
  check (one_id < other_id),
  foreign key (place_id, one_id) references helpers (place_id, id) on delete cascade,
  foreign key (place_id, other_id) references helpers (place_id, id) on delete cascade
);
comment on table helper_pairs is 'shifts: who wants to come together, and who had better not';
create index helper_pairs_other on helper_pairs (place_id, other_id);
call fence('helper_pairs');

-- "Vorschlag rechnen": what was asked, how far it got, and what came out.
create table plan_proposals (
  place_id uuid not null default current_place() references places (id),
  id uuid not null default new_id(),
  opportunity_id uuid not null,
  state text not null default 'waiting' check (state in ('waiting', 'running', 'done', 'stopped', 'failed', 'adopted', 'dropped')),
  progress integer not null default 0 check (progress between 0 and 100),
  stop_asked_at timestamptz,
  -- The problem as it stood, and the answer: assignments, what stays open and why, objective and bound.
  problem jsonb not null default '{}',
  result jsonb not null default '{}',
  optimal boolean,
  time_limit_seconds integer not null default 60 check (time_limit_seconds between 1 and 600),
  made_by uuid,
  made_at timestamptz not null default current_moment(),
  finished_at timestamptz,
  adopted_by uuid,
  adopted_at timestamptz,
  primary key (place_id, id),
  foreign key (place_id, opportunity_id) references opportunities (place_id, id) on delete cascade,
  foreign key (place_id, made_by) references people (place_id, id),
  foreign key (place_id, adopted_by) references people (place_id, id)
);
comment on table plan_proposals is 'shifts: a computed plan, to be compared before it is adopted';
create index plan_proposals_opportunity on plan_proposals (place_id, opportunity_id, made_at desc);
create index plan_proposals_maker on plan_proposals (place_id, made_by);
create index plan_proposals_adopter on plan_proposals (place_id, adopted_by);
call fence('plan_proposals');

-- What was marked on the day, each mark once: a phone without a network sends them later, perhaps twice.
create table attendance_marks (
  place_id uuid not null default current_place() references places (id),
  -- Made by the device that marked, so that the same mark sent twice is one.
  id uuid not null default new_id(),
  signup_id uuid not null,
  mark text not null check (mark in ('arrived', 'left', 'missed', 'excused', 'cleared')),
  how text not null check (how in ('list', 'code', 'self', 'paper')),
  -- When it was marked, by the clock of the device; never later than it reached us.
  marked_at timestamptz not null,
  received_at timestamptz not null default current_moment(),
  marked_by uuid,
  primary key (place_id, id),
  foreign key (place_id, signup_id) references signups (place_id, id) on delete cascade,
  foreign key (place_id, marked_by) references people (place_id, id)
);
comment on table attendance_marks is 'shifts: who came, left or stayed away, mark by mark';
create index attendance_marks_signup on attendance_marks (place_id, signup_id, marked_at);
create index attendance_marks_marker on attendance_marks (place_id, marked_by);
call fence('attendance_marks');

-- What came of it: the last mark of each sign-up, and the minutes that count.
create table attendances (
  place_id uuid not null default current_place() references places (id),
  signup_id uuid not null,
  state text not null check (state in ('arrived', 'left', 'missed', 'excused')),
  arrived_at timestamptz,
  left_at timestamptz,
  -- How many of the party came.
  people integer not null default 1 check (people between 0 and 50),
  minutes integer check (minutes between 0 and 2880),
  changed_at timestamptz not null default current_moment(),
  primary key (place_id, signup_id),
  foreign key (place_id, signup_id) references signups (place_id, id) on delete cascade
);
comment on table attendances is 'shifts: who was there, from when to when';
call fence('attendances');

alter table tasks drop constraint tasks_kind_check;
alter table tasks add constraint tasks_kind_check check (kind in ('inquiry', 'appointment', 'release', 'answer',
  'trial', 'follow_up', 'review', 'stale', 'claim', 'double', 'reminder', 'proposal', 'shift', 'feed'));

-- How many of a party a mark is about, and what the modules above were told of an attendance the last time.
alter table attendance_marks add column people integer check (people between 0 and 50);
alter table attendances add column counted_minutes integer;
create index attendances_uncounted on attendances (place_id, signup_id) where counted_minutes is distinct from minutes;
