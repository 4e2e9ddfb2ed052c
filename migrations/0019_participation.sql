-- Participation: a question of the town, its dated phases, what people propose, and what became of it.

create table processes (
  place_id uuid not null default current_place() references places (id),
  id uuid not null default new_id(),
  slug text not null check (length(slug) between 1 and 120),
  template text not null default 'other' check (template in ('fund', 'square', 'club', 'other')),
  title text not null check (length(title) between 1 and 300),
  question text not null check (length(question) between 1 and 1000),
  words text not null default '' check (length(words) <= 10000),
  -- What may still be decided, and what not any more: said before anybody takes the trouble.
  open_words text not null default '' check (length(open_words) <= 4000),
  decided_words text not null default '' check (length(decided_words) <= 4000),
  -- Who decides in the end, and how they are bound by what comes out.
  decider_words text not null default '' check (length(decider_words) <= 2000),
  -- The area it is about, in words.
  territory text not null default '' check (length(territory) <= 500),
  -- Who may write: everybody who is signed in, or those of these postcodes, or of one organization.
  who text not null default 'everybody' check (who in ('everybody', 'residents', 'organization')),
  postcodes text[] not null default '{}',
  organization_id uuid,
  -- Whom one can ask: a person's or an office's name with telephone.
  contact_words text not null default '' check (length(contact_words) <= 500),
  asks_cost boolean not null default false,
  asks_place boolean not null default true,
  -- How many days the administration has to answer a proposal or a question.
  answer_days integer not null default 28 check (answer_days between 1 and 365),
  state text not null default 'draft' check (state in ('draft', 'published', 'closed', 'canceled')),
  -- The number of the last proposal.
  proposal_count integer not null default 0,
  published_at timestamptz,
  -- Why it was canceled, or what came of it all.
  closing_words text not null default '' check (length(closing_words) <= 4000),
  made_by uuid,
  made_at timestamptz not null default current_moment(),
  changed_at timestamptz not null default current_moment(),
  primary key (place_id, id),
  unique (place_id, slug),
  foreign key (place_id, organization_id) references organizations (place_id, id),
  foreign key (place_id, made_by) references people (place_id, id)
);
comment on table processes is 'participation: a question that the town works on with its people';
create index processes_state on processes (place_id, state, published_at);
create index processes_organization on processes (place_id, organization_id);
create index processes_maker on processes (place_id, made_by);
call fence('processes');

-- Which phase it is follows from the day; begun_at says that everybody involved was told.
create table process_phases (
  place_id uuid not null default current_place() references places (id),
  id uuid not null default new_id(),
  process_id uuid not null,
  kind text not null check (kind in ('collect', 'discuss', 'refine', 'decide', 'followUp')),
  words text not null default '' check (length(words) <= 2000),
  starts_on date not null,
  ends_on date not null,
  begun_at timestamptz,
  ended_at timestamptz,
  primary key (place_id, id),
  unique (place_id, process_id, kind),
  check (ends_on >= starts_on),
  foreign key (place_id, process_id) references processes (place_id, id) on delete cascade
);
comment on table process_phases is 'participation: from when to when something is done in a process';
create index process_phases_start on process_phases (place_id, starts_on) where begun_at is null;
create index process_phases_end on process_phases (place_id, ends_on) where ended_at is null;
call fence('process_phases');

create table process_followers (
  place_id uuid not null default current_place() references places (id),
  process_id uuid not null,
  person_id uuid not null,
  made_at timestamptz not null default current_moment(),
  primary key (place_id, process_id, person_id),
  foreign key (place_id, process_id) references processes (place_id, id) on delete cascade,
  foreign key (place_id, person_id) references people (place_id, id)
);
comment on table process_followers is 'participation: who wants to hear how a process goes on';
create index process_followers_person on process_followers (place_id, person_id);
call fence('process_followers');

create table proposals (
  place_id uuid not null default current_place() references places (id),
  id uuid not null default new_id(),
  process_id uuid not null,
  number integer not null,
  title text not null check (length(title) between 1 and 200),
  words text not null check (length(words) between 1 and 8000),
  -- In lower case and without accents, for likeness.
  summary text not null default '' check (length(summary) <= 500),
  how text not null default 'online' check (how in ('online', 'paper', 'workshop')),
  organization_id uuid,
  card_cluster_id uuid,
  -- As it is shown: a name, "Tisch 3 der Werkstatt …", or nothing for "ohne Namen".
  author_words text not null default '' check (length(author_words) <= 300),
  place_words text not null default '' check (length(place_words) <= 300),
  latitude double precision check (latitude between -90 and 90),
  longitude double precision check (longitude between -180 and 180),
  cost_cents bigint check (cost_cents between 1 and 100000000000),
  cost_words text not null default '' check (length(cost_words) <= 2000),
  state text not null default 'published'
    check (state in ('draft', 'published', 'merged', 'split', 'withdrawn', 'hidden')),
  -- Supports on paper, counted by the office.
  paper_supports integer not null default 0 check (paper_supports between 0 and 100000),
  typed_by uuid,
  published_at timestamptz,
  made_at timestamptz not null default current_moment(),
  changed_at timestamptz not null default current_moment(),
  primary key (place_id, id),
  unique (place_id, process_id, number),
  check ((latitude is null) = (longitude is null)),
  foreign key (place_id, process_id) references processes (place_id, id) on delete cascade,
  foreign key (place_id, organization_id) references organizations (place_id, id),
  foreign key (place_id, card_cluster_id) references card_clusters (place_id, id),
  foreign key (place_id, typed_by) references people (place_id, id)
);
comment on table proposals is 'participation: what somebody proposes in a process';
create index proposals_process on proposals (place_id, process_id, state, published_at);
create index proposals_organization on proposals (place_id, organization_id);
create index proposals_cluster on proposals (place_id, card_cluster_id);
create index proposals_typist on proposals (place_id, typed_by);
call fence('proposals');

create table proposal_authors (
  place_id uuid not null default current_place() references places (id),
  proposal_id uuid not null,
  person_id uuid not null,
  -- Shown under one's name, or not.
  named boolean not null default true,
  made_at timestamptz not null default current_moment(),
  primary key (place_id, proposal_id, person_id),
  foreign key (place_id, proposal_id) references proposals (place_id, id) on delete cascade,
  foreign key (place_id, person_id) references people (place_id, id)
);
comment on table proposal_authors is 'participation: whose proposal it is; they are asked before it is merged';
create index proposal_authors_person on proposal_authors (place_id, person_id);
call fence('proposal_authors');

create table proposal_pictures (
  place_id uuid not null default current_place() references places (id),
  id uuid not null default new_id(),
  proposal_id uuid not null,
  file_id uuid not null,
  position integer not null default 0,
  primary key (place_id, id),
  foreign key (place_id, proposal_id) references proposals (place_id, id) on delete cascade,
  foreign key (place_id, file_id) references files (place_id, id)
);
comment on table proposal_pictures is 'participation: what a proposal looks like';
create index proposal_pictures_proposal on proposal_pictures (place_id, proposal_id, position);
create index proposal_pictures_file on proposal_pictures (place_id, file_id);
call fence('proposal_pictures');

create table proposal_supports (
  place_id uuid not null default current_place() references places (id),
  proposal_id uuid not null,
  person_id uuid not null,
  made_at timestamptz not null default current_moment(),
  primary key (place_id, proposal_id, person_id),
  foreign key (place_id, proposal_id) references proposals (place_id, id) on delete cascade,
  foreign key (place_id, person_id) references people (place_id, id)
);
comment on table proposal_supports is 'participation: who stands behind a proposal; only the number is shown';
create index proposal_supports_person on proposal_supports (place_id, person_id);
call fence('proposal_supports');

-- Comments as separable reasons: one thought each, for or against, or a remark that is neither.
create table proposal_reasons (
  place_id uuid not null default current_place() references places (id),
  id uuid not null default new_id(),
  proposal_id uuid not null,
  side text not null check (side in ('for', 'against', 'remark')),
  words text not null check (length(words) between 1 and 1500),
  person_id uuid,
  author_words text not null default '' check (length(author_words) <= 200),
  how text not null default 'online' check (how in ('online', 'paper')),
  state text not null default 'published' check (state in ('published', 'withdrawn', 'hidden')),
  made_at timestamptz not null default current_moment(),
  primary key (place_id, id),
  foreign key (place_id, proposal_id) references proposals (place_id, id) on delete cascade,
  foreign key (place_id, person_id) references people (place_id, id)
);
comment on table proposal_reasons is 'participation: one reason for or against a proposal';
create index proposal_reasons_proposal on proposal_reasons (place_id, proposal_id, state, side, made_at);
create index proposal_reasons_person on proposal_reasons (place_id, person_id);
call fence('proposal_reasons');

-- The answer clock: what the administration owes an answer to, and until when. Without question words it is the
-- answer to the proposal itself.
create table process_answers (
  place_id uuid not null default current_place() references places (id),
  id uuid not null default new_id(),
  process_id uuid not null,
  proposal_id uuid,
  question_words text not null default '' check (length(question_words) <= 2000),
  asked_by uuid,
  author_words text not null default '' check (length(author_words) <= 200),
  -- Whose desk it lies on: "Bauamt".
  answerer_words text not null default '' check (length(answerer_words) <= 200),
  due_on date not null,
  verdict text check (verdict in ('yes', 'partly', 'later', 'no', 'ballot', 'answered')),
  words text not null default '' check (length(words) <= 6000),
  answered_by uuid,
  answered_at timestamptz,
  -- What was answered before it was corrected: [{"verdict": …, "words": …, "answererWords": …, "at": …}].
  earlier jsonb not null default '[]',
  state text not null default 'published' check (state in ('published', 'withdrawn', 'hidden')),
  made_at timestamptz not null default current_moment(),
  primary key (place_id, id),
  check ((verdict is null) = (answered_at is null)),
  check (verdict is null or length(words) > 0),
  foreign key (place_id, process_id) references processes (place_id, id) on delete cascade,
  foreign key (place_id, proposal_id) references proposals (place_id, id) on delete cascade,
  foreign key (place_id, asked_by) references people (place_id, id),
  foreign key (place_id, answered_by) references people (place_id, id)
);
comment on table process_answers is 'participation: what the administration has to answer, until when, and its answer';
create index process_answers_process on process_answers (place_id, process_id, made_at);
create index process_answers_due on process_answers (place_id, due_on) where verdict is null;
create unique index process_answers_proposal_once on process_answers (place_id, proposal_id) where question_words = '';
create index process_answers_proposal on process_answers (place_id, proposal_id);
create index process_answers_asker on process_answers (place_id, asked_by);
create index process_answers_answerer on process_answers (place_id, answered_by);
call fence('process_answers');

-- Several proposals shall become one, or one shall become several: only when all their authors agree.
create table proposal_joinings (
  place_id uuid not null default current_place() references places (id),
  id uuid not null default new_id(),
  process_id uuid not null,
  kind text not null check (kind in ('merge', 'split')),
  words text not null default '' check (length(words) <= 1000),
  -- What comes of it: [{"title": …, "words": …, "cost_cents": …}].
  results jsonb not null,
  state text not null default 'asked' check (state in ('asked', 'done', 'declined', 'canceled')),
  made_by uuid,
  made_at timestamptz not null default current_moment(),
  settled_at timestamptz,
  primary key (place_id, id),
  foreign key (place_id, process_id) references processes (place_id, id) on delete cascade,
  foreign key (place_id, made_by) references people (place_id, id)
);
comment on table proposal_joinings is 'participation: proposals that shall become one, or one that shall become several';
create index proposal_joinings_process on proposal_joinings (place_id, process_id, state);
create index proposal_joinings_maker on proposal_joinings (place_id, made_by);
call fence('proposal_joinings');

create table joining_proposals (
  place_id uuid not null default current_place() references places (id),
  joining_id uuid not null,
  proposal_id uuid not null,
  -- It went in, or it came out.
  role text not null check (role in ('from', 'to')),
  -- Whose authors have no file here: what they said, written down by the office.
  consent text check (consent in ('yes', 'no')),
  consent_words text not null default '' check (length(consent_words) <= 1000),
  consent_at timestamptz,
  primary key (place_id, joining_id, proposal_id),
  foreign key (place_id, joining_id) references proposal_joinings (place_id, id) on delete cascade,
  foreign key (place_id, proposal_id) references proposals (place_id, id) on delete cascade
);
comment on table joining_proposals is 'participation: which proposals went into a joining, and which came out of it';
create index joining_proposals_proposal on joining_proposals (place_id, proposal_id, role);
call fence('joining_proposals');

create table joining_consents (
  place_id uuid not null default current_place() references places (id),
  joining_id uuid not null,
  person_id uuid not null,
  answer text check (answer in ('yes', 'no')),
  words text not null default '' check (length(words) <= 1000),
  -- Asked by telephone or on paper, and written down by the office.
  by_office boolean not null default false,
  answered_at timestamptz,
  primary key (place_id, joining_id, person_id),
  foreign key (place_id, joining_id) references proposal_joinings (place_id, id) on delete cascade,
  foreign key (place_id, person_id) references people (place_id, id)
);
comment on table joining_consents is 'participation: what the authors say to a joining';
create index joining_consents_person on joining_consents (place_id, person_id);
call fence('joining_consents');

-- What happened to a proposal, for everybody to read: its path.
create table proposal_steps (
  place_id uuid not null default current_place() references places (id),
  id uuid not null default new_id(),
  proposal_id uuid not null,
  kind text not null check (kind ~ '^[a-zA-Z]+$' and length(kind) <= 40),
  -- What the sentence of this kind names: {"number": 7, "title": …}. Never a person.
  data jsonb not null default '{}',
  at timestamptz not null default current_moment(),
  primary key (place_id, id),
  foreign key (place_id, proposal_id) references proposals (place_id, id) on delete cascade
);
comment on table proposal_steps is 'participation: the path of a proposal, step by step';
create index proposal_steps_proposal on proposal_steps (place_id, proposal_id, at);
call fence('proposal_steps');

-- The public log of moderation, with its reasons, and what the author said to it.
create table moderations (
  place_id uuid not null default current_place() references places (id),
  id uuid not null default new_id(),
  process_id uuid not null,
  subject_kind text not null check (subject_kind in ('proposal', 'reason', 'question', 'statement')),
  subject_id uuid not null,
  action text not null check (action in ('hidden', 'shown')),
  reason text not null check (reason in ('insult', 'personal', 'offTopic', 'spam', 'unlawful', 'doubled', 'restored')),
  words text not null check (length(words) between 1 and 1000),
  made_by uuid,
  made_at timestamptz not null default current_moment(),
  -- "Das sehe ich anders": of the author, once.
  redress_words text not null default '' check (length(redress_words) <= 2000),
  redress_at timestamptz,
  redress_verdict text check (redress_verdict in ('kept', 'restored')),
  redress_reply text not null default '' check (length(redress_reply) <= 2000),
  redress_by uuid,
  primary key (place_id, id),
  foreign key (place_id, process_id) references processes (place_id, id) on delete cascade,
  foreign key (place_id, made_by) references people (place_id, id),
  foreign key (place_id, redress_by) references people (place_id, id)
);
comment on table moderations is 'participation: what was hidden, why, and what the author said to it';
create index moderations_process on moderations (place_id, process_id, made_at);
create index moderations_subject on moderations (place_id, subject_id);
create index moderations_maker on moderations (place_id, made_by);
create index moderations_redresser on moderations (place_id, redress_by);
call fence('moderations');
