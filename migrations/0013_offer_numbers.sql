-- A number for each offer, short enough to be read out on the phone and to be printed on a strip of paper.

alter table opportunities add column number integer not null default 0;
comment on column opportunities.number is 'counted from 101 in each town, never given twice';

update opportunities o set number = counted.number
from (select place_id, id, 100 + row_number() over (partition by place_id order by id) as number from opportunities) counted
where counted.place_id = o.place_id and counted.id = o.id;

create unique index opportunities_number on opportunities (place_id, number);

create function number_opportunity() returns trigger language plpgsql as $$
begin
  if new.number = 0 then
    -- Two that come at once are numbered one after the other.
    perform pg_advisory_xact_lock(hashtextextended('opportunity number ' || new.place_id, 0));
    new.number := coalesce((select max(number) from opportunities where place_id = new.place_id), 100) + 1;
  end if;
  return new;
end $$;

create trigger number_opportunity before insert on opportunities
  for each row execute function number_opportunity();
