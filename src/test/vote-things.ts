import type { Context } from "#core/context.ts";
import { sendCircular } from "#modules/consortium/circulars/commands.ts";
import { closeVote } from "#modules/consortium/counting/commands.ts";
import type { SeatId } from "#modules/consortium/seats/queries.ts";
import { openVote } from "#modules/consortium/votes/commands.ts";
import { made } from "./made.ts";
import { putMotion, putSeats, runMeeting } from "./voting.ts";

/** A meeting that runs, with a vote that is open and others that were decided; and a motion that went out by letter. */
export const voteThings = async (office: Context, seat: SeatId, decided: number) => {
  // With three seats there is a quorum.
  const more = await putSeats(office, [{ sector: "civil" }, { sector: "business" }]);
  const votingMeeting = await runMeeting(office, [seat, ...more]);
  let voted = 0;
  for (let at = 0; at < decided; at += 1) {
    const { motionId } = await putMotion(office, votingMeeting, {
      title: `Beschluss für ${office.place.name}`,
    });
    const vote = made(await openVote(office, motionId, { method: "hand" }));
    made(await closeVote(office, vote, { counts: [{ sector: null, yes: 3, no: 0, abstain: 0 }] }));
    voted += 1;
  }
  const { itemId: votingItem, motionId: motion } = await putMotion(office, votingMeeting);
  const motionVote = made(await openVote(office, motion, { method: "named" }));
  const dueOn = `${office.now.getUTCFullYear() + 1}-02-01`;
  const letter = {
    title: "Eilt",
    wording: "Sofort.",
    reason: "",
    subject: "ordinary",
    hidden: false,
    dueOn,
  } as const;
  const circularMotion = made(await sendCircular(office, { ...letter, proposedBySeatId: null }));
  const resolutionNumber = `${office.now.getUTCFullYear()}-${String(voted).padStart(2, "0")}`;
  return { votingMeeting, votingItem, motion, motionVote, circularMotion, resolutionNumber };
};
