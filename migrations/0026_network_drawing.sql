-- The whole network through years as the picture and its script take it, made by the job that measures it. Many visitors
-- look at a big network, and drawing it from single ties each time would cost more than everything else on the page.
create table network_drawings (
  place_id uuid not null default current_place() references places (id),
  id uuid not null default new_id(),
  -- How many ties it holds: a page draws a small network itself and takes a big one from here.
  ties integer not null check (ties >= 0),
  -- JSON as text, since it is read as a whole and handed on as it is.
  drawing text not null check (length(drawing) <= 20000000),
  made_at timestamptz not null default current_moment(),
  primary key (place_id, id),
  unique (place_id)
);
comment on table network_drawings is 'network: the whole network through years, ready to be drawn';
call fence('network_drawings');
