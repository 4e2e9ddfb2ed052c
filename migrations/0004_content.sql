-- The town's own words: pages, news, dates.

create table pages (
  place_id uuid not null default current_place() references places (id),
  id uuid not null default new_id(),
  slug text not null,
  language text not null default 'de',
  title text not null,
  body text not null default '',
  in_footer boolean not null default false,
  made_by uuid,
  made_at timestamptz not null default current_moment(),
  changed_by uuid,
  changed_at timestamptz not null default current_moment(),
  published_at timestamptz,
  primary key (place_id, id),
  unique (place_id, slug, language),
  foreign key (place_id, made_by) references people (place_id, id),
  foreign key (place_id, changed_by) references people (place_id, id)
);
comment on table pages is 'content: pages the town writes';
create index pages_maker on pages (place_id, made_by);
create index pages_changer on pages (place_id, changed_by);
call fence('pages');

create table news (
  place_id uuid not null default current_place() references places (id),
  id uuid not null default new_id(),
  slug text not null,
  title text not null,
  lead text not null default '',
  body text not null default '',
  picture_id uuid,
  made_by uuid,
  made_at timestamptz not null default current_moment(),
  changed_at timestamptz not null default current_moment(),
  published_at timestamptz,
  primary key (place_id, id),
  unique (place_id, slug),
  foreign key (place_id, picture_id) references files (place_id, id),
  foreign key (place_id, made_by) references people (place_id, id)
);
comment on table news is 'content: what is new';
create index news_published on news (place_id, published_at desc);
create index news_picture on news (place_id, picture_id);
create index news_maker on news (place_id, made_by);
call fence('news');

create table calendar_dates (
  place_id uuid not null default current_place() references places (id),
  id uuid not null default new_id(),
  slug text not null,
  title text not null,
  body text not null default '',
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  all_day boolean not null default false,
  where_text text not null default '',
  postcode text check (postcode ~ '^\d{5}$'),
  accessibility text[] not null default '{}',
  organization_id uuid,
  admission text not null default '',
  made_by uuid,
  made_at timestamptz not null default current_moment(),
  changed_at timestamptz not null default current_moment(),
  revision integer not null default 0,
  published_at timestamptz,
  canceled_at timestamptz,
  primary key (place_id, id),
  unique (place_id, slug),
  check (ends_at >= starts_at),
  foreign key (place_id, organization_id) references organizations (place_id, id),
  foreign key (place_id, made_by) references people (place_id, id)
);
comment on table calendar_dates is 'content: events in the shared calendar';
create index calendar_dates_start on calendar_dates (place_id, starts_at);
create index calendar_dates_organization on calendar_dates (place_id, organization_id);
create index calendar_dates_maker on calendar_dates (place_id, made_by);
call fence('calendar_dates');
