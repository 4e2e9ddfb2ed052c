import { type RawBuilder, sql } from "kysely";
import type { Database } from "#core/db.ts";
import { skills } from "#modules/opportunities/vocabulary.ts";
import { fields, targetGroups } from "#modules/organizations/vocabulary.ts";

const clubs = [
  "Sportverein",
  "Heimatverein",
  "Feuerwehr",
  "Chor",
  "Tafel",
  "Gartenfreunde",
  "Bücherei",
  "Seniorenkreis",
];
const doings = [
  "Vorlesen",
  "Begleiten",
  "Kochen",
  "Reparieren",
  "Pflanzen",
  "Fahren",
  "Üben",
  "Aufräumen",
  "Zuhören",
  "Malen",
];
const places = [
  "im Garten",
  "in der Schule",
  "im Pflegeheim",
  "am Teich",
  "in der Bücherei",
  "auf dem Markt",
  "im Chor",
];
const words = [
  "gemeinsam",
  "Kinder",
  "Nachbarn",
  "Kaffee",
  "Wald",
  "Bücher",
  "Fahrrad",
  "Musik",
  "Tiere",
  "Deutsch",
  "Computer",
  "Besuch",
];

const list = (items: readonly string[]): RawBuilder<string[]> => sql`${[...items]}::text[]`;
/** One of these, and another one for every number: the same in every run. */
const pick = (items: readonly string[], step: number): RawBuilder<string> =>
  sql`(${list(items)})[1 + (n * ${sql.lit(step)}) % ${sql.lit(items.length)}]`;

const clubsOfTown = 60;

const addTowns = (towns: number) => sql`
  insert into places (slug, hosts, name, full_name, postcode, latitude, longitude)
  select 'stadt-' || n, array['stadt-' || n || '.example'], 'Stadt ' || n, 'Stadt ' || n, '02943', 51.504, 14.6402
  from generate_series(1, ${towns}::int) n`;

const addClubs = sql`
  insert into organizations (place_id, slug, name, sector, postcode, town_name, fields, verified_at)
  select p.id, 'verein-' || n, ${pick(clubs, 1)} || ' ' || n, 'civil', '02943', p.name, array[${pick(fields, 3)}], p.created_at
  from generate_series(1, ${sql.lit(clubsOfTown)}) n, places p`;

// One round through all towns after the other, as time brings them: the offers of a town lie far apart.
const addOffers = (offers: number) => sql`
  insert into opportunities (place_id, slug, organization_id, title, summary, description, fields, target_groups, skills,
    rhythm, times, duration_minutes, postcode, town_name, latitude, longitude, languages, seats, state, published_at, confirmed_at, number)
  select p.id, 'angebot-' || n, o.id, ${pick(doings, 1)} || ' ' || ${pick(places, 3)} || ' ' || n,
    ${pick(words, 1)} || ' und ' || ${pick(words, 5)} || ': ' || ${pick(doings, 7)} || ' ' || ${pick(places, 5)},
    repeat(${pick(words, 7)} || ' ' || ${pick(words, 11)} || ' ' || ${pick(doings, 3)} || '. ', 12),
    array[${pick(fields, 1)}, ${pick(fields, 5)}], array[${pick(targetGroups, 1)}], array[${pick(skills, 1)}, ${pick(skills, 3)}],
    ${pick(["weekly", "monthly", "flexible"], 1)}, (n * 7919) % 2097152, 30 + (n % 8) * 30, '02943', p.name,
    51.504 + (n % 40) * 0.002, 14.6402 + (n % 37) * 0.002, array['de'], 1 + n % 9, 'published',
    p.created_at - make_interval(days => n % 300), p.created_at - make_interval(days => n % 80), 100 + n
  from generate_series(1, ${offers}::int) n
  cross join places p
  join organizations o on o.place_id = p.id and o.slug = 'verein-' || (1 + n % ${sql.lit(clubsOfTown)})
  order by n, p.id`;

const addPeople = (people: number) => sql`
  insert into people (place_id, name, email, phone, postcode, age_band)
  select p.id, ${pick(["Anna", "Berta", "Cem", "Dora", "Emil", "Frida", "Georg"], 1)} || ' ' || ${pick(["Noack", "Kubitz", "Mattick", "Lehmann", "Öhler"], 3)} || ' ' || n,
    'person-' || n || '@' || p.slug || '.example', '03576 ' || (100000 + n), '02943', 'adult'
  from generate_series(1, ${people}::int) n, places p`;

const addTasks = (tasks: number) => sql`
  insert into tasks (place_id, kind, subject_id, title, path, person_id, owner_id, due_at, done_at)
  select p.place_id, 'inquiry', n::text, 'Anfrage ' || n, '/buero', p.id, case when n % 9 > 0 then p.id end,
    now() + make_interval(hours => n % 400 - 200), case when n % 4 > 0 then now() end
  from generate_series(1, ${tasks}::int) n
  join people p on p.email = 'person-' || (1 + n % 5) || '@stadt-1.example'`;

export type Size = {
  readonly towns: number;
  readonly offers: number;
  readonly people: number;
  readonly tasks: number;
};

/** Fills an empty database by rule: as many towns, and in each as many offers and people; the tasks in the first town. */
export const fillTowns = async (db: Database, { towns, offers, people, tasks }: Size): Promise<void> => {
  await db.connection().execute(async (connection) => {
    // The references are right by construction; to look each of them up would take longer than to write the rows.
    await sql`set session_replication_role = replica; set statement_timeout = 0`.execute(connection);
    for (const statement of [
      addTowns(towns),
      addClubs,
      addOffers(offers),
      addPeople(people),
      addTasks(tasks),
    ]) {
      await statement.execute(connection);
    }
    await sql`reset session_replication_role`.execute(connection);
    await sql`vacuum analyze`.execute(connection);
    await sql`reset statement_timeout`.execute(connection);
  });
};
