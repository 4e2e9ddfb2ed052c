import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import { expect, test } from "vitest";
import { found } from "#core/errors.ts";
import { canonicalJson } from "#methods/minutes.ts";
import { addItem, markOf, writeMinutes } from "#modules/consortium/agenda/commands.ts";
import { closeVote } from "#modules/consortium/counting/commands.ts";
import { closeMeeting } from "#modules/consortium/meetings/commands.ts";
import { findMeeting } from "#modules/consortium/meetings/queries.ts";
import { followMinutes, sendMinutes } from "#modules/consortium/minutes/commands.ts";
import { findMinutes } from "#modules/consortium/minutes/queries.ts";
import { answerObjection, objectTo } from "#modules/consortium/minutes-objections/commands.ts";
import { paths } from "#modules/consortium/paths.ts";
import { addConsortiumTask } from "#modules/consortium/tasks/commands.ts";
import { castVote, openVote } from "#modules/consortium/votes/commands.ts";
import { made } from "#test/made.ts";
import { putMotion, putSeats, runMeeting } from "#test/voting.ts";
import { town, type World } from "#test/world.ts";

const days = (n: number): Date => new Date(Date.parse("2026-11-24T09:00:00Z") + n * 86_400_000);

/** What was said inside, and may stand in nothing that everybody reads. */
const inside = [
  ...["Personal", "Frau Muster kündigt.", "Geheimer Vertrag", "Der Vertrag wird gekündigt."],
  ...["Kündigung zustellen", "Vertrag prüfen", "Mitglied 1", "Mitglied 2", "Ich habe das nie gesagt."],
  ...["Videoraum 4711"],
];

/** Minutes with everything that is not public in them, and what is. */
const minuted = async (world: World) => {
  const office = world.as("coordinator");
  const seats = await putSeats(office, [{ sector: "civil" }, { sector: "public" }, { sector: "business" }]);
  const meeting = await runMeeting(office, seats);
  await office.db.updateTable("meetings").set({ onlineWords: "Videoraum 4711" }).execute();
  const decide = async (
    title: string,
    wording: string,
    how: { hidden: boolean; method: "named" | "secret" },
  ) => {
    const { itemId, motionId } = await putMotion(office, meeting, { title, wording, hidden: how.hidden });
    const vote = made(await openVote(office, motionId, { method: how.method }));
    if (how.method === "named")
      for (const seat of seats) made(await castVote(office, vote, seat, { choice: "yes" }));
    else
      await world.sql(
        "insert into vote_slips (vote_id, choice) select $1, 'yes' from generate_series(1, 3)",
        [vote],
      );
    return { itemId, ...made(await closeVote(office, vote)) };
  };
  const open = await decide("Mitfahrbank", "Eine Bank am Markt.", { hidden: false, method: "named" });
  await decide("Vorsitz", "Der Sitz der Stadt führt.", { hidden: false, method: "secret" });
  const secret = await decide("Geheimer Vertrag", "Der Vertrag wird gekündigt.", {
    ...{ hidden: true, method: "named" },
  });
  const item = { kind: "discussion", title: "Personal", words: "", minutes: 5, public: false } as const;
  const personal = made(await addItem(office, meeting, item));
  made(await writeMinutes(office, personal, { words: "Frau Muster kündigt.", before: markOf("") }));
  made(await writeMinutes(office, open.itemId, { words: "Alle freuen sich.", before: markOf("") }));
  const task = { dueOn: "2026-12-20", ownerWords: "Bauhof", meetingId: meeting };
  made(await addConsortiumTask(office, { ...task, title: "Bank bestellen", agendaItemId: open.itemId }));
  made(await addConsortiumTask(office, { ...task, title: "Kündigung zustellen", agendaItemId: personal }));
  const { itemId: agendaItemId, resolution: resolutionId } = secret;
  made(await addConsortiumTask(office, { ...task, title: "Vertrag prüfen", agendaItemId, resolutionId }));
  made(await closeMeeting(office, meeting));
  made(await sendMinutes(office, meeting));
  const objection = { seatId: found(seats[0]), agendaItemId: open.itemId, words: "Ich habe das nie gesagt." };
  const objected = made(await objectTo(office, meeting, objection));
  const answer = { state: "declined", answer: "Doch.", text: null } as const;
  made(await answerObjection(office, objected, answer));
  const { number } = found(await findMeeting(office, meeting));
  return { office, meeting, number };
};

const approved = async (world: World) => {
  const all = await minuted(world);
  expect(await followMinutes(world.as("system", { now: days(15) }))).toBe(1);
  const { hash } = found(await findMinutes(world.as("visitor"), all.meeting));
  return { ...all, hash: found(hash) };
};

const read = async (world: World, path: string): Promise<string> => {
  const answer = await world.request("GET", path);
  expect(answer.status).toBe(200);
  return answer.text();
};

test("before they are approved nobody finds minutes in any of their forms, nor those of another town after", () =>
  town(async (world) => {
    const { number } = await minuted(world);
    const forms = [paths.minutes(number), paths.minutesData(number), paths.pressExtract(number)];
    for (const path of forms) expect((await world.request("GET", path)).status).toBe(404);
    expect(await followMinutes(world.as("system", { now: days(15) }))).toBe(1);
    for (const path of forms) {
      expect((await world.request("GET", path)).status).toBe(200);
      expect((await world.request("GET", path, { town: "second" })).status).toBe(404);
    }
  }));

test("approved minutes tell everybody what was decided and why, and nothing of what is internal", () =>
  town(async (world) => {
    const { number, hash } = await approved(world);
    const text = await read(world, paths.minutes(number));
    for (const one of ["Eine Bank am Markt.", "Alle freuen sich.", "Bank bestellen", hash, "Sitz 1"])
      expect(text).toContain(one);
    for (const one of inside) expect(text).not.toContain(one);
  }));

test("of a secret ballot stands the result, and who said what of no seat", () =>
  town(async (world) => {
    const { meeting } = await approved(world);
    const { content } = found(await findMinutes(world.as("coordinator"), meeting));
    const votes = (content?.minutes.items ?? [])
      .flatMap(({ motions }) => motions)
      .flatMap((one) => one.votes);
    const secret = votes.filter(({ voices }) => voices.length === 0);
    expect(secret).toHaveLength(1);
    expect(secret[0]?.sentence).toMatch(/^Angenommen: 3 Ja/u);
    const kept = await world.sql(
      "select count(*)::int as n from vote_choices c join motion_votes v on v.id = c.vote_id where v.method = 'secret'",
    );
    expect(kept.rows).toEqual([{ n: 0 }]);
  }));

test("the press reads each public resolution with its number, words and reason, and no other", () =>
  town(async (world) => {
    const { number } = await approved(world);
    const text = await read(world, paths.pressExtract(number));
    for (const one of ["2026-01: Mitfahrbank", "Eine Bank am Markt.", "2026-02: Vorsitz", "Angenommen: 3 Ja"])
      expect(text).toContain(one);
    expect(text).not.toContain("2026-03");
    for (const one of inside) expect(text).not.toContain(one);
  }));

type Seal = {
  readonly seal: string;
  readonly parts: readonly { hash: string; salt?: string; part?: unknown }[];
};

test("everybody computes the seal again from the file, in which hidden parts are no more than their hashes", () =>
  town(async (world) => {
    const { number, hash } = await approved(world);
    const text = await read(world, paths.minutesData(number));
    for (const one of inside) expect(text).not.toContain(one);
    const { seal, parts } = JSON.parse(text) as Seal;
    const sha = (words: string): string => bytesToHex(sha256(utf8ToBytes(words)));
    expect(seal).toBe(hash);
    expect(sha(parts.map((one) => one.hash).join("\n"))).toBe(hash);
    const open = parts.filter(({ part }) => part !== undefined);
    expect(open.length).toBeGreaterThan(0);
    for (const one of open) expect(sha(`${one.salt}\n${canonicalJson(one.part)}`)).toBe(one.hash);
    for (const one of parts) expect(one.part === undefined).toBe(one.salt === undefined);
    const [first] = open;
    const changed = canonicalJson({ ...(first?.part as object), title: "Anders" });
    expect(sha(`${first?.salt}\n${changed}`)).not.toBe(first?.hash);
  }));
