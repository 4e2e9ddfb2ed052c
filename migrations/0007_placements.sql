-- From the conversation to the place: consultation, referral, trial, placement, follow-up.

create table consultations (
  place_id uuid not null default current_place() references places (id),
  id uuid not null default new_id(),
  person_id uuid not null,
  inquiry_id uuid,
  appointment_id uuid,
  kind text not null default 'initial' check (kind in ('initial', 'further')),
  channel text not null check (channel in ('counter', 'phone', 'video', 'home', 'mail')),
  minutes integer check (minutes between 1 and 600),
  motives text not null default '',
  experience text not null default '',
  situation text not null default '',
  agreed text not null default '',
  held_by uuid,
  held_at timestamptz not null default current_moment(),
  changed_at timestamptz not null default current_moment(),
  primary key (place_id, id),
  foreign key (place_id, person_id) references people (place_id, id) on delete cascade,
  foreign key (place_id, inquiry_id) references inquiries (place_id, id) on delete set null (inquiry_id),
  foreign key (place_id, appointment_id) references appointments (place_id, id) on delete set null (appointment_id),
  foreign key (place_id, held_by) references people (place_id, id)
);
comment on table consultations is 'placements: what was talked about, with whose consent';
create index consultations_person on consultations (place_id, person_id, held_at desc);
create index consultations_inquiry on consultations (place_id, inquiry_id);
create index consultations_appointment on consultations (place_id, appointment_id);
create index consultations_holder on consultations (place_id, held_by);
call fence('consultations');

create table shortlist_entries (
  place_id uuid not null default current_place() references places (id),
  person_id uuid not null,
  opportunity_id uuid not null,
  reason text not null default '',
  put_by uuid,
  put_at timestamptz not null default current_moment(),
  primary key (place_id, person_id, opportunity_id),
  foreign key (place_id, person_id) references people (place_id, id) on delete cascade,
  foreign key (place_id, opportunity_id) references opportunities (place_id, id) on delete cascade,
  foreign key (place_id, put_by) references people (place_id, id)
);
comment on table shortlist_entries is 'placements: offers to talk about with a person';
create index shortlist_entries_opportunity on shortlist_entries (place_id, opportunity_id);
create index shortlist_entries_putter on shortlist_entries (place_id, put_by);
call fence('shortlist_entries');

create table referrals (
  place_id uuid not null default current_place() references places (id),
  id uuid not null default new_id(),
  number bigint not null,
  person_id uuid not null,
  opportunity_id uuid not null,
  organization_id uuid not null,
  consultation_id uuid,
  state text not null check (state in ('proposed', 'released', 'sent', 'accepted', 'trial', 'placed', 'ended', 'declined', 'withdrawn')),
  state_since timestamptz not null default current_moment(),
  words text not null default '',
  trial_on date,
  trial_until date,
  placed_on date,
  reminders_sent integer not null default 0,
  made_by uuid,
  made_at timestamptz not null default current_moment(),
  primary key (place_id, id),
  unique (place_id, number),
  foreign key (place_id, person_id) references people (place_id, id) on delete cascade,
  foreign key (place_id, opportunity_id) references opportunities (place_id, id),
  foreign key (place_id, organization_id) references organizations (place_id, id),
  foreign key (place_id, consultation_id) references consultations (place_id, id) on delete set null (consultation_id),
  foreign key (place_id, made_by) references people (place_id, id)
);
comment on table referrals is 'placements: one person and one place, from proposal to placement';
create index referrals_person on referrals (place_id, person_id);
create index referrals_opportunity on referrals (place_id, opportunity_id);
create index referrals_organization on referrals (place_id, organization_id);
create index referrals_consultation on referrals (place_id, consultation_id);
create index referrals_maker on referrals (place_id, made_by);
create unique index referrals_running on referrals (place_id, person_id, opportunity_id)
  where state not in ('ended', 'declined', 'withdrawn');
call fence('referrals');

-- Every mail carries a link of its own, so that an older one still opens and the answer has an author.
create table referral_links (
  place_id uuid not null default current_place() references places (id),
  token_hash bytea not null,
  referral_id uuid not null,
  purpose text not null check (purpose in ('release', 'answer')),
  recipient text not null default '',
  person_id uuid,
  made_at timestamptz not null default current_moment(),
  expires_at timestamptz not null,
  primary key (place_id, token_hash),
  foreign key (place_id, referral_id) references referrals (place_id, id) on delete cascade,
  foreign key (place_id, person_id) references people (place_id, id) on delete set null (person_id)
);
comment on table referral_links is 'placements: the links in our mails, to release or to answer one referral';
create index referral_links_referral on referral_links (place_id, referral_id);
create index referral_links_person on referral_links (place_id, person_id);
call fence('referral_links');

create table referral_states (
  place_id uuid not null default current_place() references places (id),
  id uuid not null default new_id(),
  referral_id uuid not null,
  state text not null,
  reason text not null default '',
  words text not null default '',
  channel text not null default 'web' check (channel in ('web', 'mail', 'paper', 'phone', 'counter', 'system')),
  by_id uuid,
  by_name text not null default '',
  by_organization boolean not null default false,
  at timestamptz not null default current_moment(),
  primary key (place_id, id),
  foreign key (place_id, referral_id) references referrals (place_id, id) on delete cascade,
  foreign key (place_id, by_id) references people (place_id, id)
);
comment on table referral_states is 'placements: each step with its author, date and coded reason';
create index referral_states_referral on referral_states (place_id, referral_id, at);
create index referral_states_author on referral_states (place_id, by_id);
call fence('referral_states');

-- Exactly what the person released, to whom, how: nothing else is passed on.
create table releases (
  place_id uuid not null default current_place() references places (id),
  id uuid not null default new_id(),
  referral_id uuid not null,
  data text[] not null check (data <@ '{name,phone,email,note}' and cardinality(data) > 0),
  note text not null default '',
  text_version text not null,
  given_how text not null check (given_how in ('web', 'paper', 'phone', 'counter')),
  recorded_by uuid,
  given_at timestamptz not null default current_moment(),
  withdrawn_at timestamptz,
  primary key (place_id, id),
  foreign key (place_id, referral_id) references referrals (place_id, id) on delete cascade,
  foreign key (place_id, recorded_by) references people (place_id, id)
);
comment on table releases is 'placements: which data the person released for this one referral';
create index releases_referral on releases (place_id, referral_id);
create index releases_recorder on releases (place_id, recorded_by);
create unique index releases_once on releases (place_id, referral_id) where withdrawn_at is null;
call fence('releases');

create table follow_ups (
  place_id uuid not null default current_place() references places (id),
  id uuid not null default new_id(),
  referral_id uuid not null,
  side text not null check (side in ('person', 'organization')),
  week integer not null check (week in (2, 6, 12)),
  due_on date not null,
  token_hash bytea,
  asked_at timestamptz,
  handed_at timestamptz,
  answer text check (answer in ('good', 'unsure', 'not_good', 'unreachable')),
  words text not null default '',
  channel text check (channel in ('web', 'mail', 'paper', 'phone', 'counter')),
  answered_by uuid,
  answered_at timestamptz,
  primary key (place_id, id),
  unique (place_id, referral_id, side, week),
  foreign key (place_id, referral_id) references referrals (place_id, id) on delete cascade,
  foreign key (place_id, answered_by) references people (place_id, id)
);
comment on table follow_ups is 'placements: both sides are asked after 2, 6 and 12 weeks';
create index follow_ups_due on follow_ups (place_id, due_on) where answered_at is null;
create index follow_ups_answerer on follow_ups (place_id, answered_by);
call fence('follow_ups');
