-- Two files of one person may hold two places of the same time, which no unique index but an exclusion forbids; and
-- a line may break a check that compares two people. Such a line stays where it is, like what both already have:
-- the modules that know it are told of the merge and end it.
create or replace procedure hand_over(source uuid, target uuid) language plpgsql security definer
  set search_path = public as $$
declare
  reference record;
  line tid;
begin
  if not exists (select from people where place_id = current_place() and id = source)
    or not exists (select from people where place_id = current_place() and id = target) then
    raise exception 'both people belong to this town';
  end if;
  for reference in
    select f.conrelid::regclass as place, a.attname as name
    from pg_constraint f join pg_attribute a on a.attrelid = f.conrelid and a.attnum = f.conkey[array_upper(f.conkey, 1)]
    where f.contype = 'f' and f.confrelid = 'people'::regclass
  loop
    begin
      execute format('update %s set %I = $1 where place_id = $2 and %I = $3', reference.place, reference.name, reference.name)
        using target, current_place(), source;
    exception when unique_violation or exclusion_violation or check_violation then
      for line in execute format('select ctid from %s where place_id = $1 and %I = $2', reference.place, reference.name)
        using current_place(), source
      loop
        begin
          execute format('update %s set %I = $1 where ctid = $2', reference.place, reference.name) using target, line;
        exception when unique_violation or exclusion_violation or check_violation then null;
        end;
      end loop;
    end;
  end loop;
  -- What happened to the file happened to its owner.
  update events set subject_id = target::text where place_id = current_place() and subject_id = source::text;
end $$;
