// A meeting decides: 40 seats with phones and one big screen, 25 votes by name, in secret, by consent and by least
// resistance. Every fifth vote is sent twice, as after an answer that was lost. None may be lost, none doubled, and the
// result must be on every screen within a second of its closing. What a vote costs stands against a bare insert of the
// same row in a transaction of its own, in the same run.
import { strict as assert } from "node:assert";
import { type ChildProcess, fork } from "node:child_process";
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
import { hashToken } from "#core/token.ts";
import type { Decision } from "#methods/resolution.ts";
import { addItem } from "#modules/consortium/agenda/commands.ts";
import { addMeeting, openMeeting } from "#modules/consortium/meetings/commands.ts";
import type { MeetingId } from "#modules/consortium/meetings/queries.ts";
import { addMotion } from "#modules/consortium/motions/commands.ts";
import { paths } from "#modules/consortium/paths.ts";
import { come } from "#modules/consortium/presence/commands.ts";
import type { SeatId } from "#modules/consortium/seats/queries.ts";
import type { VoteId } from "#modules/consortium/votes/queries.ts";
import { listPlaces } from "#modules/places/queries.ts";
import { openStage, quantile, report, smoke } from "./stage.ts";

const phones = smoke ? 8 : 40;
const votes = smoke ? 4 : 25;
const limitMilliseconds = 1_000;
const methods = ["named", "secret", "named", "consent", "consensing"] as const;
const stage = await openStage();

const made = <T>(outcome: Outcome<T, string>): T => {
  if (!outcome.ok) throw new Error(outcome.because);
  return outcome.value;
};

await sql`insert into places (slug, hosts, name, full_name, postcode, latitude, longitude)
  values ('musterstadt', '{localhost}', 'Musterstadt', 'Musterstadt', '02943', 51.5, 14.6)`.execute(stage.db);
const [place] = await listPlaces(stage.db);
if (!place) throw new Error("no town");
const moment = { place, actor: system, now: new Date(), language: "de" } as const;

const addSomebody = async (ctx: Context, number: number, role: string | null): Promise<SeatId> => {
  const address = `sitz-${number}@musterstadt.example`;
  const { rows } = await sql<{ id: string; account: string }>`
    with account as (insert into accounts (email) values (${address}) returning id)
    insert into people (account_id, name, email, age_band, postcode)
    select account.id, ${`Mitglied ${number}`}, ${address}, 'adult', '02943' from account
    returning id, account_id as account`.execute(ctx.db);
  const [person] = rows;
  await sql`insert into sessions (token_hash, account_id, second_factor_at, expires_at)
    values (${hashToken(`sitz-${number}`)}, ${person?.account}, now(), now() + interval '1 day')`.execute(
    ctx.db,
  );
  if (role) await sql`insert into grants (person_id, role) values (${person?.id}, ${role})`.execute(ctx.db);
  const sector = ["civil", "public", "business"][number % 3];
  const seat = await sql<{ id: SeatId }>`
    insert into seats (title, position, sector, starts_on) values (${`Sitz ${number}`}, ${number}, ${sector}, '2020-01-01')
    returning id`.execute(ctx.db);
  const id = seat.rows[0]?.id;
  if (!id) throw new Error("no seat");
  await sql`insert into seat_holders (seat_id, person_id, name, starts_on)
    values (${id}, ${person?.id}, ${`Mitglied ${number}`}, '2020-01-01')`.execute(ctx.db);
  return id;
};

const prepare = async (ctx: Context) => {
  const seats: SeatId[] = [];
  for (let number = 0; number < phones; number += 1)
    seats.push(await addSomebody(ctx, number, number === 0 ? "chair" : "consortium"));
  const times = {
    startsAt: ctx.now,
    endsAt: new Date(+ctx.now + 7_200_000),
    whereWords: "Saal",
    onlineWords: "",
  };
  const { id } = made(await addMeeting(ctx, { title: "Steuerungsgruppe", words: "", ...times }));
  made(await openMeeting(ctx, id));
  for (const [number, seatId] of seats.entries())
    made(await come(ctx, id, { seatId, part: "member", name: `Mitglied ${number}`, way: "room" }));
  const motions = [];
  for (let number = 0; number < votes; number += 1) {
    const item = { kind: "decision", title: `Punkt ${number}`, words: "", minutes: 5, public: true } as const;
    const itemId = made(await addItem(ctx, id, item));
    await sql`update agenda_items set announced = true where id = ${itemId}`.execute(ctx.db);
    const title = `Antrag ${String(number).padStart(2, "0")}`;
    motions.push({ id: made(await addMotion(ctx, itemId, { title, wording: "So soll es sein." })), title });
  }
  return { meeting: id, seats, motions };
};
const { meeting, seats, motions } = await during(stage.db, moment, "read write", prepare);

const child: ChildProcess = fork(join(import.meta.dirname, "pages-server.ts"), {
  execArgv: ["--import", "./tools/tsx.mjs"],
});
child.send({ connection: stage.connection, assets: join(process.cwd(), ".cache", "assets") });
const [{ port }] = (await once(child, "message")) as [{ port: number }];
const agent = new Agent({ keepAlive: true, maxSockets: 96 });

type Answer = { readonly status: number; readonly text: string; readonly tag: string };

const askOnce = (
  method: "GET" | "POST",
  path: string,
  who: number,
  { form = "", tag = "" }: { readonly form?: string; readonly tag?: string } = {},
): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const headers = {
      host: "localhost",
      "accept-language": "de",
      cookie: `sitzung=sitz-${who}`,
      ...(tag ? { "if-none-match": tag } : {}),
      ...(form
        ? {
            "content-type": "application/x-www-form-urlencoded",
            "content-length": String(Buffer.byteLength(form)),
          }
        : {}),
    };
    const call = request({ port, path, method, agent, headers }, (answer) => {
      const parts: Buffer[] = [];
      answer.on("data", (part: Buffer) => parts.push(part));
      answer.on("end", () =>
        resolve({
          status: answer.statusCode ?? 0,
          text: Buffer.concat(parts).toString(),
          tag: answer.headers.etag ?? "",
        }),
      );
    });
    call.on("error", reject);
    call.end(form);
  });

/** As a browser does: a connection that was closed in the same moment is opened again, and the same sent again. */
const ask = async (...question: Parameters<typeof askOnce>): Promise<Answer> => {
  for (let tries = 0; ; tries += 1) {
    try {
      return await askOnce(...question);
    } catch (error) {
      if (tries === 3) throw error;
    }
  }
};

const took: number[] = [];
const asked: number[] = [];
const delays: number[] = [];
const closedAt = new Map<string, number>();
const shown = new Map<string, Set<number>>();
let sent = 0;
let resent = 0;
let over = false;

const answerOf = (seat: number, html: string): string => {
  if (html.includes("option-o1")) return `option-o1=${seat % 11}&option-o2=${(seat * 3) % 11}&option-o3=5`;
  const choices = html.includes("Ich stehe beiseite") ? ["yes", "abstain"] : ["yes", "yes", "no", "abstain"];
  return `choice=${choices[seat % choices.length]}`;
};

const vote = async (seat: number, path: string, html: string): Promise<void> => {
  const form = `seat=${seats[seat]}&${answerOf(seat, html)}`;
  await wait(Math.random() * 400);
  const started = performance.now();
  let answer = await ask("POST", path, seat, { form });
  // A house that is busy says so, and one presses the button again.
  for (let tries = 0; answer.status === 503 && tries < 100; tries += 1) {
    await wait(200);
    answer = await ask("POST", path, seat, { form });
  }
  took.push(performance.now() - started);
  assert.equal(answer.status, 303, answer.text.slice(0, 2_000));
  sent += 1;
  if (sent % 5 !== 0) return;
  resent += 1;
  const again = await ask("POST", path, seat, { form });
  // A slip that was sent again lies in the box already, and the page says so.
  assert.ok(again.status === 303 || again.status === 409, String(again.status));
};

const notice = (screen: number, html: string): void => {
  for (const [title, at] of closedAt) {
    const seen = shown.get(title) ?? new Set();
    if (seen.has(screen) || !(html.includes(title) && html.includes("beschlussfähig"))) continue;
    seen.add(screen);
    shown.set(title, seen);
    delays.push(Math.max(0, Date.now() - at));
  }
};

/** As the script of the page does: asks again 400 ms after each answer, told "unchanged" where nothing is new. */
const follow = async (screen: number, path: string, votes_: boolean): Promise<void> => {
  const given = new Set<string>();
  let tag = "";
  await wait(Math.random() * 400);
  while (!over) {
    const started = performance.now();
    const answer = await ask("GET", path, Math.min(screen, phones - 1), { tag });
    asked.push(performance.now() - started);
    tag = answer.tag || tag;
    if (answer.status === 200) {
      const { html } = JSON.parse(answer.text) as { html: string };
      notice(screen, html);
      const address = votes_ ? /action="([^"]+\/stimme\/[^"]+)"/u.exec(html)?.[1] : undefined;
      if (address && !given.has(address)) {
        given.add(address);
        void vote(screen, address, html);
      }
    } else assert.ok(answer.status === 304 || answer.status === 503, String(answer.status));
    await wait(400);
  }
};

const stateOf = async (motion: string) => {
  const { rows } = await sql<{ id: VoteId; method: string; voted: number }>`
    select v.id, v.method, (select count(*)::int from vote_choices c where c.vote_id = v.id)
      + (select count(*)::int from vote_slips s where s.vote_id = v.id) as voted
    from motion_votes v where v.motion_id = ${motion} and v.state = 'open'`.execute(stage.db);
  return rows[0];
};

const lead = async (): Promise<void> => {
  for (const [number, { id, title }] of motions.entries()) {
    const method = methods[number % methods.length];
    const form = `method=${method}&options=${encodeURIComponent("Am Markt\nAm Bahnhof")}`;
    const opened = await ask("POST", paths.openVote(id), 0, { form });
    assert.equal(opened.status, 303, opened.text.slice(0, 2_000));
    let state = await stateOf(id);
    for (let tries = 0; state && state.voted < phones && tries < 2_400; tries += 1) {
      await wait(50);
      state = await stateOf(id);
    }
    assert.equal(state?.voted, phones, `${title} (${method}): every seat votes once`);
    // Whoever sent twice has an answer before it is closed.
    await wait(150);
    const closing = await ask("POST", paths.officeVote(id, state?.id as VoteId), 0, {
      form: "was=schliessen",
    });
    assert.equal(closing.status, 303, closing.text.slice(0, 2_000));
    closedAt.set(title, Date.now());
    for (let tries = 0; (shown.get(title)?.size ?? 0) <= phones && tries < 100; tries += 1) await wait(25);
  }
  over = true;
};

const own = Array.from({ length: phones }, (_, seat) =>
  follow(seat, `${paths.voting(meeting as MeetingId)}/stand`, true),
);
await Promise.all([lead(), follow(phones, `${paths.screen(meeting as MeetingId)}/stand`, false), ...own]);

const { rows: kept } = await sql<{ method: string; decision: Decision }>`
  select method, decision from motion_votes where state = 'closed'`.execute(stage.db);
assert.equal(kept.length, votes, "every vote was closed");
for (const { method, decision } of kept) {
  const given = decision.consensing?.rows[0]?.ratings ?? decision.yes + decision.no + decision.abstain;
  assert.equal(given, phones, `${method}: none lost, none doubled`);
}
for (const { title } of motions)
  assert.equal(shown.get(title)?.size, phones + 1, `${title} was on every screen`);
const slowest = Math.max(...delays);

const { db } = openDatabase(stage.connection, 8);
const bare: number[] = [];
await during(db, moment, "read write", async (ctx) => {
  await sql`delete from vote_choices`.execute(ctx.db);
});
const { rows: first } = await sql<{
  id: VoteId;
}>`select id from motion_votes order by opened_at limit 1`.execute(db);
for (const seat of seats) {
  const started = performance.now();
  await during(db, moment, "read write", async (ctx) => {
    await sql`insert into vote_choices (vote_id, seat_id, choice) values (${first[0]?.id}, ${seat}, 'yes')`.execute(
      ctx.db,
    );
  });
  bare.push(performance.now() - started);
}
report(
  "a vote from a phone, request and all",
  "a bare insert in its transaction",
  quantile(took, 0.5) / quantile(bare, 0.5),
  `${phones} seats, ${votes} votes: ${sent} votes given, ${resent} sent twice, none lost, none doubled, ${asked.length} questions besides ` +
    `(median ${quantile(asked, 0.5).toFixed(1)} ms); median ${quantile(took, 0.5).toFixed(1)} ms, p99 ${quantile(took, 0.99).toFixed(1)} ms; ` +
    `the result on every screen after ${quantile(delays, 0.5)} ms, p99 ${quantile(delays, 0.99)} ms, slowest ${slowest} ms`,
);

child.kill();
agent.destroy();
await db.destroy();
await stage.close();
if (!smoke) assert.ok(slowest <= limitMilliseconds, `a result came to a screen after ${slowest} ms`);
process.exit(0);
