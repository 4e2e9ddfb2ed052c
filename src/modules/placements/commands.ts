import * as z from "zod";
import type { Context } from "#core/context.ts";
import { allow, found } from "#core/errors.ts";
import { record } from "#core/events.ts";
import { type Id, isId } from "#core/id.ts";
import { paragraph, whole } from "#core/input.ts";
import { findOpportunity } from "#modules/opportunities/queries.ts";
import { findPerson } from "#modules/people/queries.ts";
import { may } from "./policy.ts";
import { findConsultation } from "./queries.ts";
import { consultationChannels } from "./vocabulary.ts";

const text = paragraph(4_000)
  .optional()
  .transform((value) => value ?? "");

/** What is written down of a consultation; nothing but the channel is asked for. */
export const ConsultationInput = z.object({
  channel: z.enum(consultationChannels),
  minutes: whole(1, 600)
    .optional()
    .transform((value) => value ?? null),
  motives: text,
  experience: text,
  situation: text,
  agreed: text,
});
export type ConsultationInput = z.output<typeof ConsultationInput>;

// A form may carry more than the talk, as the wishes.
const columns = ({ channel, minutes, motives, experience, situation, agreed }: ConsultationInput) => ({
  channel,
  minutes,
  motives,
  experience,
  situation,
  agreed,
});

type Origin = {
  readonly inquiryId?: Id<"inquiry"> | null;
  readonly appointmentId?: Id<"appointment"> | null;
};

/** Writes down a consultation; the first with a person is the initial one. */
export const holdConsultation = async (
  ctx: Context,
  personId: Id<"person">,
  input: ConsultationInput,
  origin: Origin = {},
): Promise<Id<"consultation">> => {
  allow(may.consult(ctx));
  found(await findPerson(ctx, personId));
  const earlier = await ctx.db
    .selectFrom("consultations")
    .select("id")
    .where("personId", "=", personId)
    .limit(1)
    .executeTakeFirst();
  const { id } = await ctx.db
    .insertInto("consultations")
    .values({
      ...columns(input),
      personId,
      kind: earlier ? "further" : "initial",
      inquiryId: origin.inquiryId ?? null,
      appointmentId: origin.appointmentId ?? null,
      heldBy: ctx.actor.kind === "person" ? ctx.actor.id : null,
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  await record(ctx, "consultation.held", id, { personId, channel: input.channel });
  return id;
};

/** Adds to, or corrects, what was written down. */
export const changeConsultation = async (
  ctx: Context,
  personId: Id<"person">,
  id: Id<"consultation">,
  input: ConsultationInput,
): Promise<void> => {
  found(await findConsultation(ctx, personId, id));
  await ctx.db
    .updateTable("consultations")
    .set({ ...columns(input), changedAt: ctx.now })
    .where("id", "=", id)
    .execute();
  await record(ctx, "consultation.changed", id, { personId });
};

export const ShortlistInput = z.object({
  angebot: z
    .string()
    .refine((value): value is Id<"opportunity"> => isId<"opportunity">(value), { error: "choose" }),
});

/** Keeps an offer to talk about. The same twice changes nothing. */
export const putOnShortlist = async (
  ctx: Context,
  personId: Id<"person">,
  opportunityId: Id<"opportunity">,
): Promise<void> => {
  allow(may.consult(ctx));
  found(await findPerson(ctx, personId));
  found(await findOpportunity(ctx, opportunityId));
  const row = await ctx.db
    .insertInto("shortlistEntries")
    .values({ personId, opportunityId, putBy: ctx.actor.kind === "person" ? ctx.actor.id : null })
    .onConflict((conflict) => conflict.doNothing())
    .returning("opportunityId")
    .executeTakeFirst();
  if (row) await record(ctx, "shortlist.put", personId, { opportunityId });
};

/** Takes it off again; what is not there is not missed. */
export const takeOffShortlist = async (
  ctx: Context,
  personId: Id<"person">,
  opportunityId: Id<"opportunity">,
): Promise<void> => {
  allow(may.consult(ctx));
  const row = await ctx.db
    .deleteFrom("shortlistEntries")
    .where("personId", "=", personId)
    .where("opportunityId", "=", opportunityId)
    .returning("opportunityId")
    .executeTakeFirst();
  if (row) await record(ctx, "shortlist.taken_off", personId, { opportunityId });
};
