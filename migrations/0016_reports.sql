-- Reports are composed from data, edited, and sealed: after that they never change.
create table reports (
  place_id uuid not null default current_place() references places (id),
  id uuid not null default new_id(),
  slug text not null check (length(slug) between 1 and 120),
  -- What kind of report it is, and what it tells about.
  kind text not null check (length(kind) between 1 and 60),
  subject_kind text not null,
  subject_id uuid not null,
  title text not null check (length(title) between 1 and 300),
  state text not null default 'draft' check (state in ('draft', 'sealed')),
  content jsonb not null,
  revision integer not null default 1,
  -- The paper, set once after sealing; its hash and the hash of the content stand in it.
  file_id uuid,
  content_hash text,
  paper_failed text not null default '',
  sealed_at timestamptz,
  sealed_by uuid,
  made_by uuid,
  made_at timestamptz not null default current_moment(),
  changed_at timestamptz not null default current_moment(),
  primary key (place_id, id),
  unique (place_id, slug),
  check ((state = 'sealed') = (sealed_at is not null)),
  check ((state = 'sealed') = (content_hash is not null)),
  foreign key (place_id, file_id) references files (place_id, id),
  foreign key (place_id, sealed_by) references people (place_id, id),
  foreign key (place_id, made_by) references people (place_id, id)
);
comment on table reports is 'reports: what somebody tells about what happened, from data and words';
create index reports_subject on reports (place_id, subject_kind, subject_id);
create index reports_sealed on reports (place_id, sealed_at) where state = 'sealed';
create index reports_file on reports (place_id, file_id);
create index reports_sealer on reports (place_id, sealed_by);
create index reports_maker on reports (place_id, made_by);
call fence('reports');

create function keep_sealed_report() returns trigger language plpgsql as $$
begin
  if old.state = 'sealed' and (new.content, new.title, new.slug, new.state, new.content_hash, new.sealed_at)
    is distinct from (old.content, old.title, old.slug, old.state, old.content_hash, old.sealed_at) then
    raise exception 'a sealed report never changes';
  end if;
  return new;
end $$;
create trigger keep_sealed before update on reports for each row execute function keep_sealed_report();
