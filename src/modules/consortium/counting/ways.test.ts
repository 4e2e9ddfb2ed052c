import { expect, test } from "vitest";
import { decisionSentence } from "#modules/consortium/procedure/vocabulary.ts";
import { castVote, openVote } from "#modules/consortium/votes/commands.ts";
import { listVoters } from "#modules/consortium/votes/queries.ts";
import { made } from "#test/made.ts";
import { putMotion, putSeats, runMeeting } from "#test/voting.ts";
import { town, type World } from "#test/world.ts";
import { closeVote } from "./commands.ts";

const sectors = ["civil", "civil", "civil", "public", "business"] as const;

const hall = async (world: World, more: Parameters<typeof putMotion>[2] = {}, announced = true) => {
  const office = world.as("coordinator");
  const seats = await putSeats(
    office,
    sectors.map((sector) => ({ sector })),
  );
  const meeting = await runMeeting(office, seats);
  const { itemId, motionId } = await putMotion(office, meeting, more, announced);
  return { office, seats, meeting, itemId, motionId };
};

test("a secret slip lies without its seat, is given once, and its rows are laid anew at the end", () =>
  town(async (world) => {
    const kai = world.as("consortium");
    const office = world.as("coordinator");
    const seats = await putSeats(office, [
      { sector: "civil", person: world.cast.consortium.id },
      { sector: "public" },
      { sector: "business" },
    ]);
    const meeting = await runMeeting(office, seats);
    const { motionId } = await putMotion(office, meeting);
    const vote = made(await openVote(office, motionId, { method: "secret" }));
    const [own, other] = seats;
    if (!own || !other) throw new Error("no seats");
    await expect(castVote(office, vote, other, { choice: "yes" })).rejects.toThrow();
    await expect(castVote(kai, vote, other, { choice: "yes" })).rejects.toThrow();
    made(await castVote(kai, vote, own, { choice: "yes" }));
    expect(await castVote(kai, vote, own, { choice: "no" })).toMatchObject({ because: "voted" });
    const { rows: columns } = await world.sql(
      "select column_name from information_schema.columns where table_name = 'vote_slips' order by 1",
    );
    expect(columns.map((row) => row["column_name"])).toEqual(["choice", "id", "place_id", "vote_id"]);
    const voters = (await listVoters(office, [vote])).get(vote) ?? [];
    expect(voters.map(({ voted, choice }) => [voted, choice])).toEqual([
      [true, null],
      [false, null],
      [false, null],
    ]);
    const { decision } = made(await closeVote(office, vote));
    expect(decision).toMatchObject({ passed: true, yes: 1, silent: 2 });
  }));

test("too few for secrecy, nobody there, sectors to be counted: such votes are not opened", () =>
  town(async (world) => {
    const there = await hall(world, { subject: "strategy" });
    expect(await openVote(there.office, there.motionId, { method: "secret" })).toMatchObject({
      because: "secretSectors",
    });
    const lonely = await runMeeting(there.office, there.seats.slice(0, 2));
    const { motionId } = await putMotion(there.office, lonely);
    expect(await openVote(there.office, motionId, { method: "secret" })).toMatchObject({
      because: "fewForSecret",
    });
    expect(await openVote(there.office, motionId, { method: "consensing" })).toMatchObject({
      because: "options",
    });
    const empty = await runMeeting(there.office, []);
    const { motionId: lost } = await putMotion(there.office, empty);
    expect(await openVote(there.office, lost, { method: "hand" })).toMatchObject({ because: "nobody" });
    made(await openVote(there.office, motionId, { method: "named" }));
    expect(await openVote(there.office, motionId, { method: "named" })).toMatchObject({ because: "voting" });
  }));

test("the option with the least resistance is decided, unless leaving everything meets less", () =>
  town(async (world) => {
    const options = [
      { key: "a", title: "Am Markt" },
      { key: "b", title: "Am Bahnhof" },
      { key: "p", title: "Alles lassen, wie es ist" },
    ];
    const there = await hall(world);
    const vote = made(await openVote(there.office, there.motionId, { method: "consensing", options }));
    for (const seat of there.seats)
      made(await castVote(there.office, vote, seat, { marks: { a: 2, b: 6, p: 5 } }));
    const [seat] = there.seats;
    if (!seat) throw new Error("no seat");
    expect(await castVote(there.office, vote, seat, { marks: { a: 11, b: 0, p: 0 } })).toMatchObject({
      because: "marks",
    });
    const { decision } = made(await closeVote(there.office, vote));
    expect(decision).toMatchObject({ passed: true, consensing: { winner: "a", passive: "p" } });
    expect(decisionSentence(there.office, decision, { a: "Am Markt" })).toContain(
      "Geringster Widerstand: „Am Markt“ mit 2 von 10; alles lassen, wie es ist: 5",
    );
    const { motionId } = await putMotion(there.office, there.meeting);
    const again = made(await openVote(there.office, motionId, { method: "consensing", options }));
    for (const one of there.seats)
      made(await castVote(there.office, again, one, { marks: { a: 5, b: 6, p: 1 } }));
    expect(made(await closeVote(there.office, again)).decision.reasons).toEqual(["statusQuo"]);
  }));
