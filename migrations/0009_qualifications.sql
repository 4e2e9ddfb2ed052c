-- What somebody is qualified for, who has seen it, and until when.

create table qualifications (
  place_id uuid not null default current_place() references places (id),
  id uuid not null default new_id(),
  name text not null check (length(name) between 2 and 120),
  description text not null default '',
  -- How long it is good for, in months; null for ever.
  months integer check (months between 1 and 600),
  retired_at timestamptz,
  made_by uuid,
  made_at timestamptz not null default current_moment(),
  primary key (place_id, id),
  unique (place_id, name),
  foreign key (place_id, made_by) references people (place_id, id)
);
comment on table qualifications is 'courses: what one may have to be qualified for';
create index qualifications_maker on qualifications (place_id, made_by);
call fence('qualifications');

create table qualification_includes (
  place_id uuid not null default current_place() references places (id),
  qualification_id uuid not null,
  included_id uuid not null,
  primary key (place_id, qualification_id, included_id),
  check (qualification_id <> included_id),
  foreign key (place_id, qualification_id) references qualifications (place_id, id) on delete cascade,
  foreign key (place_id, included_id) references qualifications (place_id, id) on delete cascade
);
comment on table qualification_includes is 'courses: who holds the one holds the other as well';
create index qualification_includes_included on qualification_includes (place_id, included_id);
call fence('qualification_includes');

-- Seen, by whom, until when: no copy of a paper is kept.
create table held_qualifications (
  place_id uuid not null default current_place() references places (id),
  id uuid not null default new_id(),
  person_id uuid not null,
  qualification_id uuid not null,
  held_since date not null,
  valid_until date,
  seen_by uuid,
  seen_at timestamptz,
  made_by uuid,
  made_at timestamptz not null default current_moment(),
  ended_at timestamptz,
  primary key (place_id, id),
  foreign key (place_id, person_id) references people (place_id, id) on delete cascade,
  foreign key (place_id, qualification_id) references qualifications (place_id, id),
  foreign key (place_id, seen_by) references people (place_id, id),
  foreign key (place_id, made_by) references people (place_id, id)
);
comment on table held_qualifications is 'courses: who is qualified for what, seen by whom, until when';
create index held_qualifications_person on held_qualifications (place_id, person_id);
create index held_qualifications_qualification on held_qualifications (place_id, qualification_id);
create index held_qualifications_viewer on held_qualifications (place_id, seen_by);
create index held_qualifications_maker on held_qualifications (place_id, made_by);
create unique index held_qualifications_once on held_qualifications (place_id, person_id, qualification_id)
  where ended_at is null;
call fence('held_qualifications');
