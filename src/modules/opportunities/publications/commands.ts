import { sql } from "kysely";
import type { Context } from "#core/context.ts";
import { allow, found } from "#core/errors.ts";
import { record } from "#core/events.ts";
import type { Id } from "#core/id.ts";
import { sendMail } from "#core/mail.ts";
import { done, type Outcome, refused } from "#core/outcome.ts";
import { closeTask, openTask } from "#modules/desk/commands.ts";
import { manage, paths } from "#modules/opportunities/paths.ts";
import { may, ways } from "#modules/opportunities/policy.ts";
import { findOpportunity, needsReview, type WholeOpportunity } from "#modules/opportunities/queries.ts";
import type { State } from "#modules/opportunities/vocabulary.ts";
import { contactsOf } from "#modules/organizations/queries.ts";
import { missingLegalNotice } from "#modules/places/queries.ts";
import { say } from "./messages.ts";

/** Why a step is not taken: in words, with what is missing where something is. */
export type MoveRefusal = "legalNotice" | "incomplete" | "notPossible" | "reasonMissing";

const twoDays = 2 * 86_400_000;

/** What an offer lacks before everybody may read it, as names of messages. */
export const lacking = (offer: WholeOpportunity) => {
  const dated = offer.rhythm === "once";
  return [
    ...(offer.description === "" && offer.summary === "" ? (["missing_description"] as const) : []),
    ...(offer.fields.length === 0 ? (["missing_fields"] as const) : []),
    ...(dated && offer.startsAt === null && offer.times === 0 ? (["missing_startsAt"] as const) : []),
    ...(offer.placeKind === "onsite" && !offer.townName && !offer.postcode
      ? (["missing_place"] as const)
      : []),
  ];
};

// Two people may press at once: the row lock makes them queue, and the second is told how it stands now.
const locked = async (ctx: Context, id: Id<"opportunity">): Promise<WholeOpportunity> => {
  await ctx.db.selectFrom("opportunities").select("id").where("id", "=", id).forUpdate().execute();
  return found(await findOpportunity(ctx, id));
};

const put = async (ctx: Context, offer: WholeOpportunity, state: State, reason: string): Promise<void> => {
  const { id } = offer;
  const fresh =
    state === "published"
      ? { publishedAt: offer.publishedAt ?? ctx.now, confirmedAt: ctx.now, remindersSent: 0 }
      : {};
  // Taken up again as a draft, nobody outside reads along; the history keeps when it was out.
  const hidden = state === "draft" ? { publishedAt: null, confirmedAt: null, remindersSent: 0 } : {};
  await ctx.db
    .updateTable("opportunities")
    .set({ state, stateSince: ctx.now, changedAt: ctx.now, ...fresh, ...hidden })
    .where("id", "=", id)
    .execute();
  const byId = ctx.actor.kind === "person" ? ctx.actor.id : null;
  await ctx.db.insertInto("opportunityStates").values({ opportunityId: id, state, reason, byId }).execute();
  await record(ctx, state === "draft" ? "opportunity.withdrawn" : `opportunity.${state}`, id, {
    title: offer.title,
    organizationId: offer.organizationId,
    path: paths.show(offer.slug),
    from: offer.state,
    reason,
  });
};

/** Puts an offer out for everybody, or, when it is the first of its organization, before the office. */
export const publishOpportunity = async (
  ctx: Context,
  id: Id<"opportunity">,
): Promise<Outcome<State, MoveRefusal>> => {
  const offer = await locked(ctx, id);
  allow(may.change(ctx, offer));
  const review =
    !may.review(ctx) && offer.state === "draft" && (await needsReview(ctx, offer.organizationId));
  const to = review ? "review" : "published";
  if (!ways[offer.state].includes(to)) return refused("notPossible");
  allow(may.move(ctx, offer, to));
  if (lacking(offer).length > 0) return refused("incomplete");
  if ((await missingLegalNotice(ctx)).length > 0) return refused("legalNotice");
  await put(ctx, offer, to, "");
  if (to === "review") await askForReview(ctx, offer);
  else if (offer.state === "review") await answerReview(ctx, offer, "published", "");
  if (offer.state === "paused") await closeTask(ctx, "stale", id, "published");
  return done(to);
};

/** Pauses, ends, takes back or sends back. Sending back what waits for review needs a reason. */
export const moveOpportunity = async (
  ctx: Context,
  id: Id<"opportunity">,
  to: Exclude<State, "published" | "review">,
  reason = "",
): Promise<Outcome<State, MoveRefusal>> => {
  const offer = await locked(ctx, id);
  allow(may.change(ctx, offer));
  if (!ways[offer.state].includes(to)) return refused("notPossible");
  allow(may.move(ctx, offer, to));
  const sentBack = offer.state === "review" && may.review(ctx);
  if (sentBack && reason.trim() === "") return refused("reasonMissing");
  await put(ctx, offer, to, reason.trim());
  if (sentBack) await answerReview(ctx, offer, "draft", reason.trim());
  else if (offer.state === "review") await closeTask(ctx, "review", id, "withdrawn");
  if (to === "ended") await closeTask(ctx, "stale", id, "ended");
  return done(to);
};

const askForReview = (ctx: Context, offer: WholeOpportunity): Promise<unknown> =>
  openTask(ctx, {
    kind: "review",
    subjectId: offer.id,
    title: say(ctx)("review_title", { title: offer.title }),
    detail: offer.organization,
    path: manage.office.show(offer.id),
    dueAt: new Date(+ctx.now + twoDays),
  });

const answerReview = async (
  ctx: Context,
  offer: WholeOpportunity,
  to: "draft" | "published",
  reason: string,
) => {
  await closeTask(ctx, "review", offer.id, to);
  const words = say(ctx);
  const { id, title } = offer;
  for (const { name, email, personId } of await contactsOf(ctx, offer.organizationId)) {
    const base = {
      key: `opportunity.reviewed ${id} ${to} ${ctx.now.toISOString()} ${email}`,
      kind: "opportunity.reviewed",
      to: { name, email, ...(personId ? { personId } : {}) },
    };
    await sendMail(
      ctx,
      to === "draft"
        ? {
            ...base,
            subject: words("mailBackSubject", { title }),
            paragraphs: [words("mailBackWords", { title }), `„${reason}“`],
            actions: [{ label: words("mailBackLink"), path: manage.mine.change(id) }],
            closing: words("mailBackClosing"),
          }
        : {
            ...base,
            subject: words("mailPublishedSubject", { title }),
            paragraphs: [words("mailPublishedWords", { title }), words("mailPublishedNext")],
            actions: [{ label: words("mailPublishedLink"), path: paths.show(offer.slug) }],
          },
    );
  }
};

/** What was once and is past ends by itself, the day after. */
export const endPastOpportunities = async (ctx: Context): Promise<number> => {
  const past = await ctx.db
    .selectFrom("opportunities")
    .select("id")
    .where("state", "in", ["published", "paused"])
    .where(
      sql<boolean>`rhythm in ('once', 'slots') and coalesce(ends_at, starts_at) < ${ctx.now}::timestamptz`,
    )
    .limit(1_000)
    .execute();
  for (const { id } of past) await moveOpportunity(ctx, id, "ended", say(ctx)("ended_past"));
  return past.length;
};

/** "It still holds": asked anew in 90 days. */
export const confirmOpportunity = async (ctx: Context, id: Id<"opportunity">): Promise<void> => {
  allow(may.change(ctx, found(await findOpportunity(ctx, id))));
  await ctx.db
    .updateTable("opportunities")
    .set({ confirmedAt: ctx.now, remindersSent: 0 })
    .where("id", "=", id)
    .execute();
  await record(ctx, "opportunity.confirmed", id);
};

/** Two organizations were one: the offers go with the one that lives on. */
export const moveOffers = async (
  ctx: Context,
  from: Id<"organization">,
  into: Id<"organization">,
): Promise<void> => {
  const moved = await ctx.db
    .updateTable("opportunities")
    .set({ organizationId: into })
    .where("organizationId", "=", from)
    .returning("id")
    .execute();
  for (const { id } of moved) await record(ctx, "opportunity.moved", id, { from, into });
};
