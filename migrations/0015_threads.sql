-- The golden thread: what led to what. The things themselves lie in their own modules.
create table threads (
  place_id uuid not null default current_place() references places (id),
  id uuid not null default new_id(),
  from_kind text not null check (length(from_kind) between 1 and 60),
  from_id uuid not null,
  to_kind text not null check (length(to_kind) between 1 and 60),
  to_id uuid not null,
  -- Why, in the words of whoever tied it.
  words text not null default '' check (length(words) <= 500),
  made_by uuid,
  made_at timestamptz not null default current_moment(),
  primary key (place_id, id),
  unique (place_id, from_kind, from_id, to_kind, to_id),
  check ((from_kind, from_id) <> (to_kind, to_id)),
  foreign key (place_id, made_by) references people (place_id, id)
);
comment on table threads is 'threads: this led to that, says somebody';
create index threads_to on threads (place_id, to_kind, to_id);
create index threads_maker on threads (place_id, made_by);
call fence('threads');
