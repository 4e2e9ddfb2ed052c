// A hall writes: 200 phones send cards for a minute, every fifth card twice, as after an answer that was lost.
// None may be lost, none doubled, and the board must show each within two seconds. What a card costs stands against a
// bare insert of the same row in a transaction of its own, in the same run.
import { strict as assert } from "node:assert";
import { type ChildProcess, fork } from "node:child_process";
import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { Agent, request } from "node:http";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { sql } from "kysely";
import { system } from "#core/actor.ts";
import type { Context } from "#core/context.ts";
import { openDatabase } from "#core/db.ts";
import { during } from "#core/during.ts";
import type { Outcome } from "#core/outcome.ts";
import { listPlaces } from "#modules/places/queries.ts";
import { addWorkshop, moveWorkshop } from "#modules/workshops/commands.ts";
import { letPhase, useTemplate } from "#modules/workshops/planning/commands.ts";
import { findWorkshop, listPhases } from "#modules/workshops/queries.ts";
import { openTown, quantile, report, smoke } from "./stage.ts";

const phones = smoke ? 20 : 200;
const seconds = smoke ? 6 : 60;
const everySeconds = smoke ? 3 : 8;
const limitMilliseconds = 2_000;

const assets = join(process.cwd(), ".cache", "assets");
const stage = await openTown();

const made = <T>(outcome: Outcome<T, string>): T => {
  if (!outcome.ok) throw new Error(outcome.because);
  return outcome.value;
};

const openHall = async (ctx: Context) => {
  const hour = 3_600_000;
  const times = { startsAt: ctx.now, endsAt: new Date(+ctx.now + 4 * hour) };
  const { id, slug } = made(await addWorkshop(ctx, { title: "Saalprobe", question: "Was fehlt?", ...times }));
  made(await useTemplate(ctx, id));
  made(await moveWorkshop(ctx, id, "announced"));
  made(await moveWorkshop(ctx, id, "running"));
  const [phase] = await listPhases(ctx, id);
  const workshop = await findWorkshop(ctx, id);
  if (!phase || !workshop) throw new Error("no hall");
  made(await letPhase(ctx, id, phase.id, "cards"));
  return { id, slug, phase: phase.id, code: workshop.hallCode };
};

const [place] = await listPlaces(stage.db);
if (!place) throw new Error("no town");
const moment = { place, actor: system, now: new Date(), language: "de" } as const;
const hall = await during(stage.db, moment, "read write", openHall);

const child: ChildProcess = fork(join(import.meta.dirname, "pages-server.ts"), {
  execArgv: ["--import", "./tools/tsx.mjs"],
});
child.send({ connection: stage.connection, assets });
const [{ port }] = (await once(child, "message")) as [{ port: number }];

type Answer = {
  readonly status: number;
  readonly text: string;
  readonly cookie: string;
  readonly tag: string;
};
const agent = new Agent({ keepAlive: true, maxSockets: 64 });

const ask = (
  method: "GET" | "POST",
  path: string,
  {
    type = "",
    body = "",
    headers = {},
  }: { type?: string; body?: string; headers?: Record<string, string> } = {},
): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const own = { host: "localhost", "accept-language": "de", ...headers };
    const typed = body ? { "content-type": type, "content-length": String(Buffer.byteLength(body)) } : {};
    const call = request({ port, path, method, agent, headers: { ...own, ...typed } }, (answer) => {
      const parts: Buffer[] = [];
      answer.on("data", (part: Buffer) => parts.push(part));
      answer.on("end", () =>
        resolve({
          status: answer.statusCode ?? 0,
          text: Buffer.concat(parts).toString(),
          cookie: (answer.headers["set-cookie"]?.[0] ?? "").split(";")[0] ?? "",
          tag: answer.headers.etag ?? "",
        }),
      );
    });
    call.on("error", reject);
    call.end(body);
  });

const accepted = new Map<string, number>();
const shown = new Map<string, number>();
const took: number[] = [];
let resent = 0;
let asked = 0;
const until = Date.now() + seconds * 1_000;

const sendCard = async (cookie: string, text: string): Promise<void> => {
  const body = JSON.stringify({ cards: [{ key: randomUUID(), phase: hall.phase, table: null, text }] });
  const path = `/werkstaetten/${hall.slug}/saal/karten`;
  const once = async () => {
    const started = performance.now();
    const answer = await ask("POST", path, { type: "application/json", body, headers: { cookie } });
    took.push(performance.now() - started);
    assert.equal(answer.status, 200, answer.text);
    assert.equal((JSON.parse(answer.text) as { taken: string[] }).taken.length, 1, answer.text);
    if (!accepted.has(text)) accepted.set(text, Date.now());
  };
  await once();
  if (accepted.size % 5 !== 0) return;
  resent += 1;
  await once();
};

/** Between two cards a phone asks every four seconds what lies on its table. */
const rest = async (cookie: string, milliseconds: number): Promise<void> => {
  const end = Date.now() + milliseconds;
  while (Date.now() < end) {
    await wait(Math.min(4_000, Math.max(1, end - Date.now())));
    const answer = await ask("GET", `/werkstaetten/${hall.slug}/saal/stand`, { headers: { cookie } });
    assert.equal(answer.status, 200);
    asked += 1;
  }
};

const phone = async (number: number): Promise<void> => {
  const entered = await ask("POST", "/saal", {
    type: "application/x-www-form-urlencoded",
    body: `wort=${hall.code}`,
  });
  assert.equal(entered.status, 303, "the hall lets every phone in");
  await wait(Math.random() * everySeconds * 1_000);
  for (let card = 1; Date.now() < until; card += 1) {
    await sendCard(entered.cookie, `Handy ${number}, Gedanke ${card}.`);
    await rest(entered.cookie, (0.5 + Math.random()) * everySeconds * 1_000);
  }
};

/** As the board does: once a second, told "unchanged" where nothing is new. */
const board = async (): Promise<void> => {
  let tag = "";
  while (Date.now() < until + 3_000) {
    const path = `/werkstaetten/${hall.slug}/leinwand/stand?wort=${hall.code}`;
    const answer = await ask("GET", path, { headers: tag ? { "if-none-match": tag } : {} });
    tag = answer.tag || tag;
    const html = answer.status === 200 ? (JSON.parse(answer.text) as { html: string }).html : "";
    for (const [text] of html.matchAll(/Handy \d+, Gedanke \d+\./gu))
      if (!shown.has(text)) shown.set(text, Date.now());
    await wait(1_000);
  }
};

await Promise.all([board(), ...Array.from({ length: phones }, (_, number) => phone(number))]);

const { rows: kept } = await sql<{ text: string; n: number }>`
  select text, count(*)::int as n from cards where workshop_id = ${hall.id} group by text`.execute(stage.db);
assert.equal(kept.length, accepted.size, "none lost");
assert.equal(Math.max(...kept.map(({ n }) => n)), 1, "none doubled");
assert.equal(shown.size, accepted.size, "the board has shown each");
const delays = [...accepted].map(([text, at]) =>
  Math.max(0, (shown.get(text) ?? Number.POSITIVE_INFINITY) - at),
);
const slowest = Math.max(...delays);
assert.ok(slowest <= limitMilliseconds, `a card came to the board after ${slowest} ms`);

const { db } = openDatabase(stage.connection, 8);
const bare: number[] = [];
for (let at = 0; at < Math.min(accepted.size, 400); at += 1) {
  const started = performance.now();
  await during(db, moment, "read write", async (ctx) => {
    await sql`insert into cards (workshop_id, phase_id, number, client_key, text)
      values (${hall.id}, ${hall.phase}, ${100_000 + at}, ${randomUUID()}, 'Handy')`.execute(ctx.db);
  });
  bare.push(performance.now() - started);
}
report(
  "a card from a phone, request and all",
  "a bare insert in its transaction",
  quantile(took, 0.5) / quantile(bare, 0.5),
  `${phones} phones, ${seconds} s: ${accepted.size} cards, ${resent} sent twice, none lost, none doubled, ${asked} questions besides; ` +
    `median ${quantile(took, 0.5).toFixed(1)} ms, p99 ${quantile(took, 0.99).toFixed(1)} ms; ` +
    `on the board after ${quantile(delays, 0.5)} ms, p99 ${quantile(delays, 0.99)} ms, slowest ${slowest} ms`,
);

child.kill();
agent.destroy();
await db.destroy();
await stage.close();
process.exit(0);
