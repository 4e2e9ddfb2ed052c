import { expect, test } from "vitest";
import { defaultRules } from "#methods/resolution-rules.ts";
import { findMotion } from "#modules/consortium/motions/queries.ts";
import { castVote, openVote } from "#modules/consortium/votes/commands.ts";
import { findVote, listObjections, listVoters } from "#modules/consortium/votes/queries.ts";
import { made } from "#test/made.ts";
import { putMotion, putRules, putSeats, runMeeting } from "#test/voting.ts";
import { town, type World } from "#test/world.ts";
import { objectTo, takeIn, withdrawObjection } from "./commands.ts";

const round = async (world: World) => {
  const office = world.as("coordinator");
  await putRules(office, defaultRules);
  const seats = await putSeats(office, [
    { sector: "civil", person: world.cast.consortium.id },
    { sector: "public" },
    { sector: "business" },
  ]);
  const [own, other, third] = seats;
  if (!own || !other || !third) throw new Error("no seats");
  const meeting = await runMeeting(office, seats);
  const { motionId } = await putMotion(office, meeting);
  const vote = made(await openVote(office, motionId, { method: "consent" }));
  return { office, kai: world.as("consortium"), own, other, third, motionId, vote };
};
const because = { reason: "Dort hält kein Bus mehr.", change: "Am Bahnhof statt am Markt." };

test("an objection counts with its reason and change, is told once a seat, and can be withdrawn", () =>
  town(async (world) => {
    const { office, kai, own, other, motionId, vote } = await round(world);
    await expect(objectTo(kai, vote, other, because)).rejects.toThrow();
    made(await objectTo(kai, vote, own, { ...because, reason: "Zu laut." }));
    const id = made(await objectTo(kai, vote, own, because));
    expect(await listObjections(office, [motionId])).toMatchObject([
      { seat: own, state: "open", ...because },
    ]);
    await expect(withdrawObjection(world.as("volunteer"), id)).rejects.toThrow();
    made(await withdrawObjection(kai, id));
    expect(await withdrawObjection(kai, id)).toMatchObject({ because: "settled" });
    const [mine] = (await listVoters(office, [vote])).get(vote) ?? [];
    expect(mine?.choice).toBe("abstain");
  }));

test("an objection taken in makes another version, breaks the vote off, and everybody is asked anew", () =>
  town(async (world) => {
    const { office, kai, own, other, motionId, vote } = await round(world);
    made(await castVote(office, vote, other, { choice: "yes" }));
    const id = made(await objectTo(kai, vote, own, because));
    const motion = await findMotion(office, motionId);
    expect(await takeIn(office, id, { wording: motion?.wording ?? "", answer: "" })).toMatchObject({
      because: "same",
    });
    await expect(takeIn(kai, id, { wording: "Am Bahnhof.", answer: "" })).rejects.toThrow();
    expect(made(await takeIn(office, id, { wording: "Am Bahnhof.", answer: "Gern." }))).toEqual({
      version: 2,
    });
    expect(await findMotion(office, motionId)).toMatchObject({
      state: "open",
      version: 2,
      wording: "Am Bahnhof.",
    });
    expect(await findVote(office, vote)).toMatchObject({ state: "void" });
    const again = made(await openVote(office, motionId, { method: "consent" }));
    expect((await listVoters(office, [again])).get(again)?.every(({ voted }) => !voted)).toBe(true);
  }));

test("only in a consent can one object", () =>
  town(async (world) => {
    const { office, own } = await round(world);
    const meeting = await runMeeting(office, [own]);
    const { motionId } = await putMotion(office, meeting);
    const vote = made(await openVote(office, motionId, { method: "named" }));
    expect(await objectTo(office, vote, own, because)).toMatchObject({ because: "noConsent" });
  }));
