import { expect, test } from "vitest";
import type { Context } from "#core/context.ts";
import {
  addMeeting,
  addSeries,
  cancelMeeting,
  closeMeeting,
  openMeeting,
} from "#modules/consortium/meetings/commands.ts";
import { findMeeting, listMeetings } from "#modules/consortium/meetings/queries.ts";
import { come, comeTogether, leave, strike } from "#modules/consortium/presence/commands.ts";
import { listPresent } from "#modules/consortium/presence/queries.ts";
import { addSeat } from "#modules/consortium/seats/commands.ts";
import { made } from "#test/made.ts";
import { town } from "#test/world.ts";
import { addItem, beginItem, markOf, moveItem, removeItem, writeMinutes } from "./commands.ts";
import { findItem, listAgenda } from "./queries.ts";

const plan = async (office: Context, startsAt = new Date("2026-11-24T17:00:00Z")) =>
  made(
    await addMeeting(office, {
      ...{ title: "Sitzung", words: "", whereWords: "Rathaus", onlineWords: "Telefon" },
      ...{ startsAt, endsAt: new Date(+startsAt + 7_200_000) },
    }),
  );

const item = (title: string, minutes: number) =>
  ({ kind: "discussion", title, words: "", minutes, public: true }) as const;

test("an agenda counts its clock on, and what is not public still takes its time and number", () =>
  town(async (world) => {
    const office = world.as("coordinator");
    const { id } = await plan(office);
    made(await addItem(office, id, item("Begrüßung", 15)));
    made(await addItem(office, id, { ...item("Personal", 20), public: false }));
    const last = made(await addItem(office, id, item("Wege", 30)));
    const meeting = { id, startsAt: new Date("2026-11-24T17:00:00Z") };
    const shown = await listAgenda(world.as("visitor"), meeting);
    expect(shown.map(({ number, title }) => [number, title])).toEqual([
      [1, "Begrüßung"],
      [3, "Wege"],
    ]);
    expect(shown[1]?.startsAt).toEqual(new Date("2026-11-24T17:35:00Z"));
    made(await moveItem(office, last, "up"));
    expect((await listAgenda(office, meeting)).map(({ title }) => title)).toEqual([
      "Begrüßung",
      "Wege",
      "Personal",
    ]);
  }));

test("two who write the minutes of one item at once: the second is told, and nothing is lost", () =>
  town(async (world) => {
    const office = world.as("coordinator");
    const { id } = await plan(office);
    const wege = made(await addItem(office, id, item("Wege", 30)));
    made(await writeMinutes(office, wege, { words: "Der Bus fährt.", before: markOf("") }));
    const second = await writeMinutes(world.as("chair"), wege, { words: "Nein.", before: markOf("") });
    expect(second).toMatchObject({ ok: false, because: "changed" });
    expect((await findItem(office, wege))?.minutesWords).toBe("Der Bus fährt.");
  }));

test("a meeting opens near its time, an item cannot be taken off while it is held, and it closes once", () =>
  town(async (world) => {
    const early = world.as("coordinator");
    const { id } = await plan(early);
    const wege = made(await addItem(early, id, item("Wege", 30)));
    expect(await openMeeting(early, id)).toMatchObject({ because: "early" });
    expect(await beginItem(early, wege)).toMatchObject({ because: "notRunning" });
    const evening = world.as("coordinator", { now: new Date("2026-11-24T17:05:00Z") });
    made(await openMeeting(evening, id));
    made(await beginItem(evening, wege));
    expect(await removeItem(evening, wege)).toMatchObject({ because: "running" });
    made(await closeMeeting(evening, id));
    expect(await openMeeting(evening, id)).toMatchObject({ because: "over" });
    expect(await cancelMeeting(evening, id, "Zu spät.")).toMatchObject({ because: "over" });
  }));

test("a seat is there once; whoever left is gone from that minute on, and may come again", () =>
  town(async (world) => {
    const office = world.as("coordinator");
    const seat = made(
      await addSeat(office, {
        ...{ title: "Stadt", organizationId: null, sector: "public", voting: true },
        ...{ position: 1, startsOn: "2026-01-01" },
      } as const),
    );
    const { id } = await plan(office);
    const at = (time: string) => world.as("coordinator", { now: new Date(`2026-11-24T${time}:00Z`) });
    const who = { seatId: seat, part: "member", name: "Rosa Rathaus", way: "room" } as const;
    expect(await come(at("17:00"), id, who)).toMatchObject({ because: "notRunning" });
    made(await openMeeting(at("17:00"), id));
    const first = made(await come(at("17:05"), id, who));
    expect(await come(at("17:06"), id, who)).toMatchObject({ because: "there" });
    expect(made(await comeTogether(at("17:06"), id, [who]))).toEqual({ come: 0, left: 0 });
    made(await leave(at("17:30"), first));
    expect(await listPresent(at("17:31"), id)).toEqual([]);
    expect(await listPresent(at("17:31"), id, new Date("2026-11-24T17:10:00Z"))).toHaveLength(1);
    const again = made(await come(at("17:40"), id, who));
    made(await strike(at("17:41"), again));
    expect(await listPresent(at("17:42"), id)).toEqual([]);
    await expect(come(world.as("volunteer"), id, who)).rejects.toThrow();
  }));

test("a series plans a year ahead, and planning again adds nothing", () =>
  town(async (world) => {
    const office = world.as("coordinator");
    const series = { title: "Konsortium", rule: "FREQ=MONTHLY;BYDAY=2TU", startsOn: "2026-12-08" };
    const rest = { endsOn: null, startTime: "18:00", minutes: 120, whereWords: "", onlineWords: "" };
    const { planned } = made(await addSeries(office, { ...series, ...rest }));
    expect(planned).toBe(12);
    const all = await listMeetings(office);
    expect(all).toHaveLength(12);
    expect(await listMeetings(world.as("visitor"))).toEqual([]);
    expect(await findMeeting(world.as("foreignCoordinator"), all[0]?.id ?? ("" as never))).toBeUndefined();
    expect(await addSeries(office, { ...series, ...rest, rule: "FREQ=NONSENSE" })).toMatchObject({
      because: "rule",
    });
  }));
