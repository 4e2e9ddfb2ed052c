// What happens when many reach for the same thing, and when a whole file comes at once?
import { strict as assert } from "node:assert";
import { sql } from "kysely";
import { type Actor, system, visitor } from "#core/actor.ts";
import type { Context, Place } from "#core/context.ts";
import { openDatabase } from "#core/db.ts";
import { during } from "#core/during.ts";
import type { Id } from "#core/id.ts";
import { bookSlot } from "#modules/desk/appointments/commands.ts";
import { templateHeadings } from "#modules/organizations/drafts/vocabulary.ts";
import { applyImport, keepImport } from "#modules/organizations/imports/commands.ts";
import { listPlaces } from "#modules/places/queries.ts";
import { openStage, report, type Stage, smoke } from "./stage.ts";
import { fillTowns } from "./towns-data.ts";

const connections = 32;
const slots = smoke ? 20 : 100;
const reaching = slots * 5;
const rows = smoke ? 200 : 5_000;

const stage = await openStage();
const { db } = openDatabase(stage.connection, connections);

const timed = async (work: () => Promise<unknown>): Promise<number> => {
  const started = performance.now();
  await work();
  return performance.now() - started;
};

const into = <T>(place: Place, actor: Actor, work: (ctx: Context) => Promise<T>): Promise<T> =>
  during(db, { place, actor, now: new Date(), language: "de" }, "read write", work);

/** Times of one adviser, half an hour each, all of them ahead. */
const offerTimes = async ({ db }: Stage, place: Place): Promise<Id<"appointment">[]> => {
  const { rows: made } = await sql<{ id: Id<"appointment"> }>`
    insert into appointments (place_id, adviser_id, starts_at, ends_at)
    select p.place_id, p.id, now() + make_interval(mins => n * 30), now() + make_interval(mins => n * 30 + 30)
    from generate_series(1, ${slots}::int) n, people p where p.place_id = ${place.id} and p.name like '% 1'
    returning id`.execute(db);
  return made.map(({ id }) => id);
};

type Reach = (place: Place, id: Id<"appointment">, guest: number) => Promise<boolean>;

const book: Reach = (place, id, guest) =>
  into(place, visitor, async (ctx) => {
    const booked = await bookSlot(ctx, id, { name: `Gast ${guest}`, email: `gast-${guest}@gast.example` });
    return booked.ok;
  });

const bookBare: Reach = (place, id, guest) =>
  into(place, visitor, async ({ db: line }) => {
    const { numAffectedRows } = await sql`update appointments set booked_at = now(), name = ${`Gast ${guest}`}
      where id = ${id} and booked_at is null`.execute(line);
    return numAffectedRows === 1n;
  });

/** All at once, five for each time; who got one is counted, and looked for in the database afterwards. */
const rush = async (place: Place, reach: Reach): Promise<number> => {
  const ids = await offerTimes(stage, place);
  const wishes = [...ids, ...ids, ...ids, ...ids, ...ids];
  let happy: boolean[] = [];
  const milliseconds = await timed(async () => {
    happy = await Promise.all(wishes.map((id, guest) => reach(place, id, guest)));
  });
  const { rows: taken } = await sql<{ n: number; names: number }>`
    select count(*)::int as n, count(distinct name)::int as names from appointments
    where place_id = ${place.id} and booked_at is not null`.execute(stage.db);
  assert.equal(happy.filter(Boolean).length, slots);
  assert.deepEqual(taken, [{ n: slots, names: slots }]);
  return milliseconds;
};

const syllables = [
  "ba",
  "de",
  "fi",
  "go",
  "hu",
  "ke",
  "li",
  "mo",
  "nu",
  "ra",
  "se",
  "ti",
  "wo",
  "zu",
  "pe",
  "ga",
];
/** A word that no other number has, and that sounds like none of them. */
const wordOf = (n: number): string => {
  let rest = (n * 40_503) % 65_536;
  let word = "";
  for (let place = 0; place < 4; place += 1, rest >>= 4) word += syllables[rest & 15];
  return word;
};

const tableOf = (count: number): string => {
  const [number = "", name = ""] = templateHeadings;
  const lines = Array.from(
    { length: count },
    (_, n) => `${n + 1};Verein ${wordOf(n)} ${wordOf(n + 9_000)} e.V.`,
  );
  return [`${number};${name}`, ...lines].join("\n");
};

const takeOver = async (place: Place): Promise<number> => {
  const text = tableOf(rows);
  return timed(() =>
    into(place, system, async (ctx) => {
      const file = { kind: "organizations", source: "Probe", fileName: "probe.csv", text } as const;
      const taken = await applyImport(ctx, await keepImport(ctx, file));
      assert.equal(taken.ok && taken.value["new"], rows);
    }),
  );
};

const insertBare = (place: Place): Promise<number> =>
  timed(() =>
    into(place, system, async ({ db: line }) => {
      for (let n = 0; n < rows; n += 1) {
        const name = `Verein ${wordOf(n)} ${wordOf(n + 9_000)} e.V.`;
        await sql`insert into organizations (slug, name, sector, source, external_id)
          values (${`probe-${n}`}, ${name}, 'civil', 'Probe', ${String(n + 1)})`.execute(line);
      }
    }),
  );

try {
  await fillTowns(stage.db, { towns: 4, offers: 1, people: 10, tasks: 0 });
  const [one, two, three, four] = await listPlaces(stage.db);
  assert.ok(one && two && three && four);
  const booking = await rush(one, book);
  const bare = await rush(two, bookBare);
  report(
    `${reaching} people reach for ${slots} times at once`,
    "one bare update each, through the same connections",
    booking / bare,
    `${booking.toFixed(0)} and ${bare.toFixed(0)} ms, ${connections} connections; exactly ${slots} got one, none was taken twice, each with task, event and letter`,
  );
  const imported = await takeOver(three);
  const inserted = await insertBare(four);
  report(
    `import of ${rows} organizations`,
    "plain inserts of the same rows, one by one in one transaction",
    imported / inserted,
    `${(imported / 1000).toFixed(1)} and ${(inserted / 1000).toFixed(1)} s; the import reads, compares for doubles and records each`,
  );
} finally {
  await db.destroy();
  await stage.close();
}
