import type { Context } from "#core/context.ts";
import type { Id } from "#core/id.ts";
import { may } from "#modules/consortium/policy.ts";

export type MeetingId = Id<"meeting">;
export type MeetingState = "planned" | "invited" | "running" | "closed" | "canceled";

/** Not held yet, and still to be held. */
export const isAhead = (state: MeetingState): boolean => state === "planned" || state === "invited";

export const mostMeetings = 200;

const known = ["invited", "running", "closed", "canceled"] as const;

// A plan is nobody's business before it is certain: everybody sees a meeting from its invitation on.
const visible = (ctx: Context) =>
  ctx.db
    .selectFrom("meetings as m")
    .leftJoin("meetingSeries as s", "s.id", "m.seriesId")
    .selectAll("m")
    .select("s.title as seriesTitle")
    .$if(!may.read(ctx), (query) =>
      query.where("m.state", "in", [...known]).where("m.invitedAt", "is not", null),
    );

export type Meeting = NonNullable<Awaited<ReturnType<typeof findMeeting>>>;

export const findMeeting = (ctx: Context, id: MeetingId) =>
  visible(ctx).where("m.id", "=", id).executeTakeFirst();

export const findMeetingByNumber = (ctx: Context, number: number) =>
  visible(ctx).where("m.number", "=", number).executeTakeFirst();

type Span = {
  /** Meetings that are not over before this moment … */
  readonly from?: Date;
  /** … and that begin before that one. */
  readonly until?: Date;
  readonly states?: readonly MeetingState[];
  readonly latestFirst?: boolean;
  readonly limit?: number;
};

/** Meetings in the order of their time; those the asker may know of. */
export const listMeetings = (
  ctx: Context,
  { from, until, states, latestFirst = false, limit = mostMeetings }: Span = {},
): Promise<readonly Meeting[]> =>
  visible(ctx)
    .$if(from !== undefined, (query) => query.where("m.endsAt", ">=", from as Date))
    .$if(until !== undefined, (query) => query.where("m.startsAt", "<", until as Date))
    .$if(states !== undefined, (query) => query.where("m.state", "in", [...(states ?? [])]))
    .orderBy("m.startsAt", latestFirst ? "desc" : "asc")
    .orderBy("m.number")
    .limit(limit)
    .execute();

/** The next meeting after a moment that was not canceled. */
export const findNext = async (ctx: Context, after: Date): Promise<Meeting | undefined> =>
  (await listMeetings(ctx, { from: after, states: ["planned", "invited", "running"], limit: 1 }))[0];
