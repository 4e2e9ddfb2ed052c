import * as z from "zod";
import { isStaff } from "#core/actor.ts";
import type { Context } from "#core/context.ts";
import { dayWithYear } from "#core/date.ts";
import { allow } from "#core/errors.ts";
import { record } from "#core/events.ts";
import { day, paragraph } from "#core/input.ts";
import { done, type Outcome, refused } from "#core/outcome.ts";
import { closeTask, openTask } from "#modules/desk/commands.ts";
import {
  type CooperationInput,
  findDouble,
  lockCooperation,
  type OrganizationId,
  settle,
} from "#modules/network/cooperations/commands.ts";
import { say } from "#modules/network/cooperations/messages.ts";
import { type CooperationId, listMembers, type MemberRow } from "#modules/network/cooperations/queries.ts";
import { tellOrganizations } from "#modules/network/letters/commands.ts";
import { paths } from "#modules/network/paths.ts";
import { speaksFor } from "#modules/network/policy.ts";
import type { Cooperation } from "#modules/network/schema.ts";

// Whoever speaks for one of the members that did not decline, and the office.
const takesPart = (ctx: Context, members: readonly MemberRow[]): readonly OrganizationId[] => {
  const own = speaksFor(ctx);
  return members
    .filter(
      ({ state, organizationId }) =>
        state !== "declined" && (own === "everywhere" || own.includes(organizationId)),
    )
    .map(({ organizationId }) => organizationId);
};

/** What can be corrected: everything but who stands in it. */
export type Correction = Omit<CooperationInput, "organizations">;

export type CorrectionRefusal = "over" | "double" | "same";

const asked = (before: Cooperation, after: Correction): boolean =>
  before.kind !== after.kind ||
  before.topic !== after.topic ||
  before.startsOn !== after.startsOn ||
  before.endsOn !== after.endsOn;

const differs = (before: Cooperation, after: Correction): boolean =>
  asked(before, after) ||
  before.agreement !== after.agreement ||
  before.field !== after.field ||
  before.internal !== after.internal;

/**
 * Corrects what was agreed. A change of kind, topic, beginning or end is asked anew of everybody but whoever made it;
 * until two have confirmed it, it stands in no picture.
 */
export const correctCooperation = async (
  ctx: Context,
  id: CooperationId,
  input: Correction,
): Promise<Outcome<Cooperation["state"], CorrectionRefusal>> => {
  const before = await lockCooperation(ctx, id);
  const members = await listMembers(ctx, [id]);
  const own = takesPart(ctx, members);
  allow(own.length > 0);
  if (before.state === "withdrawn" || before.state === "declined") return refused("over");
  if (!differs(before, input)) return refused("same");
  const organizations = members
    .filter(({ state }) => state !== "declined")
    .map(({ organizationId }) => organizationId);
  if (await findDouble(ctx, { ...input, organizations }, id)) return refused("double");
  await ctx.db
    .updateTable("cooperations")
    .set({ ...input, changedAt: ctx.now })
    .where("id", "=", id)
    .execute();
  await record(ctx, "cooperation.changed", id, { from: before.topic, to: input.topic });
  if (!asked(before, input)) return done(before.state);
  const others = organizations.filter((member) => isStaff(ctx.actor) || !own.includes(member));
  await ctx.db
    .updateTable("cooperationMembers")
    .set({ state: "proposed", answeredAt: null, answeredBy: null })
    .where("cooperationId", "=", id)
    .where("organizationId", "in", others)
    .execute();
  await tellOrganizations(ctx, others, {
    key: `cooperation.changed:${id}:${ctx.now.getTime()}`,
    title: say(ctx)("changedTitle", { topic: input.topic }),
    text: say(ctx)("changedText"),
    path: paths.tie(id),
  });
  return done(await settle(ctx, { ...before, ...input }));
};

export const EndInput = z.object({ endsOn: day, words: paragraph(1_000) });

export type EndRefusal = "notConfirmed" | "order" | "ended";

/** Ends a cooperation on a day, with the reason; what has been stays in the years it was in. */
export const endCooperation = async (
  ctx: Context,
  id: CooperationId,
  { endsOn, words }: z.output<typeof EndInput>,
): Promise<Outcome<null, EndRefusal>> => {
  const before = await lockCooperation(ctx, id);
  const members = await listMembers(ctx, [id]);
  allow(takesPart(ctx, members).length > 0);
  if (before.state !== "confirmed") return refused("notConfirmed");
  if (before.endWords !== "") return refused("ended");
  if (endsOn < before.startsOn) return refused("order");
  await ctx.db
    .updateTable("cooperations")
    .set({ endsOn, endWords: words, changedAt: ctx.now })
    .where("id", "=", id)
    .execute();
  await tellOrganizations(
    ctx,
    members.filter(({ state }) => state === "confirmed").map(({ organizationId }) => organizationId),
    {
      key: `cooperation.ended:${id}`,
      title: say(ctx)("endedTitle", { topic: before.topic }),
      text: words,
      path: paths.tie(id),
    },
  );
  await record(ctx, "cooperation.ended", id, { endsOn });
  return done(null);
};

/** Takes back a proposal that is not confirmed yet: whoever proposed it, or the office. */
export const withdrawCooperation = async (
  ctx: Context,
  id: CooperationId,
): Promise<Outcome<null, "confirmed" | "over">> => {
  const before = await lockCooperation(ctx, id);
  const own = speaksFor(ctx);
  allow(own === "everywhere" || (before.proposedById !== null && own.includes(before.proposedById)));
  if (before.state === "confirmed") return refused("confirmed");
  if (before.state !== "proposed") return refused("over");
  await ctx.db
    .updateTable("cooperations")
    .set({ state: "withdrawn", changedAt: ctx.now })
    .where("id", "=", id)
    .execute();
  await closeTask(ctx, "network", id, say(ctx)("taskClosed"));
  await record(ctx, "cooperation.withdrawn", id);
  return done(null);
};

const twoWeeks = 14 * 86_400_000;

/** Puts what nobody answered for two weeks on the worklist, and takes off what was answered. */
export const watchWaiting = async (ctx: Context): Promise<number> => {
  const late = await ctx.db
    .selectFrom("cooperations as c")
    .innerJoin("cooperationMembers as m", "m.cooperationId", "c.id")
    .innerJoin("organizations as o", "o.id", "m.organizationId")
    .select(({ fn }) => [
      "c.id",
      "c.topic",
      "c.madeAt",
      fn.agg<string[]>("array_agg", ["o.name"]).as("names"),
    ])
    .where("c.state", "=", "proposed")
    .where("m.state", "=", "proposed")
    .where("c.madeAt", "<", new Date(ctx.now.getTime() - twoWeeks))
    .groupBy(["c.placeId", "c.id"])
    .orderBy("c.madeAt")
    .limit(100)
    .execute();
  for (const { id, topic, madeAt, names } of late) {
    const words = { topic, day: dayWithYear(ctx, madeAt), names: names.join(", ") };
    await openTask(ctx, {
      kind: "network",
      subjectId: id,
      title: say(ctx)("taskTitle", words),
      detail: say(ctx)("taskDetail", words),
      path: paths.office(id),
      dueAt: new Date(madeAt.getTime() + 2 * twoWeeks),
    });
  }
  return late.length;
};
