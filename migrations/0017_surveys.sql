-- Surveys: what is asked, who was invited, what was answered, and what of it is published.

create table surveys (
  place_id uuid not null default current_place() references places (id),
  id uuid not null default new_id(),
  -- Asked by an organization, or by the town when it is null.
  organization_id uuid,
  slug text not null check (length(slug) between 1 and 120),
  title text not null check (length(title) between 1 and 300),
  words text not null default '' check (length(words) <= 5000),
  -- Whom it asks: that decides what a response rate is measured against.
  audience text not null default 'everybody' check (audience in ('organizations', 'people', 'everybody')),
  -- Named: the answer says whose it is. Anonymous: nobody can tell. Counters: only sums are kept.
  privacy text not null default 'anonymous' check (privacy in ('named', 'anonymous', 'counters')),
  -- Open: whoever has the address. Codes: only who has a code.
  access text not null default 'open' check (access in ('open', 'codes', 'both')),
  asks_contact boolean not null default false,
  listed boolean not null default true,
  state text not null default 'draft' check (state in ('draft', 'open', 'closed')),
  closes_at timestamptz,
  opened_at timestamptz,
  closed_at timestamptz,
  -- How many could answer, and how one knows: "94 eingetragene Vereine (Vereinsregister, Juni 2026)".
  population integer check (population > 0),
  population_words text not null default '',
  -- Fewer than this are hidden in what is published.
  threshold integer not null default 5 check (threshold between 3 and 50),
  -- Wanted numbers of answers: [{"question": name, "value": value, "wanted": 20}].
  quotas jsonb not null default '[]',
  made_by uuid,
  made_at timestamptz not null default current_moment(),
  changed_at timestamptz not null default current_moment(),
  primary key (place_id, id),
  unique (place_id, slug),
  foreign key (place_id, organization_id) references organizations (place_id, id),
  foreign key (place_id, made_by) references people (place_id, id)
);
comment on table surveys is 'surveys: somebody asks many the same';
create index surveys_organization on surveys (place_id, organization_id);
create index surveys_state on surveys (place_id, state, closes_at);
create index surveys_maker on surveys (place_id, made_by);
call fence('surveys');

-- The highest version is what is asked; a version that was answered stays as it was.
create table questionnaires (
  place_id uuid not null default current_place() references places (id),
  survey_id uuid not null,
  version integer not null check (version > 0),
  content jsonb not null,
  -- What it was before the last change, for one step back.
  before jsonb,
  -- Counts every change, so that two who write at once do not overwrite each other.
  revision integer not null default 1,
  made_by uuid,
  made_at timestamptz not null default current_moment(),
  changed_at timestamptz not null default current_moment(),
  primary key (place_id, survey_id, version),
  foreign key (place_id, survey_id) references surveys (place_id, id) on delete cascade,
  foreign key (place_id, made_by) references people (place_id, id)
);
comment on table questionnaires is 'surveys: the questions of a survey, version by version';
create index questionnaires_maker on questionnaires (place_id, made_by);
call fence('questionnaires');

-- Who was asked. That somebody has answered is known, when and what is not: no moment is kept here.
create table survey_invitations (
  place_id uuid not null default current_place() references places (id),
  id uuid not null default gen_random_uuid(),
  survey_id uuid not null,
  how text not null check (how in ('mail', 'letter', 'card')),
  organization_id uuid,
  person_id uuid,
  name text not null default '' check (length(name) <= 300),
  email text not null default '' check (length(email) <= 254),
  address text not null default '' check (length(address) <= 500),
  sector text check (sector in ('civil', 'public', 'business')),
  field text not null default '',
  answered boolean not null default false,
  -- Does not want to be asked again about this survey.
  declined boolean not null default false,
  invited_on date,
  reminders integer not null default 0 check (reminders between 0 and 2),
  reminded_on date,
  primary key (place_id, id),
  foreign key (place_id, survey_id) references surveys (place_id, id) on delete cascade,
  foreign key (place_id, organization_id) references organizations (place_id, id),
  foreign key (place_id, person_id) references people (place_id, id)
);
comment on table survey_invitations is 'surveys: who was asked to answer, and whether they have';
create index survey_invitations_survey on survey_invitations (place_id, survey_id);
create unique index survey_invitations_once_organization on survey_invitations (place_id, survey_id, organization_id);
create unique index survey_invitations_once_person on survey_invitations (place_id, survey_id, person_id);
create index survey_invitations_organization on survey_invitations (place_id, organization_id);
create index survey_invitations_person on survey_invitations (place_id, person_id);
call fence('survey_invitations');

-- The keys of an invitation: one in the letter, another in each reminder. Only their hashes are kept.
create table survey_codes (
  place_id uuid not null default current_place() references places (id),
  id uuid not null default gen_random_uuid(),
  survey_id uuid not null,
  invitation_id uuid not null,
  code_hash bytea not null,
  primary key (place_id, id),
  unique (place_id, code_hash),
  foreign key (place_id, survey_id) references surveys (place_id, id) on delete cascade,
  foreign key (place_id, invitation_id) references survey_invitations (place_id, id) on delete cascade
);
comment on table survey_codes is 'surveys: the keys with which invited people answer';
create index survey_codes_survey on survey_codes (place_id, survey_id);
create index survey_codes_invitation on survey_codes (place_id, invitation_id);
call fence('survey_codes');

-- What somebody has answered so far. Its key is made from the code of the respondent by another hash than above,
-- so that the two tables cannot be laid side by side.
create table survey_drafts (
  place_id uuid not null default current_place() references places (id),
  id uuid not null default gen_random_uuid(),
  survey_id uuid not null,
  key_hash bytea not null,
  version integer not null,
  language text not null,
  answers jsonb not null default '{}',
  -- The page to go on with.
  page text not null default '',
  changed_on date not null default (current_moment())::date,
  primary key (place_id, id),
  unique (place_id, survey_id, key_hash),
  foreign key (place_id, survey_id, version) references questionnaires (place_id, survey_id, version)
);
comment on table survey_drafts is 'surveys: answers that are not sent yet';
create index survey_drafts_version on survey_drafts (place_id, survey_id, version);
create index survey_drafts_changed on survey_drafts (place_id, changed_on);
call fence('survey_drafts');

-- A pile of paper that is typed in, with what its sheets should add up to.
create table paper_batches (
  place_id uuid not null default current_place() references places (id),
  id uuid not null default new_id(),
  survey_id uuid not null,
  version integer not null,
  number integer not null,
  label text not null default '' check (length(label) <= 200),
  sheets integer not null check (sheets between 1 and 2000),
  -- Counted by hand before typing: [{"question": name, "value": value, "count": 12}].
  totals jsonb not null default '[]',
  typed_twice boolean not null default false,
  state text not null default 'open' check (state in ('open', 'closed')),
  made_by uuid,
  made_at timestamptz not null default current_moment(),
  closed_at timestamptz,
  primary key (place_id, id),
  unique (place_id, survey_id, number),
  foreign key (place_id, survey_id, version) references questionnaires (place_id, survey_id, version) on delete cascade,
  foreign key (place_id, made_by) references people (place_id, id)
);
comment on table paper_batches is 'surveys: a pile of paper answers that is typed in';
create index paper_batches_version on paper_batches (place_id, survey_id, version);
create index paper_batches_maker on paper_batches (place_id, made_by);
call fence('paper_batches');

create table paper_entries (
  place_id uuid not null default current_place() references places (id),
  id uuid not null default gen_random_uuid(),
  batch_id uuid not null,
  sheet integer not null check (sheet > 0),
  -- First or second time of typing.
  pass integer not null default 1 check (pass in (1, 2)),
  answers jsonb not null default '{}',
  entered_by uuid,
  entered_at timestamptz not null default current_moment(),
  primary key (place_id, id),
  unique (place_id, batch_id, sheet, pass),
  foreign key (place_id, batch_id) references paper_batches (place_id, id) on delete cascade,
  foreign key (place_id, entered_by) references people (place_id, id)
);
comment on table paper_entries is 'surveys: one sheet as it was typed, until its pile is closed';
create index paper_entries_enterer on paper_entries (place_id, entered_by);
call fence('paper_entries');

-- What was answered. Ids are random and only the day is kept, so that no order tells who it was.
create table responses (
  place_id uuid not null default current_place() references places (id),
  id uuid not null default gen_random_uuid(),
  survey_id uuid not null,
  version integer not null,
  how text not null default 'web' check (how in ('web', 'paper', 'phone')),
  language text not null,
  answered_on date not null default (current_moment())::date,
  answers jsonb not null,
  batch_id uuid,
  -- Only of surveys that say so.
  organization_id uuid,
  respondent text not null default '',
  primary key (place_id, id),
  foreign key (place_id, survey_id, version) references questionnaires (place_id, survey_id, version),
  foreign key (place_id, batch_id) references paper_batches (place_id, id),
  foreign key (place_id, organization_id) references organizations (place_id, id)
);
comment on table responses is 'surveys: what one respondent answered';
create index responses_survey on responses (place_id, survey_id, version);
create index responses_batch on responses (place_id, batch_id);
create index responses_organization on responses (place_id, organization_id);
call fence('responses');

-- For delicate questions: no answer is kept, only how often each was given.
create table survey_counters (
  place_id uuid not null default current_place() references places (id),
  survey_id uuid not null,
  -- Of all responses together when it is empty.
  question text not null default '',
  value text not null default '',
  how text not null default 'web' check (how in ('web', 'paper', 'phone')),
  count integer not null default 0 check (count >= 0),
  primary key (place_id, survey_id, question, value, how),
  foreign key (place_id, survey_id) references surveys (place_id, id) on delete cascade
);
comment on table survey_counters is 'surveys: how often an answer was given';
call fence('survey_counters');

-- Who wants to hear of the results. Nothing leads from here to an answer.
create table survey_contacts (
  place_id uuid not null default current_place() references places (id),
  id uuid not null default gen_random_uuid(),
  survey_id uuid not null,
  name text not null default '' check (length(name) <= 300),
  email text not null default '' check (length(email) <= 254),
  phone text not null default '' check (length(phone) <= 60),
  words text not null default '' check (length(words) <= 2000),
  left_on date not null default (current_moment())::date,
  primary key (place_id, id),
  foreign key (place_id, survey_id) references surveys (place_id, id) on delete cascade
);
comment on table survey_contacts is 'surveys: who left an address';
create index survey_contacts_survey on survey_contacts (place_id, survey_id);
call fence('survey_contacts');

-- Free text is published only after somebody has read it; the same text is read once.
create table text_reviews (
  place_id uuid not null default current_place() references places (id),
  survey_id uuid not null,
  question text not null,
  text_hash bytea not null,
  verdict text not null check (verdict in ('shown', 'shortened', 'hidden')),
  words text not null default '',
  reviewed_by uuid,
  reviewed_at timestamptz not null default current_moment(),
  primary key (place_id, survey_id, question, text_hash),
  foreign key (place_id, survey_id) references surveys (place_id, id) on delete cascade,
  foreign key (place_id, reviewed_by) references people (place_id, id)
);
comment on table text_reviews is 'surveys: which free text may be published, and how';
create index text_reviews_reviewer on text_reviews (place_id, reviewed_by);
call fence('text_reviews');

-- "Stand 30. September": what is published of a survey, once and for ever.
create table survey_releases (
  place_id uuid not null default current_place() references places (id),
  id uuid not null default new_id(),
  survey_id uuid not null,
  -- Numbered when it is published.
  number integer check (number > 0),
  state text not null default 'draft' check (state in ('draft', 'computing', 'computed', 'published')),
  stand_on date not null,
  threshold integer not null check (threshold between 3 and 50),
  questions text[] not null default '{}',
  -- [{"row": question, "column": question}]
  crossings jsonb not null default '[]',
  title text not null default '' check (length(title) <= 300),
  words text not null default '' check (length(words) <= 20000),
  author text not null default '' check (length(author) <= 300),
  answered integer not null default 0,
  population integer,
  -- The true counts as of then, for the protection of later releases: never shown.
  counts jsonb,
  -- The frozen figures, and what an attacker could infer from them and all earlier releases.
  content jsonb,
  attack jsonb,
  progress jsonb,
  failed text not null default '',
  content_hash text,
  file_id uuid,
  made_by uuid,
  made_at timestamptz not null default current_moment(),
  published_by uuid,
  published_at timestamptz,
  primary key (place_id, id),
  unique (place_id, survey_id, number),
  check ((state = 'published') = (published_at is not null)),
  check ((state = 'published') = (number is not null)),
  foreign key (place_id, survey_id) references surveys (place_id, id),
  foreign key (place_id, file_id) references files (place_id, id),
  foreign key (place_id, made_by) references people (place_id, id),
  foreign key (place_id, published_by) references people (place_id, id)
);
comment on table survey_releases is 'surveys: results as they were published on a day';
create index survey_releases_file on survey_releases (place_id, file_id);
create index survey_releases_maker on survey_releases (place_id, made_by);
create index survey_releases_publisher on survey_releases (place_id, published_by);
call fence('survey_releases');

create function keep_published_release() returns trigger language plpgsql as $$
begin
  if old.state = 'published' and (new.content, new.words, new.title, new.author, new.number, new.stand_on, new.state,
      new.content_hash, new.published_at, new.answered, new.population)
    is distinct from (old.content, old.words, old.title, old.author, old.number, old.stand_on, old.state,
      old.content_hash, old.published_at, old.answered, old.population) then
    raise exception 'a published release never changes';
  end if;
  return new;
end $$;
create trigger keep_published before update on survey_releases for each row execute function keep_published_release();

-- One question of a release, so that what came of it can be traced to it.
create table survey_findings (
  place_id uuid not null default current_place() references places (id),
  id uuid not null default new_id(),
  release_id uuid not null,
  question text not null,
  title text not null,
  position integer not null default 0,
  primary key (place_id, id),
  unique (place_id, release_id, question),
  foreign key (place_id, release_id) references survey_releases (place_id, id) on delete cascade
);
comment on table survey_findings is 'surveys: one published question';
call fence('survey_findings');
