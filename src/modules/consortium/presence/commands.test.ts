import { expect, test } from "vitest";
import { found } from "#core/errors.ts";
import { defaultRules } from "#methods/resolution-rules.ts";
import { closeVote } from "#modules/consortium/counting/commands.ts";
import { closeMeeting, openMeeting } from "#modules/consortium/meetings/commands.ts";
import type { MotionId } from "#modules/consortium/motions/queries.ts";
import type { SeatId } from "#modules/consortium/seats/queries.ts";
import { castVote, openVote } from "#modules/consortium/votes/commands.ts";
import { listVoters, type VoteId } from "#modules/consortium/votes/queries.ts";
import { made } from "#test/made.ts";
import { putMotion, putRules, putSeats, runMeeting } from "#test/voting.ts";
import { town, type World } from "#test/world.ts";
import { come, comeTogether, declareConflict, leave, strike, withdrawConflict } from "./commands.ts";
import { listConflicts, listPresences, listPresent } from "./queries.ts";

const clock = (world: World, minutes: number, who: Parameters<World["as"]>[0] = "coordinator") =>
  world.as(who, { now: new Date(+world.now + minutes * 60_000) });

const member = (seatId: SeatId) => ({ seatId, part: "member", name: "Mitglied", way: "room" }) as const;

/** Four seats: Kai holds the first, the volunteer deputizes for the second; nobody is there yet. */
const opened = async (world: World, there = 0) => {
  const office = world.as("coordinator");
  const seats = await putSeats(office, [
    { sector: "civil", person: world.cast.consortium.id },
    { sector: "civil" },
    { sector: "public" },
    { sector: "business" },
  ]);
  const [first, second, third, fourth] = seats.map((seat) => found(seat)) as [SeatId, SeatId, SeatId, SeatId];
  await office.db
    .insertInto("seatHolders")
    .values({
      ...{ seatId: second, personId: world.cast.volunteer.id, name: "Frieda", part: "deputy" },
      startsOn: "2020-01-01",
    })
    .execute();
  const meeting = await runMeeting(office, seats.slice(0, there));
  return { office, meeting, seats, first, second, third, fourth };
};

const decide = async (world: World, minutes: number, motionId: MotionId, said: readonly SeatId[]) => {
  const ctx = clock(world, minutes);
  const vote = made(await openVote(ctx, motionId, { method: "named" }));
  for (const seat of said) made(await castVote(ctx, vote, seat, { choice: "yes" }));
  return { vote, ...made(await closeVote(ctx, vote)) };
};

const whoWas = async (world: World, vote: VoteId): Promise<readonly SeatId[]> =>
  ((await listVoters(world.as("coordinator"), [vote])).get(vote) ?? [])
    .filter(({ present }) => present)
    .map(({ seatId }) => seatId);

test("whoever comes late counts from then on, whoever leaves no longer, and earlier votes stay as they were", () =>
  town(async (world) => {
    const { meeting, first, second, third, fourth } = await opened(world, 3);
    const [one, two] = [
      (await putMotion(clock(world, 1), meeting, { title: "Eins" })).motionId,
      (await putMotion(clock(world, 1), meeting, { title: "Zwei" })).motionId,
    ];
    const before = await decide(world, 2, one, [first, second, third]);
    expect(before.decision.quorum).toMatchObject({ present: 3, entitled: 4 });
    made(await come(clock(world, 3), meeting, member(fourth)));
    const there = await listPresent(clock(world, 4), meeting);
    made(await leave(clock(world, 4), found(there.find(({ seatId }) => seatId === first)).id));
    const after = await decide(world, 5, two, [second, third, fourth]);
    expect(after.decision.quorum).toMatchObject({ present: 3, entitled: 4 });
    expect(await whoWas(world, before.vote)).toEqual([first, second, third]);
    expect(await whoWas(world, after.vote)).toEqual([second, third, fourth]);
  }));

test("with too few there nothing is decided; once the missing one comes, it is", () =>
  town(async (world) => {
    const { meeting, first, second, third } = await opened(world, 2);
    const { motionId } = await putMotion(clock(world, 1), meeting);
    const few = await decide(world, 2, motionId, [first, second]);
    expect(few.decision).toMatchObject({ passed: false, reasons: ["quorum"] });
    expect(few.resolution).toBeNull();
    made(await come(clock(world, 3), meeting, member(third)));
    expect((await decide(world, 4, motionId, [first, second])).decision.passed).toBe(true);
  }));

test("a vote that is open keeps who was there: who comes after has no voice, who leaves may still have said it", () =>
  town(async (world) => {
    const { meeting, first, fourth } = await opened(world, 3);
    const { motionId } = await putMotion(clock(world, 1), meeting);
    const vote = made(await openVote(clock(world, 2), motionId, { method: "named" }));
    made(await come(clock(world, 3), meeting, member(fourth)));
    const late = await castVote(clock(world, 4), vote, fourth, { choice: "yes" });
    expect(late).toMatchObject({ because: "notHere" });
    made(await castVote(clock(world, 4), vote, first, { choice: "no" }));
    const there = await listPresent(clock(world, 4), meeting);
    made(await leave(clock(world, 5), found(there.find(({ seatId }) => seatId === first)).id));
    expect(made(await closeVote(clock(world, 6), vote)).decision).toMatchObject({ no: 1 });
  }));

test("a deputy is there for the seat and votes for it; the member who comes then finds it taken", () =>
  town(async (world) => {
    const { meeting, first, second } = await opened(world);
    const frieda = clock(world, 1, "volunteer");
    const deputy = { ...member(second), part: "deputy", name: "Frieda" } as const;
    made(await come(frieda, meeting, deputy));
    expect(await come(clock(world, 2), meeting, member(second))).toMatchObject({ because: "there" });
    await expect(come(frieda, meeting, member(first))).rejects.toMatchObject({ name: "Forbidden" });
    await expect(come(frieda, meeting, { guest: "Gast", way: "room" })).rejects.toMatchObject({
      name: "Forbidden",
    });
    const { motionId } = await putMotion(clock(world, 2), meeting);
    const vote = made(await openVote(clock(world, 3), motionId, { method: "named" }));
    made(await castVote(clock(world, 4, "volunteer"), vote, second, { choice: "yes" }));
    expect((await listPresent(clock(world, 4), meeting)).map(({ part, name }) => [part, name])).toEqual([
      ["deputy", "Frieda"],
    ]);
  }));

test("where the rules know no deputies and nobody from afar, neither counts, alone or with many", () =>
  town(async (world) => {
    await putRules(world.as("coordinator"), { ...defaultRules, deputies: false, remote: false });
    const { office, meeting, first, second, third } = await opened(world);
    const deputy = { ...member(second), part: "deputy" } as const;
    const remote = { ...member(third), way: "remote" } as const;
    expect(await come(office, meeting, deputy)).toMatchObject({ because: "noDeputy" });
    expect(await come(office, meeting, remote)).toMatchObject({ because: "noRemote" });
    expect(made(await comeTogether(office, meeting, [member(first), deputy, remote]))).toEqual({
      ...{ come: 1, left: 2 },
    });
    made(await come(office, meeting, { guest: "Frieda", way: "remote" }));
    expect((await listPresent(office, meeting)).map(({ seatId }) => seatId)).toEqual([first]);
    expect(await listPresences(office, meeting)).toHaveLength(2);
  }));

test("a guest listens and counts for nothing", () =>
  town(async (world) => {
    const { office, meeting } = await opened(world);
    made(await come(office, meeting, { guest: "Frau Presse", way: "room" }));
    made(await come(office, meeting, { guest: "Herr Zaungast", way: "room" }));
    expect(await listPresent(office, meeting)).toEqual([]);
    const { motionId } = await putMotion(office, meeting);
    expect(await openVote(office, motionId, { method: "named" })).toMatchObject({ because: "nobody" });
  }));

test("times are of the past and in order: nobody comes tomorrow, leaves before they came, or is there twice", () =>
  town(async (world) => {
    const { meeting, first } = await opened(world);
    const at = (minutes: number) => new Date(+world.now + minutes * 60_000);
    const office = clock(world, 30);
    expect(await come(office, meeting, { ...member(first), at: at(31) })).toMatchObject({
      because: "future",
    });
    const id = made(await come(office, meeting, { ...member(first), at: at(10) }));
    expect(await leave(office, id, at(9))).toMatchObject({ because: "order" });
    expect(await leave(office, id, at(31))).toMatchObject({ because: "order" });
    made(await leave(office, id, at(20)));
    made(await leave(office, id, at(25)));
    expect(await come(office, meeting, { ...member(first), at: at(15) })).toMatchObject({ because: "there" });
    made(await come(office, meeting, { ...member(first), at: at(25) }));
    const times = (await listPresences(office, meeting)).map(({ cameAt, leftAt }) => [cameAt, leftAt]);
    expect(times).toEqual([
      [at(10), at(20)],
      [at(25), null],
    ]);
  }));

test("who was counted in a vote is not struck from the list, who was ticked by mistake is", () =>
  town(async (world) => {
    const { office, meeting, fourth } = await opened(world, 3);
    const { motionId } = await putMotion(office, meeting);
    made(await openVote(office, motionId, { method: "hand" }));
    const late = made(await come(clock(world, 1), meeting, member(fourth)));
    const [counted] = await listPresent(office, meeting);
    expect(await strike(clock(world, 2), found(counted).id)).toMatchObject({ because: "counted" });
    made(await strike(clock(world, 2), late));
    expect(await listPresences(office, meeting)).toHaveLength(3);
    await expect(strike(world.as("consortium"), found(counted).id)).rejects.toMatchObject({
      name: "Forbidden",
    });
  }));

test("an interest of one's own is said before the vote, for the own seat, and stands fixed after the meeting", () =>
  town(async (world) => {
    const { office, meeting, seats, first, second } = await opened(world, 4);
    const { itemId, motionId } = await putMotion(office, meeting);
    const kai = world.as("consortium");
    await expect(declareConflict(kai, itemId, second, "Fremd")).rejects.toMatchObject({ name: "Forbidden" });
    made(await declareConflict(kai, itemId, first, "Mein Grundstück"));
    made(await declareConflict(kai, itemId, first, "Das Grundstück ist meins"));
    expect(await listConflicts(office, meeting)).toMatchObject([{ words: "Das Grundstück ist meins" }]);
    const vote = made(await openVote(office, motionId, { method: "named" }));
    expect(await declareConflict(office, itemId, second, "Zu spät")).toMatchObject({ because: "voting" });
    expect(await withdrawConflict(office, itemId, first)).toMatchObject({ because: "voting" });
    expect(await castVote(kai, vote, first, { choice: "yes" })).toMatchObject({ because: "biased" });
    for (const seat of seats.slice(1)) made(await castVote(office, vote, seat, { choice: "yes" }));
    expect(made(await closeVote(office, vote)).decision).toMatchObject({ yes: 3, biased: [first] });
    made(await closeMeeting(office, meeting));
    expect(await declareConflict(office, itemId, second, "Danach")).toMatchObject({ because: "over" });
    expect(await withdrawConflict(office, itemId, first)).toMatchObject({ because: "over" });
    expect(await listConflicts(office, meeting)).toHaveLength(1);
  }));

test("after the meeting the list of who was there does not change, and no other town touches it", () =>
  town(async (world) => {
    const { office, meeting, third } = await opened(world, 2);
    const [there] = await listPresent(office, meeting);
    const foreign = world.as("foreignCoordinator");
    await expect(come(foreign, meeting, member(third))).rejects.toMatchObject({ name: "NotFound" });
    await expect(leave(foreign, found(there).id)).rejects.toMatchObject({ name: "NotFound" });
    made(await closeMeeting(office, meeting));
    for (const outcome of [
      await come(office, meeting, member(third)),
      await leave(office, found(there).id),
      await strike(office, found(there).id),
      await comeTogether(office, meeting, [member(third)]),
    ])
      expect(outcome).toMatchObject({ because: "notRunning" });
    expect(await openMeeting(office, meeting)).toMatchObject({ because: "over" });
    expect(await listPresences(office, meeting)).toHaveLength(2);
  }));
