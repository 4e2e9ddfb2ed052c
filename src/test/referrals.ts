import type { Context } from "#core/context.ts";
import type { Id } from "#core/id.ts";
import { keepPerson } from "#modules/people/commands.ts";
import { answerRequest } from "#modules/placements/answers/commands.ts";
import { place } from "#modules/placements/arrangements/commands.ts";
import { ConsultationInput, holdConsultation } from "#modules/placements/commands.ts";
import { askDueFollowUps } from "#modules/placements/follow-ups/commands.ts";
import { propose } from "#modules/placements/referrals/commands.ts";
import { askForRelease, giveRelease } from "#modules/placements/releases/commands.ts";
import { tokenIn } from "./letters.ts";
import { type Makers, made } from "./made.ts";

const keep = async (ctx: Context, name: string, email: string): Promise<Id<"person">> => {
  const kept = await keepPerson(ctx, { name, email, contactBy: "email", language: "de", ageBand: "adult" });
  if (!kept.ok) throw new Error(`${name} is known already`);
  return kept.value;
};

/** One referral that waits for its release, one that waits for the organization, and one placed with its follow-ups. */
export const referralThings = async (
  { office, earlier, volunteer }: Makers,
  opportunityId: Id<"opportunity">,
) => {
  if (volunteer.actor.kind !== "person") throw new Error("somebody has to be proposed");
  const referral = made(await propose(office, { personId: volunteer.actor.id, opportunityId }));
  made(await askForRelease(office, referral));
  const released = { data: ["name" as const], note: "" };

  const asked = await keep(office, "Sofie Sucht", "sofie@gast.example");
  const sentReferral = made(await propose(office, { personId: asked, opportunityId }));
  made(await giveRelease(office, sentReferral, released, "paper"));

  const answerToken = await tokenIn(office, "referral.asked", "/antwort");

  const placed = await keep(earlier, "Paula Platz", "paula@gast.example");
  const placedReferral = made(await propose(earlier, { personId: placed, opportunityId }));
  made(await giveRelease(earlier, placedReferral, released, "paper"));
  made(await answerRequest(earlier, placedReferral, { antwort: "accepted", worte: "", grund: undefined }));
  made(await place(earlier, placedReferral, { tag: "2026-08-20", worte: "", weg: "phone" }));
  await askDueFollowUps(office);
  const { id: followUp } = await office.db
    .selectFrom("followUps")
    .select("id")
    .where("side", "=", "organization")
    .where("askedAt", "is not", null)
    .limit(1)
    .executeTakeFirstOrThrow();
  const talk = ConsultationInput.parse({ channel: "counter" });
  return {
    referral,
    sentReferral,
    placedReferral,
    followUp,
    advised: asked,
    consultation: await holdConsultation(office, asked, talk),
    releaseToken: await tokenIn(office, "referral.release", "/freigabe"),
    answerToken,
    followUpToken: await tokenIn(office, "follow_up.asked", "/nachfrage"),
  };
};
