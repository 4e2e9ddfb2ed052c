// What does the page of a big network cost the server? 5,000 organizations with 50,000 cooperations in ten years: its CPU
// time per visit when the page takes what the job kept, against drawing and measuring it from single ties on each visit.
import { strict as assert } from "node:assert";
import { join } from "node:path";
import { sql } from "kysely";
import { readAssets } from "#app/assets.ts";
import { openLog } from "#app/log.ts";
import { makeServer } from "#app/server.ts";
import { townFinder } from "#app/towns.ts";
import { system } from "#core/actor.ts";
import type { Context } from "#core/context.ts";
import { during } from "#core/during.ts";
import { computeGrowth } from "#methods/network-task.ts";
import { keepGrowth } from "#modules/network/growth/commands.ts";
import { findGrowthWork } from "#modules/network/growth/queries.ts";
import { paths } from "#modules/network/paths.ts";
import { listPlaces } from "#modules/places/queries.ts";
import { openStage, quantile, report, smoke } from "./stage.ts";
import { fillTowns } from "./towns-data.ts";

const [organizations, cooperations] = smoke ? [300, 3_000] : [5_000, 50_000];
const visits = smoke ? 3 : 40;
const plainVisits = smoke ? 2 : 6;
const now = new Date("2026-11-24T10:00:00Z");

const addOrganizations = sql`
  insert into organizations (place_id, slug, name, sector, postcode, town_name, verified_at)
  select p.id, 'beteiligte-' || n, 'Beteiligte ' || n, (array['civil', 'public', 'business'])[1 + n % 3], '02943', p.name,
    p.created_at
  from places p, generate_series(1, ${organizations}::int) n`;

// About half of all cooperations are with one of few, as in every town; the rest are spread evenly.
const addCooperations = sql`
  with made as (
    insert into cooperations (place_id, kind, topic, field, starts_on, ends_on, state, confirmed_at)
    select p.id, (array['information', 'coordination', 'project', 'structure'])[1 + n % 4], 'Vorhaben ' || n, 'culture',
      date '2016-01-01' + (n::bigint * 7919 % 3900)::int,
      case when n % 3 = 0 then date '2016-01-01' + (n::bigint * 7919 % 3900)::int + 200 + n % 1500 end, 'confirmed', p.created_at
    from places p, generate_series(1, ${cooperations}::int) n
    returning place_id, id, topic
  ), numbered as (select place_id, id, substring(topic from '\\d+')::bigint as n from made),
  ends as (
    select place_id, id, 1 + (n * 104729) % ${organizations} as one,
      case when n % 2 = 0 then 1 + (n * 31) % 60 else 1 + (n * 15485863) % ${organizations} end as other
    from numbered
  )
  insert into cooperation_members (place_id, cooperation_id, organization_id, state)
  select e.place_id, e.id, o.id, 'confirmed' from ends e join organizations o
    on o.place_id = e.place_id and o.slug in ('beteiligte-' || e.one, 'beteiligte-' || e.other)`;

const stage = await openStage();
await fillTowns(stage.db, { towns: 1, offers: 5, people: 5, tasks: 0 });
await addOrganizations.execute(stage.db);
await addCooperations.execute(stage.db);
await sql`analyze`.execute(stage.db);
const [place] = await listPlaces(stage.db);
assert(place);

const inHouse = <T>(mode: "read only" | "read write", work: (ctx: Context) => Promise<T>): Promise<T> =>
  during(stage.db, { place, actor: system, now, language: "de" }, mode, work);

const task = await inHouse("read only", findGrowthWork);
const growth = computeGrowth(task);
await inHouse("read write", (ctx) => keepGrowth(ctx, growth));

const { assets, files } = readAssets(join(process.cwd(), ".cache", "assets"));
const house = makeServer({
  db: stage.db,
  findTown: townFinder(stage.db, []),
  clock: () => now,
  log: openLog("error"),
  assets,
  assetFiles: files,
  secure: false,
});

const visit = async (address: string): Promise<{ readonly cpu: number; readonly text: string }> => {
  const before = process.cpuUsage();
  const reply = await house.fetch(
    new Request(`http://stadt-1.example${address}`, {
      headers: { host: "stadt-1.example", "accept-language": "de" },
    }),
  );
  const text = await reply.text();
  const { user, system: kernel } = process.cpuUsage(before);
  assert.equal(reply.status, 200);
  return { cpu: (user + kernel) / 1_000, text };
};

/** The middle of the CPU times of some visits, in milliseconds, and the last page. */
const visited = async (address: string, times: number) => {
  const seen = [];
  for (let at = 0; at < times + 2; at++) seen.push(await visit(address));
  return {
    cpu: quantile(
      seen.slice(2).map(({ cpu }) => cpu),
      0.5,
    ),
    text: seen.at(-1)?.text ?? "",
  };
};

const addresses = [
  ["the page of this year", paths.picture],
  ["two years side by side", `${paths.picture}?jahr=2026&vergleich=2021`],
  ["one organization and its circle", `${paths.picture}?organisation=beteiligte-2500`],
] as const;

const headings = (text: string): readonly string[] =>
  text.match(/\d{4}: [\d.]+ Organisationen, [\d.]+ [^<]+/gu) ?? [];

const kept: Awaited<ReturnType<typeof visited>>[] = [];
for (const [, address] of addresses) kept.push(await visited(address, visits));
await inHouse("read write", (ctx) => ctx.db.updateTable("networkDrawings").set({ ties: 0 }).execute());
for (const [at, [name, address]] of addresses.entries()) {
  const plain = await visited(address, plainVisits);
  const one = kept[at];
  assert(one);
  assert.deepEqual(headings(one.text), headings(plain.text), "both ways must show the same network");
  report(
    `CPU of ${name}: kept by the job`,
    "from single ties on each visit",
    one.cpu / plain.cpu,
    `${one.cpu.toFixed(1)} ms and ${plain.cpu.toFixed(1)} ms, ${organizations} organizations, ${cooperations} cooperations, aim 50 ms`,
  );
}
await stage.close();
