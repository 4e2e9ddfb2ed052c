// What do 20,000 answers cost? A published release reads what was frozen, so its page must cost the same as after 200.
// To protect a crossed table of 40 by 12 stands against hiding the small cells alone and attacking once, as one would
// do by hand; the attacker finds those out. Everything in the same run.
import { strict as assert } from "node:assert";
import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { request } from "node:http";
import { join } from "node:path";
import { system } from "#core/actor.ts";
import type { Context } from "#core/context.ts";
import { isoDay } from "#core/date.ts";
import { during } from "#core/during.ts";
import type { Id } from "#core/id.ts";
import type { Outcome } from "#core/outcome.ts";
import { newToken } from "#core/token.ts";
import { loadHighs } from "#methods/assignment-highs.ts";
import { primaryCells } from "#methods/disclosure.ts";
import { attack, leaksOf } from "#methods/disclosure-attack.ts";
import { systemOf } from "#methods/survey-release-system.ts";
import { listPlaces } from "#modules/places/queries.ts";
import { addSurvey, openSurvey } from "#modules/surveys/commands.ts";
import { paths } from "#modules/surveys/paths.ts";
import { beginProtection } from "#modules/surveys/protection/commands.ts";
import { protectJob } from "#modules/surveys/protection/jobs.ts";
import { findSurvey } from "#modules/surveys/queries.ts";
import { addRelease, computeRelease, publishRelease } from "#modules/surveys/releases/commands.ts";
import { findRelease } from "#modules/surveys/releases/queries.ts";
import { addResponses } from "#modules/surveys/responses/commands.ts";
import { openTown, quantile, report, smoke } from "./stage.ts";
import { answersTo, questions } from "./survey-data.ts";

const many = smoke ? 2_000 : 20_000;
const few = 200;
const times = smoke ? 10 : 300;
const officeTimes = smoke ? 3 : 40;
const skews = smoke ? [2] : [2, 3, 4];

const stage = await openTown();
const [place] = await listPlaces(stage.db);
if (!place) throw new Error("no town");
const moment = { place, actor: system, now: new Date(), language: "de" } as const;
const open = <T>(work: (ctx: Context) => Promise<T>): Promise<T> =>
  during(stage.db, moment, "read write", work);

const made = <T>(outcome: Outcome<T, string>): T => {
  if (!outcome.ok) throw new Error(outcome.because);
  return outcome.value;
};

type Published = {
  readonly survey: Id<"survey">;
  readonly slug: string;
  readonly release: Id<"surveyRelease">;
};

/** A survey with this many answers: the larger `skew`, the more of them give the first few choices. */
const survey = async (title: string, count: number, skew: number): Promise<Published> => {
  const id = await open(async (ctx) => {
    const added = await addSurvey(
      ctx,
      { title, population: 30_000, populationWords: "Melderegister." },
      questions,
    );
    made(await openSurvey(ctx, added, questions.content));
    return added;
  });
  const all = answersTo(count, skew);
  const slug = await open(async (ctx) => {
    const row = await findSurvey(ctx, id);
    if (!row) throw new Error("no survey");
    const rows = all.map((answers) => ({ answers, language: "de" }));
    assert.equal(await addResponses(ctx, row, { version: 1, how: "paper", rows }), count);
    return row.slug;
  });
  const release = await open(async (ctx) =>
    made(
      await addRelease(ctx, id, {
        standOn: isoDay(ctx.now),
        questions: questions.names,
        crossings: [{ row: "place", column: "age" }],
        title: "",
        words: "",
        author: "",
      }),
    ),
  );
  await open(async (ctx) => made(await computeRelease(ctx, id, release)));
  return { survey: id, slug, release };
};

/** As the house does it: the job reads and counts the answers, protects them in a thread of its own, and keeps what came out. */
const protect = async ({ survey, release }: Published): Promise<number> => {
  const started = performance.now();
  await protectJob.reach(open, { survey, release });
  return performance.now() - started;
};

const highs = await loadHighs();

/** The small cells alone, and one attack on them. */
const byHand = async ({ survey, release }: Published) => {
  const begun = await open((ctx) => beginProtection(ctx, survey, release));
  if (!begun) throw new Error("nothing to protect");
  const started = performance.now();
  const { build } = systemOf(begun.snapshot, [], new Set());
  const primary = new Set(primaryCells(build, begun.k));
  const found = leaksOf(build, attack(highs, build, primary), primary, begun.k);
  return { milliseconds: performance.now() - started, primary: primary.size, found: found.length };
};

/** How long it takes, how many cells of the table are hidden, and what of it can be found out. */
const protection = async (skew: number): Promise<Published> => {
  const one = await survey(`Befragung ${skew}`, many, skew);
  const hand = await byHand(one);
  const took = await protect(one);
  const row = await open((ctx) => findRelease(ctx, one.survey, one.release));
  const table = row?.content?.crossings[0];
  if (!row || !table) throw new Error(`no table: ${row?.state}`);
  assert.equal(row.attack?.leaks, 0, "nothing can be found out");
  assert.ok(smoke || took < 5_000, `to protect a table took ${took} ms`);
  const hidden = table.cells.flat().filter((cell) => cell === null).length;
  report(
    `a release with a table of ${table.rows.length} by ${table.columns.length} from ${many} answers, protected`,
    "hiding small cells and one attack",
    took / hand.milliseconds,
    `skew ${skew}: ${took.toFixed(0)} and ${hand.milliseconds.toFixed(0)} ms; ${hand.primary} small, ${hidden} hidden in the table, 0 found out; of the small cells alone ${hand.found}`,
  );
  return one;
};

const signIn = async (): Promise<Record<string, string>> => {
  const { token, hash } = newToken();
  const { id } = await stage.db
    .selectFrom("accounts")
    .select("id")
    .where("email", "=", "koordination@weisswasser.example")
    .executeTakeFirstOrThrow();
  const expiresAt = new Date(Date.now() + 3_600_000);
  await stage.db.insertInto("sessions").values({ tokenHash: hash, accountId: id, expiresAt }).execute();
  return { cookie: `sitzung=${token}` };
};

const surveys: Published[] = [];
for (const skew of skews) surveys.push(await protection(skew));
const [large] = surveys;
if (!large) throw new Error("nothing was protected");
const small = await survey("Kleine Befragung", few, 2);
await protect(small);
for (const { survey: id, release } of [large, small])
  await open(async (ctx) => made(await publishRelease(ctx, id, release, "")));

const child: ChildProcess = fork(join(import.meta.dirname, "pages-server.ts"), {
  execArgv: ["--import", "./tools/tsx.mjs"],
});
child.send({ connection: stage.connection, assets: join(process.cwd(), ".cache", "assets") });
const [{ port }] = (await once(child, "message")) as [{ port: number }];

const ask = (path: string, headers: Record<string, string>): Promise<number> =>
  new Promise((resolve, reject) => {
    const call = request({ port, path, headers: { host: "localhost", "accept-language": "de", ...headers } });
    call.on("response", (answer) => {
      let size = 0;
      answer.on("data", (part: Buffer) => {
        size += part.length;
      });
      answer.on("end", () =>
        answer.statusCode === 200 ? resolve(size) : reject(new Error(`${path}: ${answer.statusCode}`)),
      );
    });
    call.on("error", reject);
    call.end();
  });

const cpu = async (): Promise<number> => {
  child.send({ kind: "cpu" });
  const [reply] = (await once(child, "message")) as [{ cpu: number }];
  return reply.cpu / 1_000;
};

type Cost = { readonly cpu: number[]; readonly took: number[]; size: number };

/** Each address in turn, one request at a time, so that the CPU of the server is that of this request. */
const costs = async (addresses: readonly string[], headers: Record<string, string>, rounds: number) => {
  const found = addresses.map((): Cost => ({ cpu: [], took: [], size: 0 }));
  for (let round = -Math.ceil(rounds / 5); round < rounds; round += 1)
    for (const [index, path] of addresses.entries()) {
      const [before, started] = [await cpu(), performance.now()];
      const size = await ask(path, headers);
      const [took, spent] = [performance.now() - started, (await cpu()) - before];
      const cost = found[index];
      if (round < 0 || !cost) continue;
      cost.cpu.push(spent);
      cost.took.push(took);
      cost.size = size;
    }
  return found;
};

const compare = async (
  name: string,
  address: (one: Published) => string,
  headers: Record<string, string>,
  rounds: number,
) => {
  const [big, little] = await costs([address(large), address(small)], headers, rounds);
  if (!big || !little) throw new Error("nothing was measured");
  const of = ({ cpu: spent, took, size }: Cost): string =>
    `CPU ${quantile(spent, 0.5).toFixed(1)} and ${quantile(spent, 0.99).toFixed(1)} ms at p50 and p99, whole ${quantile(took, 0.5).toFixed(0)} and ${quantile(took, 0.99).toFixed(0)} ms, ${(size / 1_000).toFixed(0)} kB`;
  const ratio = quantile(big.cpu, 0.99) / quantile(little.cpu, 0.99);
  report(`${name} with ${many} answers, CPU at p99`, `with ${few}`, ratio, `${of(big)}; ${of(little)}`);
  return { ratio, p99: quantile(big.cpu, 0.99) };
};

try {
  const page = await compare("page of a release", ({ slug }) => paths.release(slug, 1), {}, times);
  assert.ok(smoke || page.p99 < 100, "less than 100 ms of CPU");
  assert.ok(smoke || page.ratio <= 2, "at most twice that of few answers");
  const office = await signIn();
  const inside: readonly (readonly [string, (one: Published) => string])[] = [
    ["overview", ({ survey }) => paths.survey(survey)],
    ["how answers come in", ({ survey }) => paths.progress(survey)],
    ["counts so far", ({ survey }) => paths.counts(survey)],
    ["counts, two questions crossed", ({ survey }) => `${paths.counts(survey)}?zeile=place&spalte=age`],
    ["answers as CSV", ({ survey }) => paths.exported(survey, "antworten.csv")],
    ["answers as a workbook", ({ survey }) => paths.exported(survey, "antworten.xlsx")],
  ];
  for (const [name, address] of inside)
    await compare(
      name,
      address,
      office,
      name.startsWith("answers") ? Math.ceil(officeTimes / 8) : officeTimes,
    );
} finally {
  child.kill();
  await stage.close();
}
process.exit(0);
