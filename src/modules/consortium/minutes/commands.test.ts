import { beforeAll, expect, test } from "vitest";
import { listenToModules } from "#app/reactions.ts";
import { found } from "#core/errors.ts";
import { sealMinutes } from "#methods/minutes.ts";
import { markOf, writeMinutes } from "#modules/consortium/agenda/commands.ts";
import { listAgenda } from "#modules/consortium/agenda/queries.ts";
import { closeVote } from "#modules/consortium/counting/commands.ts";
import { addMeeting, closeMeeting } from "#modules/consortium/meetings/commands.ts";
import { findMeeting } from "#modules/consortium/meetings/queries.ts";
import {
  answerObjection,
  objectTo,
  withdrawObjection,
} from "#modules/consortium/minutes-objections/commands.ts";
import { addConsortiumTask, changeConsortiumTask } from "#modules/consortium/tasks/commands.ts";
import { castVote, openVote } from "#modules/consortium/votes/commands.ts";
import { made } from "#test/made.ts";
import { putMotion, putSeats, runMeeting } from "#test/voting.ts";
import { town, type World } from "#test/world.ts";
import { approveMinutes, followMinutes, sendMinutes } from "./commands.ts";
import { composeMinutes, findMinutes, listMinutesObjections, readMinutes } from "./queries.ts";

beforeAll(listenToModules);

const sectors = ["civil", "public", "business"] as const;
const days = (n: number): Date => new Date(Date.parse("2026-11-24T09:00:00Z") + n * 86_400_000);

/** A meeting that decided something and was closed, with words to its one item. */
const closed = async (world: World) => {
  const office = world.as("coordinator");
  const seats = await putSeats(
    office,
    sectors.map((sector) => ({ sector })),
  );
  const meeting = await runMeeting(office, seats);
  const { itemId, motionId } = await putMotion(office, meeting);
  const vote = made(await openVote(office, motionId, { method: "named" }));
  for (const seat of seats) made(await castVote(office, vote, seat, { choice: "yes" }));
  made(await closeVote(office, vote));
  made(await closeMeeting(office, meeting));
  made(await writeMinutes(office, itemId, { words: "Alle waren dafür.", before: markOf("") }));
  return { office, seats, meeting, itemId, first: found(seats[0]) };
};

const later = (world: World, n: number) => world.as("system", { now: days(n) });

test("presence, votes and resolutions stand in the minutes without being written; only the words are", () =>
  town(async (world) => {
    const { office, meeting } = await closed(world);
    const minutes = found(await composeMinutes(office, meeting));
    expect(minutes.roll.there).toHaveLength(3);
    const [item] = minutes.items.filter(({ motions }) => motions.length > 0);
    expect(item?.words).toBe("Alle waren dafür.");
    expect(item?.motions[0]?.votes[0]).toMatchObject({ passed: true });
    expect(item?.motions[0]?.votes[0]?.voices).toHaveLength(3);
    expect(item?.resolutions[0]?.sentence).toMatch(/^Angenommen: 3 Ja/u);
  }));

test("what was sent changes by an objection only: not by a task that moves, nor by another name of a seat", () =>
  town(async (world) => {
    const { office, meeting, itemId, first } = await closed(world);
    const task = { title: "Bank bestellen", seatId: first, dueOn: "2027-01-31" };
    const id = made(await addConsortiumTask(office, { ...task, meetingId: meeting, agendaItemId: itemId }));
    made(await sendMinutes(office, meeting));
    const before = found(await readMinutes(office, found(await findMinutes(office, meeting))));
    made(await changeConsortiumTask(office, id, { ...task, dueOn: "2027-06-30" }));
    await office.db.updateTable("seats").set({ title: "Anders genannt" }).where("id", "=", first).execute();
    expect(await readMinutes(office, found(await findMinutes(office, meeting)))).toEqual(before);
    expect(await approveMinutes(later(world, 15), meeting)).toBe(true);
    expect(found(await findMinutes(office, meeting)).content?.minutes).toEqual(before);
  }));

test("minutes nobody objects to approve themselves when the window closes, and are sealed for ever", () =>
  town(async (world) => {
    const { office, meeting, itemId } = await closed(world);
    const { until } = made(await sendMinutes(office, meeting));
    expect(until.toISOString()).toBe("2026-12-08T23:00:00.000Z");
    expect(await sendMinutes(office, meeting)).toMatchObject({ because: "sent" });
    expect(
      await writeMinutes(office, itemId, { words: "Anders.", before: markOf("Alle waren dafür.") }),
    ).toMatchObject({ because: "sent" });
    expect(await findMinutes(world.as("visitor"), meeting)).toBeUndefined();
    expect(await approveMinutes(later(world, 14), meeting)).toBe(false);
    expect(await followMinutes(later(world, 15))).toBe(1);
    const row = found(await findMinutes(world.as("visitor"), meeting));
    expect(row.state).toBe("approved");
    const { minutes, salts } = found(row.content);
    expect(sealMinutes(minutes, salts)).toBe(row.hash);
    const words = minutes.items.map((item) => ({ ...item, words: `${item.words} Nein.` }));
    expect(sealMinutes({ ...minutes, items: words }, salts)).not.toBe(row.hash);
    expect(await followMinutes(later(world, 16))).toBe(0);
    await world.sql("savepoint before");
    await expect(
      world.sql("update meeting_minutes set hash = 'x' where meeting_id = $1", [meeting]),
    ).rejects.toThrow(/never change/u);
    await world.sql("rollback to before");
  }));

test("an accepted objection changes the words, and opens the window for this item only", () =>
  town(async (world) => {
    const { office, meeting, itemId, first } = await closed(world);
    const before = { seatId: first, agendaItemId: itemId, words: "Ich war dagegen." };
    expect(await objectTo(office, meeting, before)).toMatchObject({ because: "closed" });
    made(await sendMinutes(office, meeting));
    const id = made(await objectTo(office, meeting, before));
    expect(await objectTo(office, meeting, before)).toMatchObject({ because: "several" });
    const answer = { state: "accepted", answer: "Stimmt." } as const;
    expect(await answerObjection(office, id, { ...answer, text: null })).toMatchObject({
      because: "unchanged",
    });
    const tenth = world.as("coordinator", { now: days(10) });
    made(await answerObjection(tenth, id, { ...answer, text: "Zwei waren dafür." }));
    expect(await answerObjection(tenth, id, { ...answer, text: "Noch anders." })).toMatchObject({
      because: "answered",
    });
    const row = found(await findMinutes(office, meeting));
    expect(row).toMatchObject({ revision: 2 });
    expect(row.objectionsUntil?.toISOString()).toBe("2026-12-18T23:00:00.000Z");
    const late = world.as("coordinator", { now: days(20) });
    expect(await objectTo(late, meeting, { ...before, agendaItemId: null })).toMatchObject({
      because: "closed",
    });
    const again = made(await objectTo(late, meeting, { ...before, words: "Eine war dafür." }));
    expect(await followMinutes(later(world, 26))).toBe(0);
    made(
      await answerObjection(world.as("coordinator", { now: days(26) }), again, {
        state: "declined",
        answer: "Es waren zwei.",
        text: null,
      }),
    );
    expect(await followMinutes(later(world, 26))).toBe(1);
    const { content } = found(await findMinutes(office, meeting));
    const item = content?.minutes.items.find(({ corrections }) => corrections.length > 0);
    expect(item?.words).toBe("Zwei waren dafür.");
    expect(item?.corrections.map(({ state }) => state)).toEqual(["Übernommen", "Nicht übernommen"]);
  }));

test("an objection that nobody answered in time comes onto the next agenda, once", () =>
  town(async (world) => {
    const { office, meeting, first } = await closed(world);
    made(await sendMinutes(office, meeting));
    const objection = { seatId: first, agendaItemId: null, words: "Ich kam erst um sieben." };
    const id = made(await objectTo(office, meeting, objection));
    const next = made(
      await addMeeting(office, {
        title: "Nächste Sitzung",
        words: "",
        startsAt: days(30),
        endsAt: days(30.1),
        whereWords: "",
        onlineWords: "",
      }),
    );
    await followMinutes(later(world, 15));
    await followMinutes(later(world, 16));
    const ahead = found(await findMeeting(office, next.id));
    expect((await listAgenda(office, ahead)).map(({ title }) => title)).toEqual([
      "Genehmigung des Protokolls vom 24. November 2026",
    ]);
    made(await withdrawObjection(world.as("coordinator", { now: days(17) }), id));
    expect(await withdrawObjection(office, id)).toMatchObject({ because: "answered" });
    expect(await followMinutes(later(world, 17))).toBe(1);
  }));

test("only seats that were there object, for themselves; nobody else reads, sends or answers", () =>
  town(async (world) => {
    const { office, meeting, first } = await closed(world);
    const [absent] = await putSeats(office, [{ sector: "civil" }]);
    made(await sendMinutes(office, meeting));
    const words = { agendaItemId: null, words: "Falsch." };
    expect(await objectTo(office, meeting, { ...words, seatId: found(absent) })).toMatchObject({
      because: "notThere",
    });
    expect(await objectTo(world.as("consortium"), meeting, { ...words, seatId: first })).toMatchObject({
      because: "notOwn",
    });
    const id = made(await objectTo(office, meeting, { ...words, seatId: first }));
    expect(await listMinutesObjections(world.as("visitor"), meeting)).toEqual([]);
    for (const who of ["visitor", "volunteer", "representative", "editor"] as const) {
      await expect(objectTo(world.as(who), meeting, { ...words, seatId: first })).rejects.toMatchObject({
        name: "Forbidden",
      });
      await expect(sendMinutes(world.as(who), meeting)).rejects.toMatchObject({ name: "Forbidden" });
    }
    await expect(
      answerObjection(world.as("consortium"), id, { state: "declined", answer: "Nein.", text: null }),
    ).rejects.toMatchObject({ name: "Forbidden" });
    await expect(sendMinutes(world.as("foreignCoordinator"), meeting)).rejects.toMatchObject({
      name: "NotFound",
    });
    expect(await findMinutes(world.as("foreignCoordinator"), meeting)).toBeUndefined();
  }));

test("minutes without a word, or of a meeting that still runs, are not sent", () =>
  town(async (world) => {
    const office = world.as("coordinator");
    const seats = await putSeats(office, [{ sector: "civil" }, { sector: "public" }, { sector: "business" }]);
    const meeting = await runMeeting(office, seats);
    await putMotion(office, meeting);
    expect(await sendMinutes(office, meeting)).toMatchObject({ because: "notClosed" });
    made(await closeMeeting(office, meeting));
    expect(await sendMinutes(office, meeting)).toMatchObject({ because: "empty" });
  }));
