import { beforeAll, expect, test } from "vitest";
import { listenToModules } from "#app/reactions.ts";
import { addItem } from "#modules/consortium/agenda/commands.ts";
import { invite } from "#modules/consortium/invitations/commands.ts";
import { addMeeting, cancelMeeting, changeMeeting } from "#modules/consortium/meetings/commands.ts";
import { paths } from "#modules/consortium/paths.ts";
import { made } from "#test/made.ts";
import { putSeats } from "#test/voting.ts";
import { town, type World } from "#test/world.ts";

beforeAll(listenToModules);

const about = {
  ...{
    title: "Sitzung des Konsortiums",
    words: "Gäste sind willkommen.",
    whereWords: "Rathaus",
    onlineWords: "",
  },
  ...{ startsAt: new Date("2027-01-14T17:00:00Z"), endsAt: new Date("2027-01-14T19:00:00Z") },
};

const item = { kind: "discussion", title: "Wege", words: "", minutes: 10, public: true } as const;

const calendar = async (world: World): Promise<string> =>
  (await world.request("GET", "/kalender?monat=2027-01")).text();

test("a meeting stands in the calendar of the town from its invitation on, where it was moved to, and until it is canceled", () =>
  town(async (world) => {
    const office = world.as("coordinator");
    await putSeats(office, [{ sector: "civil", person: world.cast.consortium.id }]);
    const { id, number } = made(await addMeeting(office, about));
    made(await addItem(office, id, item));
    expect(await calendar(world)).not.toContain(about.title);
    made(await invite(office, id, ""));
    expect(await calendar(world)).toContain("Rathaus");
    made(await changeMeeting(office, id, { ...about, whereWords: "Glasmuseum" }));
    const moved = await calendar(world);
    expect(moved).toContain("Glasmuseum");
    expect(moved).not.toContain("Rathaus");
    const [, address = ""] = moved.match(/href="(\/kalender\/sitzung[^"]+)"/u) ?? [];
    expect(await (await world.request("GET", address)).text()).toContain(`href="${paths.meeting(number)}"`);
    made(await cancelMeeting(office, id, "Zu viele sind krank."));
    expect(await calendar(world)).toContain("fällt aus");
  }));
