import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Actor } from "#core/actor.ts";
import type { Context } from "#core/context.ts";
import { openDatabase } from "#core/db.ts";
import { during } from "#core/during.ts";
import { searchWords } from "#methods/search-words.ts";
import { nextDates } from "#modules/content/calendar/queries.ts";
import { latestNews } from "#modules/content/news/queries.ts";
import { footerPages } from "#modules/content/pages/queries.ts";
import { countTasks, listTasks } from "#modules/desk/queries.ts";
import { listOpen } from "#modules/opportunities/openings/queries.ts";
import { findOpportunityBySlug, neededThisWeek } from "#modules/opportunities/queries.ts";
import { findByWords } from "#modules/opportunities/search/queries.ts";
import { findPersonByEmail, listPeople } from "#modules/people/queries.ts";
import { type Committed, openCommitted } from "#test/committed.ts";

type Query = { readonly text: string; readonly values: readonly unknown[] };
type Plan = {
  readonly "Node Type": string;
  readonly "Relation Name"?: string;
  readonly "Index Name"?: string;
  readonly Plans?: readonly Plan[];
};

const towns = 150;
const sent: Query[] = [];
let house: Committed;
let watched: ReturnType<typeof openDatabase>;
let owner: pg.Client;

// Many towns with a little in each: enough that a look into all of them would cost more than a look into one.
const fill = `
  insert into places (slug, hosts, name, full_name, postcode, latitude, longitude)
    select 'ort-' || n, array['ort-' || n || '.example'], 'Ort ' || n, 'Ort ' || n, '02943', 51.5, 14.6 from generate_series(1, ${towns}) n;
  insert into organizations (place_id, slug, name, sector) select p.id, 'v-' || n, 'Verein ' || n, 'civil' from generate_series(1, 20) n, places p;
  insert into opportunities (place_id, slug, organization_id, title, rhythm, state, published_at)
    select o.place_id, o.slug || '-' || n, o.id, 'Angebot ' || n, 'weekly', 'published', now() from generate_series(1, 4) n, organizations o;
  insert into people (place_id, name, email) select p.id, 'Person ' || n, n || '@' || p.slug || '.example' from generate_series(1, 60) n, places p;
  insert into tasks (place_id, kind, subject_id, title, path, due_at)
    select p.id, 'inquiry', n::text, 'Anfrage', '/buero', now() from generate_series(1, 30) n, places p;
  insert into substitutions (place_id, absent_id, substitute_id, from_day, to_day)
    select a.place_id, a.id, b.id, current_date - n * 9, current_date - n * 9 + 5
    from generate_series(1, 20) n, people a, people b where a.name = 'Person 1' and b.place_id = a.place_id and b.name = 'Person 2';
  insert into news (place_id, slug, title, published_at) select p.id, 'n-' || n, 'Neues ' || n, now() from generate_series(1, 30) n, places p;
  insert into calendar_dates (place_id, slug, title, starts_at, ends_at, published_at)
    select p.id, 't-' || n, 'Termin ' || n, now() + interval '1 day', now() + interval '2 days', now() from generate_series(1, 30) n, places p;
  insert into pages (place_id, slug, language, title, published_at)
    select p.id, 's-' || n, 'de', 'Seite ' || n, now() from generate_series(1, 30) n, places p;
  analyze`;

beforeAll(async () => {
  house = await openCommitted();
  owner = new pg.Client(house.connection);
  await owner.connect();
  await owner.query(fill);
  watched = openDatabase(house.connection, 1);
  watched.pool.on("connect", (client) => {
    const send = client.query.bind(client);
    client.query = ((...parts: [string, unknown[]?]) => {
      sent.push({ text: parts[0], values: parts[1] ?? [] });
      return Reflect.apply(send, client, parts);
    }) as typeof client.query;
  });
});

afterAll(async () => {
  await watched.db.destroy();
  await owner.end();
  await house.close();
});

const nodesOf = (plan: Plan): Plan[] => [plan, ...(plan.Plans ?? []).flatMap(nodesOf)];

/** How PostgreSQL means to answer what this look asks, with the fence around the town up. */
const plansOf = async (look: (ctx: Context) => Promise<unknown>): Promise<Plan[]> => {
  const actor: Actor = house.cast.coordinator;
  sent.length = 0;
  const moment = { place: house.first, actor, now: new Date(), language: "de" };
  await during(watched.db, moment, "read only", look);
  const [opening, ...asked] = sent.splice(0).filter(({ text }) => text !== "commit");
  await owner.query(opening?.text ?? "");
  const plans: Plan[] = [];
  for (const { text, values } of asked) {
    const { rows } = await owner.query(`explain (format json) ${text}`, [...values]);
    plans.push(...nodesOf(rows[0]["QUERY PLAN"][0].Plan));
  }
  await owner.query("rollback");
  return plans;
};

/** The indexes that begin with the town. */
const indexesOfTowns = async (): Promise<Set<string>> => {
  const { rows } = await owner.query<{ name: string }>(`
    select indexrelid::regclass::text as name from pg_index join pg_attribute on attrelid = indrelid and attnum = indkey[0]
    where attname = 'place_id'`);
  return new Set(rows.map(({ name }) => name));
};

const looks: Readonly<Record<string, (ctx: Context) => Promise<unknown>>> = {
  "the open offers, for list, filters and suggestions": listOpen,
  "the search by words": (ctx) => findByWords(ctx, searchWords("Garten")),
  "one offer": (ctx) => findOpportunityBySlug(ctx, "v-1-1"),
  "what is needed this week": (ctx) => neededThisWeek(ctx, 5),
  "the next dates": (ctx) => nextDates(ctx, 3),
  "the newest news": (ctx) => latestNews(ctx, 3),
  "the foot of every page": footerPages,
  "the worklist": (ctx) => listTasks(ctx, { view: "all" }),
  "the figures of the worklist": countTasks,
  "the list of people": (ctx) => listPeople(ctx, {}),
  "somebody by their mail address": (ctx) => findPersonByEmail(ctx, "1@ort-1.example"),
};

test.for(Object.entries(looks))("%s: looks into one town only", async ([, look]) => {
  const nodes = await plansOf(look);
  const known = await indexesOfTowns();
  const indexes = nodes.flatMap((node) => node["Index Name"] ?? []);
  expect(indexes).not.toEqual([]);
  expect(indexes.filter((name) => !known.has(name))).toEqual([]);
  const scanned = nodes
    .filter((node) => node["Node Type"] === "Seq Scan")
    .map((node) => node["Relation Name"]);
  expect(scanned).toEqual([]);
});
