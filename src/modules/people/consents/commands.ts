import type { Context } from "#core/context.ts";
import { allow, found } from "#core/errors.ts";
import { record } from "#core/events.ts";
import type { Id } from "#core/id.ts";
import { done, type Outcome, refused } from "#core/outcome.ts";
import { isSelf, may, mayBeShownInPublic } from "#modules/people/policy.ts";
import { findPerson } from "#modules/people/queries.ts";
import type { GivenWay, Purpose } from "#modules/people/vocabulary.ts";
import { textVersion } from "./messages.ts";

type Given = { readonly personId: Id<"person">; readonly purpose: Purpose; readonly how: GivenWay };

const authorOf = ({ actor }: Context): Id<"person"> | null => (actor.kind === "person" ? actor.id : null);

/** Notes a yes, with the text it was given to. What the person clicks themself was said on the web, whatever a form claims. */
export const giveConsent = async (
  ctx: Context,
  { personId, purpose, how }: Given,
): Promise<Outcome<true, "already" | "tooYoung">> => {
  const person = found(await findPerson(ctx, personId));
  allow(may.change(ctx, person));
  if (purpose === "publication" && !mayBeShownInPublic(person)) return refused("tooYoung");
  const self = isSelf(ctx.actor, person);
  const row = await ctx.db
    .insertInto("consents")
    .values({
      personId,
      purpose,
      textVersion,
      givenHow: self ? "web" : how,
      recordedBy: self ? null : authorOf(ctx),
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning("id")
    .executeTakeFirst();
  if (!row) return refused("already");
  await record(ctx, "consent.given", personId, { purpose, textVersion });
  return done(true);
};

/** Takes a yes back from now on. Modules that acted on it listen. */
export const withdrawConsent = async (
  ctx: Context,
  personId: Id<"person">,
  purpose: Purpose,
): Promise<Outcome<true, "over">> => {
  const person = found(await findPerson(ctx, personId));
  allow(may.change(ctx, person));
  const row = await ctx.db
    .updateTable("consents")
    .set({ withdrawnAt: ctx.now, withdrawnBy: authorOf(ctx) })
    .where("personId", "=", personId)
    .where("purpose", "=", purpose)
    .where("withdrawnAt", "is", null)
    .returning("id")
    .executeTakeFirst();
  if (!row) return refused("over");
  await record(ctx, "consent.withdrawn", personId, { purpose });
  return done(true);
};
