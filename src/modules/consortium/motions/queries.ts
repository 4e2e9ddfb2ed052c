import type { Context } from "#core/context.ts";
import type { Id } from "#core/id.ts";
import type { ProcedureRules } from "#methods/resolution.ts";
import { defaultRules } from "#methods/resolution-rules.ts";
import type { ItemId } from "#modules/consortium/agenda/queries.ts";
import type { MeetingId } from "#modules/consortium/meetings/queries.ts";
import { may } from "#modules/consortium/policy.ts";
import { findRules } from "#modules/consortium/procedure/queries.ts";

export type MotionId = Id<"motion">;

export const mostMotions = 200;

// What stands in a part of the agenda that is not public is not public either, and a letter is not before it is decided.
const motions = (ctx: Context) =>
  ctx.db
    .selectFrom("motions as o")
    .leftJoin("agendaItems as a", "a.id", "o.agendaItemId")
    .leftJoin("meetings as m", "m.id", "a.meetingId")
    .leftJoin("seats as s", "s.id", "o.proposedBySeatId")
    .select([
      "o.id",
      "o.agendaItemId",
      "o.circular",
      "o.dueAt",
      "o.title",
      "o.wording",
      "o.reason",
      "o.version",
      "o.subject",
      "o.public",
      "o.proposedBySeatId",
      "o.state",
      "o.stateWords",
      "o.thingKind",
      "o.thingId",
      "o.madeAt",
      "a.meetingId",
      "a.title as itemTitle",
      "a.announced",
      "m.number as meetingNumber",
      "m.state as meetingState",
      "m.startsAt as meetingStartsAt",
      "s.title as proposedBy",
    ])
    .select(({ fn }) => fn.coalesce("o.rulesId", "m.rulesId").as("rulesId"))
    .$if(!may.read(ctx), (query) =>
      query
        .where("o.public", "=", true)
        .where("a.public", "=", true)
        .where("m.state", "in", ["invited", "running", "closed"]),
    );

export type MotionRow = Awaited<ReturnType<ReturnType<typeof motions>["execute"]>>[number];

export const findMotion = (ctx: Context, id: MotionId): Promise<MotionRow | undefined> =>
  motions(ctx).where("o.id", "=", id).executeTakeFirst();

/** What is put to the vote in a meeting, in the order of the agenda and of coming; or on one item of it. */
export const listMotions = (ctx: Context, meeting: MeetingId, item?: ItemId): Promise<MotionRow[]> =>
  motions(ctx)
    .where("a.meetingId", "=", meeting)
    .$if(item !== undefined, (query) => query.where("a.id", "=", item as ItemId))
    .orderBy("a.position")
    .orderBy("o.madeAt")
    .orderBy("o.id")
    .limit(mostMotions)
    .execute();

/** What is decided by letter: what runs first, then the youngest. */
export const listCircularMotions = (ctx: Context): Promise<MotionRow[]> =>
  motions(ctx).where("o.circular", "=", true).orderBy("o.dueAt", "desc").limit(100).execute();

/** The rules of a version; those a body can begin with while it has adopted none. */
export const rulesById = async (ctx: Context, id: Id<"procedureRule"> | null): Promise<ProcedureRules> => {
  if (id === null) return defaultRules;
  return (await findRules(ctx, id))?.rules ?? defaultRules;
};
