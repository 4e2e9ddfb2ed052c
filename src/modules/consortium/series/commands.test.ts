import { beforeAll, expect, test } from "vitest";
import { listenToModules } from "#app/reactions.ts";
import type { Context } from "#core/context.ts";
import { addItem } from "#modules/consortium/agenda/commands.ts";
import { invite } from "#modules/consortium/invitations/commands.ts";
import { addSeries, cancelMeeting, type NewMeeting, planAll } from "#modules/consortium/meetings/commands.ts";
import { listMeetings, type Meeting } from "#modules/consortium/meetings/queries.ts";
import { paths } from "#modules/consortium/paths.ts";
import { made } from "#test/made.ts";
import { putSeats } from "#test/voting.ts";
import { town, type World } from "#test/world.ts";
import { cancelFollowing, changeFollowing } from "./commands.ts";

beforeAll(listenToModules);

/** Every second Tuesday of a month at six, for a year. */
const plan = async (office: Context): Promise<readonly Meeting[]> => {
  made(
    await addSeries(office, {
      ...{ title: "Steuerungsgruppe", rule: "FREQ=MONTHLY;INTERVAL=1;BYDAY=2TU", minutes: 120 },
      ...{ startsOn: "2026-12-08", endsOn: null, startTime: "18:00", whereWords: "Rathaus", onlineWords: "" },
    }),
  );
  return listMeetings(office);
};

const at = (meetings: readonly Meeting[], index: number): Meeting => {
  const meeting = meetings[index];
  if (!meeting) throw new Error("no such meeting");
  return meeting;
};

const whenOf = (meetings: readonly Meeting[]) =>
  meetings.map(({ startsAt }) => startsAt.toISOString().slice(0, 16));

const to = (startsAt: string, more: Partial<NewMeeting> = {}): NewMeeting => ({
  ...{ title: "Runder Tisch", words: "Bitte pünktlich", whereWords: "Volkshaus", onlineWords: "" },
  startsAt: new Date(startsAt),
  endsAt: new Date(+new Date(startsAt) + 90 * 60_000),
  ...more,
});

test("another hour and place for this meeting and all that follow: each keeps its day, also when the clocks change", () =>
  town(async (world) => {
    const office = world.as("coordinator");
    const before = await plan(office);
    const count = made(await changeFollowing(office, at(before, 2).id, to("2027-02-09T18:30:00Z")));
    expect(count).toBe(before.length - 3);
    const after = await listMeetings(office);
    expect(whenOf(after).slice(0, 6)).toEqual([
      ...["2026-12-08T17:00", "2027-01-12T17:00", "2027-02-09T18:30", "2027-03-09T18:30"],
      ...["2027-04-13T17:30", "2027-05-11T17:30"],
    ]);
    expect(at(after, 1)).toMatchObject({ title: "Steuerungsgruppe", whereWords: "Rathaus", words: "" });
    expect(at(after, 3)).toMatchObject({ title: "Runder Tisch", whereWords: "Volkshaus", words: "" });
    expect(+at(after, 3).endsAt - +at(after, 3).startsAt).toBe(90 * 60_000);
    const later = world.as("coordinator", { now: new Date("2027-06-01T09:00:00Z") });
    expect(await planAll(later)).toBeGreaterThan(0);
    const planned = (await listMeetings(later, { from: new Date("2027-12-01T00:00:00Z") }))[0];
    expect(planned).toMatchObject({ title: "Runder Tisch", startsAt: new Date("2027-12-14T18:30:00Z") });
  }));

test("on another weekday the rhythm goes on from there, and one that was canceled keeps its turn", () =>
  town(async (world) => {
    const office = world.as("coordinator");
    const before = await plan(office);
    made(await cancelMeeting(office, at(before, 2).id, "Ferien"));
    made(await changeFollowing(office, at(before, 1).id, to("2027-01-20T17:00:00Z")));
    const after = await listMeetings(office);
    expect(whenOf(after).slice(0, 5)).toEqual([
      ...["2026-12-08T17:00", "2027-01-20T17:00", "2027-02-09T17:00", "2027-03-17T17:00"],
      "2027-04-21T16:00",
    ]);
    expect(at(after, 2)).toMatchObject({ state: "canceled", title: "Steuerungsgruppe" });
  }));

const letters = async (world: World, kind: string): Promise<number> => {
  const { rows } = await world.sql(`select count(*)::int as n from mails where kind = '${kind}'`);
  return Number(rows[0]?.["n"]);
};

test("who was invited to one that follows hears of it; who was not is left in peace", () =>
  town(async (world) => {
    const office = world.as("coordinator");
    const before = await plan(office);
    await putSeats(office, [{ sector: "civil", person: world.cast.consortium.id }]);
    const item = { kind: "decision" as const, title: "Wege", words: "", minutes: 10, public: true };
    made(await addItem(office, at(before, 1).id, item));
    made(await invite(office, at(before, 1).id, ""));
    made(await changeFollowing(office, at(before, 0).id, to("2026-12-08T18:00:00Z")));
    expect(await letters(world, "meeting.moved")).toBe(1);
    expect(made(await cancelFollowing(office, at(before, 0).id, "Die Gruppe löst sich auf."))).toBe(
      before.length - 1,
    );
    expect(await letters(world, "meeting.canceled")).toBe(1);
    expect(await listMeetings(office, { states: ["planned", "invited"] })).toEqual([]);
    expect(await planAll(world.as("coordinator", { now: new Date("2027-06-01T09:00:00Z") }))).toBe(0);
  }));

test("a single meeting has nothing that follows; nobody else changes a series, nor the office of another town", () =>
  town(async (world) => {
    const office = world.as("coordinator");
    const before = await plan(office);
    const form = {
      ...{ title: "Runder Tisch", day: "2027-01-12", start: "19:00", minutes: "60", reach: "following" },
    };
    const { id } = at(before, 1);
    const change = (as: "coordinator" | "consortium") =>
      world.request("POST", paths.editMeeting(id), { as, form });
    expect((await change("consortium")).status).toBe(403);
    await expect(
      changeFollowing(world.as("foreignCoordinator"), id, to("2027-01-12T18:00:00Z")),
    ).rejects.toThrow();
    const answer = await change("coordinator");
    expect([answer.status, answer.headers.get("location")]).toEqual([
      303,
      `${paths.office(id)}?hinweis=folgende`,
    ]);
    expect(at(await listMeetings(office), 2).title).toBe("Runder Tisch");
    await office.db.updateTable("meetings").set({ seriesId: null }).where("id", "=", id).execute();
    const single = await change("coordinator");
    expect([single.status, (await single.text()).includes("gehört zu keiner Reihe")]).toEqual([409, true]);
    const past = { ...to("2027-01-12T18:00:00Z"), endsAt: new Date("2027-01-12T17:00:00Z") };
    expect(await changeFollowing(office, at(before, 0).id, past)).toMatchObject({ because: "order" });
    expect(at(await listMeetings(office), 2).title).toBe("Runder Tisch");
  }));
