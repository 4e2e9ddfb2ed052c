import { expect, test } from "vitest";
import { closeVote } from "#modules/consortium/counting/commands.ts";
import { paths } from "#modules/consortium/paths.ts";
import { castVote, openVote } from "#modules/consortium/votes/commands.ts";
import { made } from "#test/made.ts";
import { putMotion, putSeats, runMeeting } from "#test/voting.ts";
import { town, type World } from "#test/world.ts";

/** Decides all this in one meeting; each title is a resolution. */
const decide = async (
  world: World,
  motions: readonly { readonly title: string; readonly wording?: string; readonly hidden?: boolean }[],
): Promise<void> => {
  const office = world.as("coordinator");
  const seats = await putSeats(office, [{ sector: "civil" }, { sector: "public" }, { sector: "business" }]);
  const meeting = await runMeeting(office, seats);
  for (const motion of motions) {
    const { motionId } = await putMotion(office, meeting, motion);
    const vote = made(await openVote(office, motionId, { method: "named" }));
    for (const seat of seats) made(await castVote(office, vote, seat, { choice: "yes" }));
    made(await closeVote(office, vote));
  }
};

const read = async (world: World, query: string, as: "visitor" | "chair" = "visitor") => {
  const answer = await world.request("GET", `${paths.resolutions}${query}`, { as });
  expect(answer.status).toBe(200);
  return answer.text();
};

test("resolutions are found by a word of title or wording, by number and by year; what is not public only by the consortium", () =>
  town(async (world) => {
    await decide(world, [
      { title: "Mitfahrbank" },
      { title: "Werkstatt 100%_", wording: "Der Hof bekommt ein Dach." },
      { title: "Personal im Dachverband", hidden: true },
    ]);
    const year = world.as("visitor").now.getUTCFullYear();
    const byWording = await read(world, "?wort=dach");
    expect(byWording).toContain("Werkstatt 100%_");
    expect(byWording).not.toContain("Mitfahrbank");
    expect(byWording).not.toContain("Dachverband");
    expect(await read(world, "?wort=dach", "chair")).toContain("Dachverband");
    const byNumber = await read(world, `?wort=${year}-01`);
    expect([byNumber.includes("Mitfahrbank"), byNumber.includes("Werkstatt")]).toEqual([true, false]);
    expect(await read(world, "?wort=%25_")).not.toContain("Mitfahrbank");
    expect(await read(world, `?jahr=${year}`)).toContain("Mitfahrbank");
    const never = await read(world, `?jahr=${year - 1}`);
    expect([never.includes("Mitfahrbank"), never.includes("Kein Beschluss passt dazu.")]).toEqual([
      false,
      true,
    ]);
    expect(await read(world, "?jahr=quatsch&seite=-3")).toContain("Mitfahrbank");
  }));

test("a page shows thirty, and leads on with what is searched for", () =>
  town(async (world) => {
    await decide(
      world,
      Array.from({ length: 32 }, (_, index) => ({ title: `Bank ${index + 1}` })),
    );
    const first = await read(world, "?wort=bank");
    expect(first.match(/>Bank \d+</gu)).toHaveLength(30);
    expect(first).toContain(`href="${paths.resolutions}?wort=bank&amp;seite=2"`);
    expect((await read(world, "?wort=bank&seite=2")).match(/>Bank \d+</gu)).toHaveLength(2);
  }));
