import { expect, test } from "vitest";
import type { Choice } from "#methods/resolution.ts";
import { defaultRules } from "#methods/resolution-rules.ts";
import { changeMotion, settleMotion } from "#modules/consortium/motions/commands.ts";
import { findMotion, type MotionId } from "#modules/consortium/motions/queries.ts";
import { declareConflict } from "#modules/consortium/presence/commands.ts";
import { decisionSentence } from "#modules/consortium/procedure/vocabulary.ts";
import {
  findResolution,
  findResolutionByNumber,
  listResolutions,
} from "#modules/consortium/resolutions/queries.ts";
import { castVote, openVote, voidVote } from "#modules/consortium/votes/commands.ts";
import { listVoters, type VoteId } from "#modules/consortium/votes/queries.ts";
import { made } from "#test/made.ts";
import { putMotion, putRules, putSeats, runMeeting } from "#test/voting.ts";
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

type Hall = Awaited<ReturnType<typeof hall>>;
const say = async ({ office, seats }: Hall, vote: VoteId, said: readonly Choice[]) => {
  for (const [index, choice] of said.entries()) {
    const seat = seats[index];
    if (seat) made(await castVote(office, vote, seat, { choice }));
  }
};
const stateOf = async ({ office }: Hall, motion: MotionId) => (await findMotion(office, motion))?.state;

test("what passes becomes a numbered resolution with its words and the sentence why, for everybody to read", () =>
  town(async (world) => {
    const there = await hall(world);
    const vote = made(await openVote(there.office, there.motionId, { method: "named" }));
    expect(await stateOf(there, there.motionId)).toBe("voting");
    await say(there, vote, ["yes", "yes", "no", "abstain"]);
    const { resolution } = made(await closeVote(there.office, vote));
    expect(await stateOf(there, there.motionId)).toBe("passed");
    const kept = resolution ? await findResolution(world.as("visitor"), resolution) : undefined;
    expect(kept).toMatchObject({ label: "2026-01", wording: "Am Markt wird eine Mitfahrbank aufgestellt." });
    expect(kept && decisionSentence(there.office, kept.decision)).toBe(
      "Angenommen: 2 Ja, 1 Nein, 1 Enthaltung (Enthaltungen zählen nicht); erforderlich mindestens 2 von 3; beschlussfähig 5 von 5.",
    );
    expect(await findResolutionByNumber(world.as("visitor"), "2026-1")).toMatchObject({ id: resolution });
    expect(await listResolutions(world.as("foreignCoordinator"))).toEqual([]);
  }));

test("a tie is rejected and becomes no resolution", () =>
  town(async (world) => {
    const there = await hall(world);
    const vote = made(await openVote(there.office, there.motionId, { method: "named" }));
    await say(there, vote, ["yes", "yes", "no", "no", "abstain"]);
    const { decision, resolution } = made(await closeVote(there.office, vote));
    expect(resolution).toBeNull();
    expect(decision.reasons).toEqual(["tie"]);
    expect(await stateOf(there, there.motionId)).toBe("rejected");
    expect(await openVote(there.office, there.motionId, { method: "hand" })).toMatchObject({
      because: "decided",
    });
  }));

test("with a casting vote a tie asks for it before it is closed", () =>
  town(async (world) => {
    await putRules(world.as("coordinator"), { ...defaultRules, tie: "castingVote" });
    const there = await hall(world);
    const vote = made(await openVote(there.office, there.motionId, { method: "named" }));
    await say(there, vote, ["yes", "no"]);
    expect(await closeVote(there.office, vote)).toMatchObject({ because: "castingVote" });
    const { decision } = made(await closeVote(there.office, vote, { castingVote: "yes" }));
    expect(decision).toMatchObject({ passed: true, castingVote: "yes" });
  }));

test("a seat with a conflict of interest neither votes nor counts, and the resolution prints it", () =>
  town(async (world) => {
    const there = await hall(world);
    const [biased] = there.seats;
    if (!biased) throw new Error("no seat");
    made(await declareConflict(there.office, there.itemId, biased, "Grundstück gehört dem Verein"));
    const vote = made(await openVote(there.office, there.motionId, { method: "named" }));
    expect(await castVote(there.office, vote, biased, { choice: "yes" })).toMatchObject({
      because: "biased",
    });
    for (const seat of there.seats.slice(1))
      made(await castVote(there.office, vote, seat, { choice: "yes" }));
    const { decision, resolution } = made(await closeVote(there.office, vote));
    expect(decision).toMatchObject({ quorum: { present: 4, entitled: 4 }, biased: [biased] });
    expect(resolution && (await findResolution(there.office, resolution))?.conflicts).toEqual([
      { seat: "Sitz 1", words: "Grundstück gehört dem Verein" },
    ]);
  }));

test("what did not stand in the invitation is not decided but put off", () =>
  town(async (world) => {
    const there = await hall(world, {}, false);
    const vote = made(await openVote(there.office, there.motionId, { method: "named" }));
    await say(there, vote, ["yes", "yes", "yes"]);
    expect(made(await closeVote(there.office, vote)).decision.reasons).toEqual(["notAnnounced"]);
    expect(await stateOf(there, there.motionId)).toBe("deferred");
  }));

test("hands are typed, never more than there are, and by sector where the rules ask for it", () =>
  town(async (world) => {
    const there = await hall(world, { subject: "strategy" });
    const vote = made(await openVote(there.office, there.motionId, { method: "hand" }));
    const close = (counts: Parameters<typeof closeVote>[2]) => closeVote(there.office, vote, counts);
    expect(await close({})).toMatchObject({ because: "counts" });
    expect(await close({ counts: [{ sector: null, yes: 6, no: 0, abstain: 0 }] })).toMatchObject({
      because: "tooMany",
    });
    expect(await close({ counts: [{ sector: null, yes: 3, no: 2, abstain: 0 }] })).toMatchObject({
      because: "sectorsUnknown",
    });
    const counts = [
      { sector: "civil", yes: 3, no: 0, abstain: 0 },
      { sector: "public", yes: 0, no: 1, abstain: 0 },
      { sector: "business", yes: 0, no: 0, abstain: 1 },
    ];
    const { decision } = made(await close({ counts }));
    expect(decision).toMatchObject({ passed: false, reasons: ["sectors"], yes: 3, no: 1 });
    expect(decisionSentence(there.office, decision)).toContain("Es fehlt die Zustimmung von: Kommune");
  }));

test("a vote that was broken off leaves nothing said, and the motion can be changed and voted on again", () =>
  town(async (world) => {
    const there = await hall(world);
    const vote = made(await openVote(there.office, there.motionId, { method: "named" }));
    await say(there, vote, ["yes", "no"]);
    expect(await settleMotion(there.office, there.motionId, "deferred", "Später")).toMatchObject({
      because: "voting",
    });
    made(await voidVote(there.office, vote));
    expect(await closeVote(there.office, vote)).toMatchObject({ because: "closed" });
    expect((await listVoters(there.office, [vote])).get(vote)?.every(({ voted }) => !voted)).toBe(true);
    const change = {
      title: "Bank",
      wording: "Zwei Bänke.",
      reason: "",
      subject: "ordinary",
      hidden: false,
    } as const;
    made(await changeMotion(there.office, there.motionId, change));
    expect(await findMotion(there.office, there.motionId)).toMatchObject({
      version: 2,
      wording: "Zwei Bänke.",
    });
    made(await openVote(there.office, there.motionId, { method: "named" }));
  }));

test("nobody but the office and the chair opens or closes a vote, and nobody of another town sees the motion", () =>
  town(async (world) => {
    const there = await hall(world, { hidden: true });
    for (const who of ["volunteer", "representative", "consortium"] as const)
      await expect(openVote(world.as(who), there.motionId, { method: "hand" })).rejects.toThrow();
    await expect(
      openVote(world.as("foreignCoordinator"), there.motionId, { method: "hand" }),
    ).rejects.toThrow();
    expect(await findMotion(world.as("visitor"), there.motionId)).toBeUndefined();
    const vote = made(await openVote(world.as("chair"), there.motionId, { method: "hand" }));
    await expect(closeVote(world.as("consortium"), vote)).rejects.toThrow();
    const counts = [{ sector: null, yes: 5, no: 0, abstain: 0 }];
    const { resolution } = made(await closeVote(world.as("chair"), vote, { counts }));
    expect(resolution && (await findResolution(world.as("visitor"), resolution))).toBeUndefined();
    expect(resolution && (await findResolution(world.as("consortium"), resolution))?.label).toBe("2026-01");
  }));
