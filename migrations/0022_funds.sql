-- The citizens' fund: a pot, projects that are checked, a vote, and what came of the money.

create table funds (
  place_id uuid not null default current_place() references places (id),
  id uuid not null default new_id(),
  process_id uuid not null,
  budget_cents bigint not null check (budget_cents between 100 and 100000000000),
  least_cost_cents bigint not null default 10000 check (least_cost_cents >= 1),
  most_cost_cents bigint not null check (most_cost_cents >= 1),
  -- So many supporters bring a proposal into the check.
  least_supports integer not null default 5 check (least_supports between 0 and 100000),
  -- What is funded and what is not, in words.
  criteria_words text not null default '' check (length(criteria_words) <= 6000),
  -- Where the money comes from, and the resolution that gives it.
  source_words text not null default '' check (length(source_words) <= 2000),
  -- A SharesRule or GreedyRule without its budget; frozen when the round begins.
  rule jsonb not null,
  frozen_at timestamptz,
  ballot_id uuid,
  -- The result was taken over into funded projects.
  decided_at timestamptz,
  made_by uuid,
  made_at timestamptz not null default current_moment(),
  changed_at timestamptz not null default current_moment(),
  primary key (place_id, id),
  unique (place_id, process_id),
  check (most_cost_cents >= least_cost_cents),
  foreign key (place_id, process_id) references processes (place_id, id) on delete cascade,
  foreign key (place_id, ballot_id) references ballots (place_id, id),
  foreign key (place_id, made_by) references people (place_id, id)
);
comment on table funds is 'participation: a pot of money that citizens give out';
create index funds_ballot on funds (place_id, ballot_id);
create index funds_maker on funds (place_id, made_by);
call fence('funds');

-- What offices say to a proposal: whether it may be funded, and what it costs. The last word of each kind counts.
create table fund_checks (
  place_id uuid not null default current_place() references places (id),
  id uuid not null default new_id(),
  proposal_id uuid not null,
  kind text not null check (kind in ('eligibility', 'cost')),
  verdict text not null check (verdict in ('passed', 'failed')),
  -- The cost as it was checked; it stands on the ballot.
  cost_cents bigint check (cost_cents between 1 and 100000000000),
  office_words text not null check (length(office_words) between 1 and 200),
  words text not null check (length(words) between 1 and 4000),
  made_by uuid,
  made_at timestamptz not null default current_moment(),
  primary key (place_id, id),
  check (kind = 'eligibility' or verdict = 'failed' or cost_cents is not null),
  foreign key (place_id, proposal_id) references proposals (place_id, id) on delete cascade,
  foreign key (place_id, made_by) references people (place_id, id)
);
comment on table fund_checks is 'participation: whether a proposal may be funded and what it costs, with reasons';
create index fund_checks_proposal on fund_checks (place_id, proposal_id, kind, made_at);
create index fund_checks_maker on fund_checks (place_id, made_by);
call fence('fund_checks');

create table fund_projects (
  place_id uuid not null default current_place() references places (id),
  id uuid not null default new_id(),
  fund_id uuid not null,
  proposal_id uuid not null,
  granted_cents bigint not null check (granted_cents >= 1),
  spent_cents bigint not null default 0 check (spent_cents between 0 and 100000000000),
  -- Who carries it out.
  owner_words text not null default '' check (length(owner_words) <= 300),
  due_on date,
  state text not null default 'funded' check (state in ('funded', 'started', 'done', 'stopped')),
  state_words text not null default '' check (length(state_words) <= 2000),
  made_at timestamptz not null default current_moment(),
  changed_at timestamptz not null default current_moment(),
  primary key (place_id, id),
  unique (place_id, proposal_id),
  foreign key (place_id, fund_id) references funds (place_id, id) on delete cascade,
  foreign key (place_id, proposal_id) references proposals (place_id, id)
);
comment on table fund_projects is 'participation: a proposal that was given money, until it is done';
create index fund_projects_fund on fund_projects (place_id, fund_id, state);
call fence('fund_projects');

create table fund_updates (
  place_id uuid not null default current_place() references places (id),
  id uuid not null default new_id(),
  project_id uuid not null,
  words text not null check (length(words) between 1 and 4000),
  happened_on date not null,
  -- Spent since the update before.
  spent_cents bigint not null default 0 check (spent_cents between 0 and 100000000000),
  file_id uuid,
  made_by uuid,
  made_at timestamptz not null default current_moment(),
  primary key (place_id, id),
  foreign key (place_id, project_id) references fund_projects (place_id, id) on delete cascade,
  foreign key (place_id, file_id) references files (place_id, id),
  foreign key (place_id, made_by) references people (place_id, id)
);
comment on table fund_updates is 'participation: how a funded project goes on, with what was spent';
create index fund_updates_project on fund_updates (place_id, project_id, happened_on);
create index fund_updates_file on fund_updates (place_id, file_id);
create index fund_updates_maker on fund_updates (place_id, made_by);
call fence('fund_updates');

alter table tasks drop constraint tasks_kind_check;
alter table tasks add constraint tasks_kind_check check (kind in ('inquiry', 'appointment', 'release', 'answer',
  'trial', 'follow_up', 'review', 'stale', 'claim', 'double', 'reminder', 'proposal', 'shift', 'feed', 'survey',
  'workshop', 'participation'));
