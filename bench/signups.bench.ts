// Five hundred people sign up for a hundred places within a second: who gets one, who waits, and for how long?
import { strict as assert } from "node:assert";
import { setTimeout as pause } from "node:timers/promises";
import { sql } from "kysely";
import { listenToModules } from "#app/reactions.ts";
import { type Actor, type PersonActor, system } from "#core/actor.ts";
import type { Context, Place } from "#core/context.ts";
import { openDatabase } from "#core/db.ts";
import { during } from "#core/during.ts";
import type { Id } from "#core/id.ts";
import { listPlaces } from "#modules/places/queries.ts";
import { addRole, addShift } from "#modules/shifts/commands.ts";
import { listShifts } from "#modules/shifts/queries.ts";
import { signUp } from "#modules/shifts/signups/commands.ts";
import { openStage, quantile, report, type Stage, smoke } from "./stage.ts";
import { fillTowns } from "./towns-data.ts";

// As many as the town has in daily use.
const connections = 10;
const seats = smoke ? 10 : 100;
const crowd = seats * 5;
const day = 86_400_000;

const stage = await openStage();
const { db } = openDatabase(stage.connection, connections);
// With everything that listens: events, letters, tasks and the numbers of the offer.
listenToModules();

const into = <T>(place: Place, actor: Actor, work: (ctx: Context) => Promise<T>): Promise<T> =>
  during(db, { place, actor, now: new Date(), language: "de" }, "read write", work);

const peopleOf = async ({ db }: Stage, place: Place): Promise<readonly PersonActor[]> => {
  const { rows: accounts } = await sql<{ id: Id<"account"> }>`
    insert into accounts (email) select ${place.slug} || n || '@gast.example' from generate_series(1, ${crowd}::int) n
    returning id`.execute(db);
  const { rows } = await sql<{ id: Id<"person">; accountId: Id<"account">; name: string }>`
    insert into people (place_id, account_id, name, email, age_band)
    select ${place.id}, a.id, 'Gast ' || a.email, a.email, 'adult' from accounts a
    where a.id = any(${accounts.map(({ id }) => id)}::uuid[]) returning id, account_id, name`.execute(db);
  return rows.map((person) => ({ kind: "person", ...person, grants: [] }));
};

const needOf = (place: Place): Promise<Id<"shiftNeed">> =>
  into(place, system, async (ctx) => {
    const offer = await ctx.db
      .selectFrom("opportunities")
      .select("id")
      .where("state", "=", "published")
      .limit(1)
      .executeTakeFirstOrThrow();
    const role = await addRole(ctx, offer.id, { name: "Einlass" });
    assert.ok(role.ok);
    const startsAt = new Date(Date.now() + 7 * day);
    const endsAt = new Date(+startsAt + day / 6);
    const needs = [{ roleId: role.value, minimum: 0, maximum: seats }];
    const shift = await addShift(ctx, offer.id, { startsAt, endsAt, needs });
    assert.ok(shift.ok);
    const made = (await listShifts(ctx, offer.id, { limit: 50 })).find(({ id }) => id === shift.value);
    assert.ok(made?.needs[0]);
    return made.needs[0].id;
  });

type Reach = (place: Place, needId: Id<"shiftNeed">, person: PersonActor) => Promise<string>;

const signUpAs: Reach = (place, needId, person) =>
  into(place, person, async (ctx) => {
    const outcome = await signUp(ctx, { needIds: [needId] });
    assert.ok(outcome.ok);
    return outcome.value[0]?.state ?? "";
  });

/** The same counting in one bare statement: the counter is the lock, and one row is written. */
const countBare: Reach = (place, needId, person) =>
  into(place, person, async ({ db: line }) => {
    const { rows } = await sql<{ state: string }>`
      with need as materialized (
        select id, taken < maximum as fits from shift_needs where id = ${needId} for update
      ), counted as (
        update shift_needs n set entries = n.entries + 1, taken = n.taken + need.fits::int from need where n.id = need.id
        returning need.fits, n.entries, n.shift_id
      )
      insert into signups (need_id, shift_id, person_id, state, number, during)
      select ${needId}, c.shift_id, ${person.id}, case when c.fits then 'confirmed' else 'waiting' end, c.entries,
        tstzrange(s.starts_at, s.ends_at) from counted c join shifts s on s.id = c.shift_id
      returning state`.execute(line);
    return rows[0]?.state ?? "";
  });

/** All come within so many milliseconds; the database is asked afterwards who got a place and whether the line has gaps. */
const rush = async (place: Place, reach: Reach, within: number) => {
  const people = await peopleOf(stage, place);
  const needId = await needOf(place);
  const waits: number[] = [];
  const started = performance.now();
  const line = people.entries();
  // Each connection serves the next who is there; nobody is passed by.
  const serve = async (): Promise<void> => {
    for (const [at, person] of line) {
      const arrival = started + (at * within) / people.length;
      if (arrival > performance.now()) await pause(arrival - performance.now());
      await reach(place, needId, person);
      waits.push(performance.now() - arrival);
    }
  };
  await Promise.all(Array.from({ length: connections }, serve));
  const milliseconds = performance.now() - started;
  const { rows } = await sql<{ state: string; n: number; first: number; last: number }>`
    select state, count(*)::int as n, min(number) as first, max(number) as last from signups
    where need_id = ${needId} group by state order by state`.execute(stage.db);
  assert.deepEqual(rows, [
    { state: "confirmed", n: seats, first: 1, last: seats },
    { state: "waiting", n: crowd - seats, first: seats + 1, last: crowd },
  ]);
  return { milliseconds, median: quantile(waits, 0.5), longest: Math.max(...waits) };
};

const round = (figure: number) => figure.toFixed(0);

const compare = async (town: Place, other: Place, when: string, within: number): Promise<void> => {
  const ours = await rush(town, signUpAs, within);
  const bare = await rush(other, countBare, within);
  report(
    `${crowd} people sign up for ${seats} places ${when}`,
    "one bare statement each that counts and inserts, through the same connections",
    ours.milliseconds / bare.milliseconds,
    `all know after ${round(ours.milliseconds)} and ${round(bare.milliseconds)} ms, ${connections} connections; exactly ${seats} confirmed, ${crowd - seats} wait as ${seats + 1} to ${crowd}; half waited less than ${round(ours.median)} ms (bare ${round(bare.median)}), nobody longer than ${round(ours.longest)} ms (bare ${round(bare.longest)}), with rules, events and letters`,
  );
};

try {
  await fillTowns(stage.db, { towns: 5, offers: 1, people: 10, tasks: 0 });
  const [warm, one, two, three, four] = await listPlaces(stage.db);
  assert.ok(warm && one && two && three && four);
  await rush(warm, signUpAs, 0);
  await compare(one, two, "within a second", 1_000);
  await compare(three, four, "at one moment", 0);
} finally {
  await db.destroy();
  await stage.close();
}
