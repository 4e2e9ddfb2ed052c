import { beforeAll, expect, test } from "vitest";
import { listenToModules } from "#app/reactions.ts";
import {
  correctCooperation,
  endCooperation,
  watchWaiting,
  withdrawCooperation,
} from "#modules/network/correcting/commands.ts";
import { made } from "#test/made.ts";
import { town, type World } from "#test/world.ts";
import { answerCooperation, type NewCooperation, proposeCooperation } from "./commands.ts";
import { findCooperation, listActors, listTies, listWaiting } from "./queries.ts";

beforeAll(listenToModules);

const festival = ({ club, youthCenter }: World): NewCooperation => ({
  kind: "project",
  topic: "Sommerfest am Teich",
  agreement: "Wir planen gemeinsam und teilen uns den Aufbau.",
  field: "",
  startsOn: "2026-01-01",
  endsOn: null,
  organizations: [youthCenter],
  proposedBy: club,
});

const correction = (world: World) => {
  const { organizations: _, proposedBy: __, ...values } = festival(world);
  return { ...values, internal: false };
};

test("one proposes, the other confirms, and only then everybody sees it", () =>
  town(async (world) => {
    const id = made(await proposeCooperation(world.as("representative"), festival(world)));
    const visitor = world.as("visitor");
    expect(await findCooperation(visitor, id)).toBeUndefined();
    expect(await listTies(visitor)).toEqual([]);
    const other = world.as("otherRepresentative");
    expect(await findCooperation(other, id)).toMatchObject({ topic: "Sommerfest am Teich" });
    expect(await listWaiting(other, [world.youthCenter])).toHaveLength(1);
    expect(made(await answerCooperation(other, id, world.youthCenter, "confirmed"))).toBe("confirmed");
    expect(await findCooperation(visitor, id)).toMatchObject({ state: "confirmed" });
    const [tie, ...more] = await listTies(visitor);
    expect(more).toEqual([]);
    expect(tie).toMatchObject({ kind: "project", startsOn: "2026-01-01", endsOn: null });
    expect(new Set([tie?.from, tie?.to])).toEqual(new Set([world.club, world.youthCenter]));
    expect((await listActors(visitor)).map(({ name }) => name)).toEqual([
      "Jugendhaus Musterstadt",
      "Teichfreunde Musterstadt e.V.",
    ]);
  }));

test("nobody confirms for another organization, and the same answer twice is refused", () =>
  town(async (world) => {
    const id = made(await proposeCooperation(world.as("representative"), festival(world)));
    for (const who of ["representative", "partner", "volunteer", "chair", "visitor"] as const)
      await expect(
        answerCooperation(world.as(who), id, world.youthCenter, "confirmed"),
      ).rejects.toMatchObject({ name: "Forbidden" });
    const other = world.as("otherRepresentative");
    made(await answerCooperation(other, id, world.youthCenter, "confirmed"));
    expect(await answerCooperation(other, id, world.youthCenter, "confirmed")).toMatchObject({
      because: "same",
    });
    expect(await answerCooperation(world.as("partner"), id, world.company, "confirmed")).toMatchObject({
      because: "notAsked",
    });
  }));

test("whoever declines says why; when two can no longer be reached, it is declined for good", () =>
  town(async (world) => {
    const id = made(await proposeCooperation(world.as("representative"), festival(world)));
    const other = world.as("otherRepresentative");
    expect(await answerCooperation(other, id, world.youthCenter, "declined")).toMatchObject({
      because: "why",
    });
    expect(made(await answerCooperation(other, id, world.youthCenter, "declined", "Das war einmalig."))).toBe(
      "declined",
    );
    expect(await answerCooperation(other, id, world.youthCenter, "confirmed")).toMatchObject({
      because: "over",
    });
    expect(await listTies(world.as("visitor"))).toEqual([]);
  }));

test("of three, two are enough; the third stands in no tie until it confirms", () =>
  town(async (world) => {
    const three = { ...festival(world), organizations: [world.youthCenter, world.company] };
    const id = made(await proposeCooperation(world.as("representative"), three));
    made(await answerCooperation(world.as("otherRepresentative"), id, world.youthCenter, "confirmed"));
    expect(await listTies(world.as("visitor"))).toHaveLength(1);
    made(await answerCooperation(world.as("partner"), id, world.company, "confirmed"));
    expect(await listTies(world.as("visitor"))).toHaveLength(3);
  }));

test("the same once more is refused, too few are refused, and so is an organization that is not there", () =>
  town(async (world) => {
    const club = world.as("representative");
    made(await proposeCooperation(club, festival(world)));
    expect(await proposeCooperation(club, festival(world))).toMatchObject({ because: "double" });
    expect(await proposeCooperation(club, { ...festival(world), organizations: [world.club] })).toMatchObject(
      {
        because: "few",
      },
    );
    const stranger = crypto.randomUUID() as typeof world.club;
    expect(await proposeCooperation(club, { ...festival(world), organizations: [stranger] })).toMatchObject({
      because: "gone",
    });
    await expect(proposeCooperation(world.as("otherRepresentative"), festival(world))).rejects.toMatchObject({
      name: "Forbidden",
    });
  }));

test("a correction that matters is asked anew, and stands in no picture until it is confirmed", () =>
  town(async (world) => {
    const club = world.as("representative");
    const id = made(await proposeCooperation(club, festival(world)));
    const other = world.as("otherRepresentative");
    made(await answerCooperation(other, id, world.youthCenter, "confirmed"));
    const corrected = { ...correction(world), startsOn: "2025-05-01" };
    expect(made(await correctCooperation(club, id, corrected))).toBe("proposed");
    expect(await listTies(world.as("visitor"))).toEqual([]);
    expect(await correctCooperation(club, id, corrected)).toMatchObject({ because: "same" });
    made(await answerCooperation(other, id, world.youthCenter, "confirmed"));
    expect((await listTies(world.as("visitor")))[0]).toMatchObject({ startsOn: "2025-05-01" });
    const worded = { ...corrected, agreement: "Aufbau am Freitag." };
    expect(made(await correctCooperation(other, id, worded))).toBe("confirmed");
    await expect(correctCooperation(world.as("partner"), id, worded)).rejects.toMatchObject({
      name: "Forbidden",
    });
  }));

test("a cooperation ends on a day and stays in the years it was in; only an open proposal is taken back", () =>
  town(async (world) => {
    const club = world.as("representative");
    const id = made(await proposeCooperation(club, festival(world)));
    expect(await endCooperation(club, id, { endsOn: "2026-10-31", words: "Fertig." })).toMatchObject({
      because: "notConfirmed",
    });
    made(await answerCooperation(world.as("otherRepresentative"), id, world.youthCenter, "confirmed"));
    expect(await withdrawCooperation(club, id)).toMatchObject({ because: "confirmed" });
    expect(await endCooperation(club, id, { endsOn: "2025-10-31", words: "Fertig." })).toMatchObject({
      because: "order",
    });
    made(await endCooperation(club, id, { endsOn: "2026-10-31", words: "Das Fest ist gefeiert." }));
    expect(await endCooperation(club, id, { endsOn: "2026-10-31", words: "Fertig." })).toMatchObject({
      because: "ended",
    });
    expect((await listTies(world.as("visitor")))[0]).toMatchObject({ endsOn: "2026-10-31" });
    const renewed = { ...festival(world), startsOn: "2026-11-01", renews: id };
    const again = made(await proposeCooperation(club, renewed));
    expect(await proposeCooperation(club, { ...renewed, topic: "Winterfest" })).toMatchObject({
      because: "notRenewable",
    });
    made(await withdrawCooperation(club, again));
    expect(await withdrawCooperation(club, again)).toMatchObject({ because: "over" });
  }));

test("what nobody answers for two weeks stands on the worklist, until it is answered", () =>
  town(async (world) => {
    const club = world.as("representative");
    const before = { ...club, now: new Date(club.now.getTime() - 20 * 86_400_000) };
    const id = made(await proposeCooperation(before, festival(world)));
    await world.sql("update cooperations set made_at = made_at - interval '20 days'");
    const tasks = () =>
      world
        .as("coordinator")
        .db.selectFrom("tasks")
        .select("title")
        .where("kind", "=", "network")
        .where("doneAt", "is", null)
        .execute();
    expect(await watchWaiting(world.as("system"))).toBe(1);
    expect(await tasks()).toEqual([{ title: "Wartet auf Bestätigung: Sommerfest am Teich" }]);
    made(await answerCooperation(world.as("coordinator"), id, world.youthCenter, "confirmed"));
    expect(await tasks()).toEqual([]);
  }));

test("another town has its own network", () =>
  town(async (world) => {
    const id = made(await proposeCooperation(world.as("representative"), festival(world)));
    made(await answerCooperation(world.as("otherRepresentative"), id, world.youthCenter, "confirmed"));
    const foreign = world.as("foreignCoordinator");
    expect(await listTies(foreign)).toEqual([]);
    expect(await findCooperation(foreign, id)).toBeUndefined();
    await expect(answerCooperation(foreign, id, world.club, "declined", "Nein.")).rejects.toMatchObject({
      name: "NotFound",
    });
  }));
