-- Other parts of the house keep their own public dates in the calendar of the town: a working group, a meeting. They are
-- changed where they belong, and the calendar leads there.
alter table calendar_dates add column kept_for text check (length(kept_for) between 1 and 120);
alter table calendar_dates add column kept_path text not null default '' check (length(kept_path) <= 300);
create unique index calendar_dates_kept on calendar_dates (place_id, kept_for) where kept_for is not null;
