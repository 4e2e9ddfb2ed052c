// What fits somebody among very many offers: found in the memory of the server by an index, against SQL that scores
// every offer by the same formula, row by row. Both must give the same scores and leave out the same offers, and the
// index the same order as the plain definition applied to every pair; otherwise the figures are worth nothing.
import { type RawBuilder, sql } from "kysely";
import { visitor } from "#core/actor.ts";
import type { Context, Place } from "#core/context.ts";
import { during } from "#core/during.ts";
import { gatesClosedFor, type Seeker } from "#methods/match-gates.ts";
import {
  companyFit,
  rhythmFit,
  scoreOf,
  topMatches,
  usualRadius,
  walkingRange,
} from "#methods/match-score.ts";
import { openings, weightsOf } from "#modules/opportunities/openings/queries.ts";
import { suggestFor } from "#modules/opportunities/suggestions/queries.ts";
import { companies, rhythms, skills } from "#modules/opportunities/vocabulary.ts";
import { emptyProfile, type Profile } from "#modules/opportunities/wishes/queries.ts";
import { fields, targetGroups } from "#modules/organizations/vocabulary.ts";
import { listPlaces } from "#modules/places/queries.ts";
import { openStage, quantile, report, smoke } from "./stage.ts";
import { fillTowns } from "./towns-data.ts";

const offers = smoke ? 1_000 : 100_000;
const asking = smoke ? 5 : 300;
const warmUp = smoke ? 3 : 100;
const bySql = smoke ? 2 : 20;
const proofs = smoke ? 2 : 6;
const shown = 8;

/** The same in every run (mulberry32). */
const randomFrom = (seed: number) => {
  let state = seed;
  return (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
};
const random = randomFrom(11);
const some = (list: readonly string[], most: number): string[] =>
  [...list].sort(() => random() - 0.5).slice(0, Math.floor(random() * (most + 1)));
const perhaps = <T>(value: T, share: number): T | null => (random() < share ? value : null);

const somebody = ({ latitude, longitude }: Place): Profile => ({
  ...emptyProfile,
  fields: some(fields, 3),
  skills: some(skills, 3),
  targetGroups: some(
    targetGroups.filter((code) => code !== "everyone"),
    2,
  ),
  times: perhaps(Math.floor(random() * 2 ** 21), 0.8) ?? 0,
  rhythms: some(rhythms, 2),
  company: perhaps(["alone", "pair", "team"][Math.floor(random() * 3)] ?? "pair", 0.6),
  languages: some(["de", "hsb", "pl"], 2),
  home: perhaps({ latitude: latitude + random() * 0.06, longitude: longitude + random() * 0.06 }, 0.8),
  radius: perhaps([2, 5, 10, 25][Math.floor(random() * 4)] ?? 5, 0.7),
  age: perhaps(random() < 0.2 ? { from: 16, to: 17 } : { from: 18, to: 130 }, 0.7),
  checked: perhaps(random() < 0.5, 0.4),
  needs: random() < 0.15 ? ["stepFree"] : [],
  notThese: random() < 0.2 ? some(targetGroups, 2) : [],
});

const vary = sql`
  update opportunities set
    company = (array['any', 'alone', 'pair', 'team'])[1 + abs(hashtext(slug || 'c')) % 4],
    target_groups = array[target_groups[1], (${sql.val([...targetGroups])}::text[])[1 + abs(hashtext(slug || 'g')) % 14]],
    skills = array[skills[1], (${sql.val([...skills])}::text[])[1 + abs(hashtext(slug || 's')) % 18]],
    minimum_age = case when abs(hashtext(slug || 'a')) % 7 = 0 then 18 end,
    languages_required = case when abs(hashtext(slug || 'l')) % 20 = 0 then array['hsb'] else '{}' end,
    accessibility = case when abs(hashtext(slug || 'b')) % 3 = 0 then array['stepFree'] else '{}' end,
    place_kind = case when abs(hashtext(slug || 'p')) % 10 = 0 then 'remote' else 'onsite' end,
    seats_taken = case when abs(hashtext(slug || 'v')) % 12 = 0 then seats else 0 end,
    latitude = latitude + (abs(hashtext(slug || 'x')) % 1000) * 0.0002,
    longitude = longitude + (abs(hashtext(slug || 'y')) % 1000) * 0.0002`;

const list = (items: readonly string[]): RawBuilder<string[]> => sql`${[...items]}::text[]`;
const table = (codes: readonly string[], fitOf: (code: string) => number) =>
  sql`${JSON.stringify(Object.fromEntries(codes.map((code) => [code, fitOf(code)])))}::jsonb`;

const overlap = (column: string, wanted: readonly string[]) => sql`(case
  when ${wanted.length} = 0 or cardinality(${sql.raw(column)}) = 0 then null
  else (select count(distinct c) from unnest(${sql.raw(column)}) c where c = any(${list(wanted)}))::float8
    / least(${wanted.length}, (select count(distinct c) from unnest(${sql.raw(column)}) c)) end)`;

const way = ({ home, radius }: Seeker) => {
  if (!home) return sql`null::float8`;
  const far = Math.max(radius ?? usualRadius, 0);
  const kilometers = sql`(2 * 6371.0088 * asin(least(1, sqrt(
    power(sin(radians(o.latitude - ${home.latitude}::float8) / 2), 2) + cos(radians(${home.latitude}::float8)) * cos(radians(o.latitude))
      * power(sin(radians(o.longitude - ${home.longitude}::float8) / 2), 2)))))`;
  return sql`(case when o.place_kind <> 'onsite' then 1 when o.latitude is null then null
    when ${kilometers} <= ${walkingRange}::float8 then 1 when ${kilometers} >= ${far}::float8 then 0
    else (${far}::float8 - ${kilometers}) / (${far}::float8 - ${walkingRange}::float8) end)`;
};

const groups = "array_remove(o.target_groups, 'everyone')";

const fitsOf = (seeker: Seeker, now: Date) => {
  const hour = new Date(Math.floor(+now / 3_600_000) * 3_600_000);
  const { times, rhythms: wanted, company, languages } = seeker;
  return {
    fields: overlap("o.fields", seeker.fields),
    skills: overlap("o.skills", seeker.skills),
    targetGroups: overlap(groups, seeker.targetGroups),
    times: sql`(case when ${times} = 0 then null when o.times = 0 then 1
      else bit_count((o.times & ${times})::bit(32))::float8 / bit_count(o.times::bit(32)) end)`,
    distance: way(seeker),
    rhythm:
      wanted.length === 0
        ? sql`null::float8`
        : sql`(${table(rhythms, (code) => rhythmFit(wanted, code))} ->> o.rhythm)::float8`,
    company:
      company === null
        ? sql`null::float8`
        : sql`(${table(companies, (code) => companyFit(company, code))} ->> o.company)::float8`,
    languages: sql`(case when o.languages && ${list(languages)} then 1 end)`,
    freshness: sql`greatest(0, least(1, 1 - extract(epoch from ${hour}::timestamptz - coalesce(o.confirmed_at, o.published_at))::float8 / (90 * 86400)))`,
    answers: sql`(case when g.asked > 0 then least(1, g.answers::float8 / g.asked) end)`,
  };
};

const closedFor = ({ age, checked, languages, needs, notThese }: Seeker, now: Date) => sql`(
  (o.seats is not null and o.seats <= o.seats_taken)
  or coalesce(o.minimum_age > ${age ? age.to : null}::int, false)
  or (o.needs_check and ${checked === false} and o.starts_at > ${now} and o.starts_at < ${now}::timestamptz + interval '28 days')
  or (${languages.length > 0} and cardinality(o.languages_required) > 0 and not o.languages_required && ${list(languages)})
  or (o.place_kind = 'onsite' and not o.accessibility @> ${list(needs)})
  or (o.fields || ${sql.raw(groups)} || o.skills) && ${list(notThese)})`;

type Row = { readonly id: string; readonly score: number };

/** The score of every open offer, made by the database. */
const scoredBySql = async (ctx: Context, seeker: Seeker, limit: number): Promise<readonly Row[]> => {
  const [weights, fits] = [await weightsOf(ctx), fitsOf(seeker, ctx.now)];
  const parts = Object.entries(fits).map(
    ([name, fit]) =>
      sql`(${sql.lit(weights[name as keyof typeof weights])}::float8, ${fit}::float8, ${sql.lit(!["languages", "freshness", "answers"].includes(name))})`,
  );
  const { rows } = await sql<Row>`
    select o.id, s.score from opportunities o
    join organizations g on g.place_id = o.place_id and g.id = o.organization_id
    cross join lateral (
      select case when coalesce(bool_or(question and fit is not null), false)
        then sum(weight * fit) filter (where fit is not null) / nullif(sum(weight) filter (where fit is not null), 0) else 0 end as score
      from (values ${sql.join(parts)}) as part(weight, fit, question)) s
    where o.state = 'published' and g.hidden_at is null
      and (o.rhythm not in ('once', 'slots') or coalesce(o.ends_at, o.starts_at, ${ctx.now}) >= ${ctx.now})
      and not ${closedFor(seeker, ctx.now)}
    order by s.score desc, o.published_at, o.id limit ${limit}`.execute(ctx.db);
  return rows;
};

const insist = (so: boolean, what: string): void => {
  if (!so) throw new Error(`not the same: ${what}`);
};

const rounding = 1e-9;

/** The index against the plain definition and against SQL, offer by offer. */
const prove = async (ctx: Context, seeker: Profile): Promise<void> => {
  const [index, weights] = [await openings(ctx), await weightsOf(ctx)];
  const ask = (k: number) => index.top({ seeker, weights, k, closed: offers, now: +ctx.now });
  const all = ask(offers);
  const offersInOrder = [...all.matches, ...all.closed]
    .map(({ offer }) => offer)
    .sort((a, b) => a.waitingSince - b.waitingSince || (a.id < b.id ? -1 : 1));
  const plain = topMatches(seeker, offersInOrder, weights, offers);
  const ids = (matches: readonly { readonly offer: { readonly id: string } }[]) =>
    matches.map(({ offer }) => offer.id).join();
  insist(offersInOrder.length === offers, "the number of offers");
  insist(ids(all.matches) === ids(plain.matches), "the order of all");
  insist(ids(ask(shown).matches) === ids(plain.matches.slice(0, shown)), "the first ones");
  insist(ids(all.closed) === ids(plain.closed), "what is out of the question");
  const rows = await scoredBySql(ctx, seeker, offers);
  insist(rows.length === plain.matches.length, "what SQL leaves in");
  for (const { id, score } of rows) {
    const offer = index.get(id);
    insist(
      offer !== undefined &&
        gatesClosedFor(seeker, offer).length === 0 &&
        Math.abs(scoreOf(seeker, offer, weights).score - score) < rounding,
      `the score of ${id}`,
    );
  }
};

const stage = await openStage();
try {
  await fillTowns(stage.db, { towns: 1, offers, people: 10, tasks: 0 });
  await stage.db.connection().execute(async (connection) => {
    await sql`set statement_timeout = 0`.execute(connection);
    await vary.execute(connection);
    await sql`update organizations set asked = abs(hashtext(slug)) % 9, answers = abs(hashtext(slug)) % 7`.execute(
      connection,
    );
    await sql`vacuum analyze opportunities`.execute(connection);
    await sql`reset statement_timeout`.execute(connection);
  });
  const [place] = await listPlaces(stage.db);
  if (!place) throw new Error("there is no town");
  const now = new Date();
  const look = <T>(work: (ctx: Context) => Promise<T>): Promise<T> =>
    during(stage.db, { place, actor: visitor, now, language: "de" }, "read only", work);

  const people = Array.from({ length: warmUp + asking }, () => somebody(place));
  const made = performance.now();
  await look(openings);
  console.log(
    `read and laid out once an hour: ${(performance.now() - made).toFixed(0)} ms for ${offers} offers`,
  );
  for (const seeker of [emptyProfile, ...people.slice(0, proofs)]) await look((ctx) => prove(ctx, seeker));
  console.log(`the same scores, gates and order for ${proofs + 1} people and ${offers} offers each`);

  const [ours, cpu, theirs, found]: [number[], number[], number[], number[]] = [[], [], [], []];
  for (const [at, seeker] of people.entries()) {
    const [before, started] = [process.cpuUsage(), performance.now()];
    await look((ctx) => suggestFor(ctx, seeker, shown));
    const [spent, used] = [performance.now() - started, process.cpuUsage(before)];
    if (at < warmUp) continue;
    ours.push(spent);
    cpu.push((used.user + used.system) / 1_000);
    await look(async (ctx) => {
      const [index, weights] = [await openings(ctx), await weightsOf(ctx)];
      const begun = process.cpuUsage();
      index.top({ seeker, weights, k: shown, closed: 30, now: +ctx.now });
      const took = process.cpuUsage(begun);
      found.push((took.user + took.system) / 1_000);
    });
    if (theirs.length >= bySql) continue;
    const since = performance.now();
    await look((ctx) => scoredBySql(ctx, seeker, shown));
    theirs.push(performance.now() - since);
  }
  const [p50, p99] = [quantile(ours, 0.5), quantile(ours, 0.99)];
  report(
    `suggestions of the whole page, p99, ${offers} offers`,
    "SQL that scores each of them, p99",
    p99 / quantile(theirs, 0.99),
    `${p50.toFixed(1)} and ${p99.toFixed(1)} ms at p50 and p99 of ${ours.length}, ${quantile(theirs, 0.5).toFixed(0)} and ${quantile(theirs, 0.99).toFixed(0)} ms of ${theirs.length}`,
  );
  console.log(
    `CPU of the server: ${quantile(found, 0.5).toFixed(1)} and ${quantile(found, 0.99).toFixed(1)} ms at p50 and p99 for the search, ${quantile(cpu, 0.5).toFixed(1)} and ${quantile(cpu, 0.99).toFixed(1)} ms with words, cards and the question what has changed`,
  );
} finally {
  await stage.close();
}
