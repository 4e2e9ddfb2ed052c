-- Ballots: who may vote, what is in the box, how it was counted. No table joins a person with a sheet.

create table ballots (
  place_id uuid not null default current_place() references places (id),
  id uuid not null default new_id(),
  -- The process it decides in; a body may hold a ballot without one.
  process_id uuid,
  slug text not null check (length(slug) between 1 and 120),
  title text not null check (length(title) between 1 and 300),
  question text not null check (length(question) between 1 and 1000),
  words text not null default '' check (length(words) <= 6000),
  -- How it is filled in and counted: a BallotRule of methods/ballot.ts, frozen when it is announced.
  rule jsonb not null,
  secrecy text not null default 'secret' check (secrecy in ('secret', 'named')),
  -- Who may vote: those on the roll only, everybody who is signed in, or those of them who live here.
  electorate text not null default 'everybody' check (electorate in ('roll', 'residents', 'everybody')),
  electorate_words text not null default '' check (length(electorate_words) <= 1000),
  postcodes text[] not null default '{}',
  least_age integer not null default 0 check (least_age in (0, 16, 18)),
  takes_online boolean not null default true,
  takes_paper boolean not null default true,
  opens_at timestamptz not null,
  closes_at timestamptz not null,
  -- Until when letters that were posted in time are taken in.
  counts_until timestamptz,
  state text not null default 'draft'
    check (state in ('draft', 'announced', 'open', 'closed', 'published', 'canceled')),
  -- How the list numbers were drawn, for everybody to repeat.
  lot_words text not null default '' check (length(lot_words) <= 1000),
  -- The hash of title, rule and options as they were announced.
  announced_hash text,
  announced_at timestamptz,
  -- What the roll and the box explain of each other before the result is published.
  reconciliation_words text not null default '' check (length(reconciliation_words) <= 4000),
  -- The numbers that two counters signed: a Reconciliation.
  reconciliation jsonb,
  -- Since when the house counts, and why it could not.
  counting_since timestamptz,
  counting_failed text not null default '' check (length(counting_failed) <= 500),
  -- The result: a Tally, the seal of the chain, the file with every sheet.
  tally jsonb,
  seal text,
  file_id uuid,
  sheet_count integer,
  entitled_count integer,
  published_at timestamptz,
  cancel_words text not null default '' check (length(cancel_words) <= 2000),
  made_by uuid,
  made_at timestamptz not null default current_moment(),
  changed_at timestamptz not null default current_moment(),
  primary key (place_id, id),
  unique (place_id, slug),
  unique (place_id, id, secrecy),
  check (closes_at > opens_at),
  check (state <> 'published' or (tally is not null and seal is not null and file_id is not null)),
  foreign key (place_id, process_id) references processes (place_id, id),
  foreign key (place_id, file_id) references files (place_id, id),
  foreign key (place_id, made_by) references people (place_id, id)
);
comment on table ballots is 'participation: a question that is voted on, with its rule and its result';
create index ballots_process on ballots (place_id, process_id);
create index ballots_state on ballots (place_id, state, closes_at);
create index ballots_file on ballots (place_id, file_id);
create index ballots_maker on ballots (place_id, made_by);
call fence('ballots');

create table ballot_options (
  place_id uuid not null default current_place() references places (id),
  ballot_id uuid not null,
  -- What stands for it on a sheet and in the published file: "1", "yes", "passive".
  key text not null check (key ~ '^[A-Za-z0-9][A-Za-z0-9_-]{0,39}$'),
  title text not null check (length(title) between 1 and 300),
  words text not null default '' check (length(words) <= 2000),
  cost_cents bigint check (cost_cents between 1 and 100000000000),
  proposal_id uuid,
  -- The list number, drawn by lot; it breaks the last ties.
  position integer not null,
  primary key (place_id, ballot_id, key),
  foreign key (place_id, ballot_id) references ballots (place_id, id) on delete cascade,
  foreign key (place_id, proposal_id) references proposals (place_id, id)
);
comment on table ballot_options is 'participation: what one can choose on a ballot';
create index ballot_options_proposal on ballot_options (place_id, proposal_id);
call fence('ballot_options');

-- The roll: who may vote and by which way they did. Never when, and never what.
create table ballot_voters (
  place_id uuid not null default current_place() references places (id),
  id uuid not null default gen_random_uuid(),
  ballot_id uuid not null,
  -- What stands on the letter and on the voting slip.
  number integer not null,
  person_id uuid,
  name text not null default '' check (length(name) <= 300),
  email text not null default '' check (length(email) <= 254),
  address text not null default '' check (length(address) <= 500),
  voted_by text check (voted_by in ('online', 'letter', 'counter')),
  -- For an hour, so that a mark of the counter can be taken back; then it is forgotten. Never for a vote online.
  marked_at timestamptz check (marked_at is null or voted_by in ('letter', 'counter')),
  struck boolean not null default false,
  struck_words text not null default '' check (length(struck_words) <= 500),
  primary key (place_id, id),
  unique (place_id, ballot_id, number),
  foreign key (place_id, ballot_id) references ballots (place_id, id) on delete cascade,
  foreign key (place_id, person_id) references people (place_id, id)
);
comment on table ballot_voters is 'participation: who may vote, and whether they have';
create unique index ballot_voters_once on ballot_voters (place_id, ballot_id, person_id);
create index ballot_voters_person on ballot_voters (place_id, person_id);
call fence('ballot_voters');

-- The code of a letter, as its hash; a new one ends the old one.
create table ballot_codes (
  place_id uuid not null default current_place() references places (id),
  id uuid not null default gen_random_uuid(),
  ballot_id uuid not null,
  voter_id uuid not null,
  code_hash bytea not null,
  primary key (place_id, id),
  unique (place_id, code_hash),
  unique (place_id, voter_id),
  foreign key (place_id, ballot_id) references ballots (place_id, id) on delete cascade,
  foreign key (place_id, voter_id) references ballot_voters (place_id, id) on delete cascade
);
comment on table ballot_codes is 'participation: the key in the letter of somebody who may vote';
create index ballot_codes_ballot on ballot_codes (place_id, ballot_id);
call fence('ballot_codes');

-- Printed sheets carry a receipt on the sheet and on the stub; a receipt that was never printed is no sheet of ours.
create table ballot_blanks (
  place_id uuid not null default current_place() references places (id),
  ballot_id uuid not null,
  receipt text not null check (receipt ~ '^[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}$'),
  primary key (place_id, ballot_id, receipt),
  foreign key (place_id, ballot_id) references ballots (place_id, id) on delete cascade
);
comment on table ballot_blanks is 'participation: the numbers of printed ballot papers';
call fence('ballot_blanks');

-- A pile of paper, counted by two who do not see each other's count.
create table ballot_piles (
  place_id uuid not null default current_place() references places (id),
  id uuid not null default new_id(),
  ballot_id uuid not null,
  number integer not null,
  -- How many sheets lie in it, counted by hand before anything is typed.
  sheets integer not null check (sheets between 1 and 500),
  state text not null default 'first' check (state in ('first', 'second', 'differs', 'agreed')),
  first_name text not null default '' check (length(first_name) <= 200),
  second_name text not null default '' check (length(second_name) <= 200),
  made_by uuid,
  made_at timestamptz not null default current_moment(),
  changed_at timestamptz not null default current_moment(),
  primary key (place_id, id),
  unique (place_id, ballot_id, number),
  check (second_name = '' or lower(second_name) <> lower(first_name)),
  foreign key (place_id, ballot_id) references ballots (place_id, id) on delete cascade,
  foreign key (place_id, made_by) references people (place_id, id)
);
comment on table ballot_piles is 'participation: paper ballots that two people count';
create index ballot_piles_maker on ballot_piles (place_id, made_by);
call fence('ballot_piles');

create table ballot_pile_lines (
  place_id uuid not null default current_place() references places (id),
  pile_id uuid not null,
  counting integer not null check (counting in (1, 2)),
  line integer not null check (line between 1 and 500),
  receipt text not null default '' check (length(receipt) <= 20),
  marks jsonb not null default '{}',
  invalid boolean not null default false,
  reason text check (reason in ('tooMany', 'unclear', 'named', 'foreign')),
  primary key (place_id, pile_id, counting, line),
  foreign key (place_id, pile_id) references ballot_piles (place_id, id) on delete cascade
);
comment on table ballot_pile_lines is 'participation: what one of two counters read on a sheet';
call fence('ballot_pile_lines');

-- The box. In a secret ballot nothing here says whose a sheet is, nor when it came.
create table ballot_sheets (
  place_id uuid not null default current_place() references places (id),
  id uuid not null default gen_random_uuid(),
  ballot_id uuid not null,
  secrecy text not null,
  receipt text not null check (receipt ~ '^[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}$'),
  marks jsonb not null,
  way text not null check (way in ('online', 'paper')),
  invalid boolean not null default false,
  pile_id uuid,
  -- Only in a named ballot.
  voter_name text check (length(voter_name) <= 300),
  primary key (place_id, id),
  unique (place_id, ballot_id, receipt),
  check (secrecy = 'named' or voter_name is null),
  foreign key (place_id, ballot_id, secrecy) references ballots (place_id, id, secrecy) on delete cascade,
  foreign key (place_id, pile_id) references ballot_piles (place_id, id)
);
comment on table ballot_sheets is 'participation: the sheets in the box, each with its receipt and nobody''s name';
create index ballot_sheets_pile on ballot_sheets (place_id, pile_id);
create index ballot_sheets_ballot on ballot_sheets (place_id, ballot_id, secrecy);
call fence('ballot_sheets');

-- What is published stays as it was counted: not even a mistake of ours may change a sheet afterwards.
create function guard_ballot_box() returns trigger language plpgsql as $$
begin
  if exists (
    select from ballots b
    where b.place_id = coalesce(new.place_id, old.place_id) and b.id = coalesce(new.ballot_id, old.ballot_id)
      and b.state = 'published'
  ) then
    raise exception 'the ballot is published: its box is closed for ever' using errcode = 'check_violation';
  end if;
  return coalesce(new, old);
end $$;
create trigger guard_ballot_box before insert or update or delete on ballot_sheets
  for each row execute function guard_ballot_box();

-- Its result stays as well.
create function guard_ballot_result() returns trigger language plpgsql as $$
begin
  if old.state = 'published' and (
    new.state, new.title, new.question, new.rule, new.secrecy, new.tally, new.seal, new.file_id, new.sheet_count,
    new.entitled_count, new.reconciliation, new.reconciliation_words, new.published_at
  ) is distinct from (
    old.state, old.title, old.question, old.rule, old.secrecy, old.tally, old.seal, old.file_id, old.sheet_count,
    old.entitled_count, old.reconciliation, old.reconciliation_words, old.published_at
  ) then
    raise exception 'the ballot is published: its result stays' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger guard_ballot_result before update on ballots for each row execute function guard_ballot_result();
create trigger guard_ballot_options before insert or update or delete on ballot_options
  for each row execute function guard_ballot_box();
