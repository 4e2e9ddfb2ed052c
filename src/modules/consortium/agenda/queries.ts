import type { Context } from "#core/context.ts";
import type { Id } from "#core/id.ts";
import type { Meeting, MeetingId } from "#modules/consortium/meetings/queries.ts";
import { may } from "#modules/consortium/policy.ts";

export type ItemId = Id<"agendaItem">;

export const mostItems = 60;

const items = (ctx: Context) =>
  ctx.db
    .selectFrom("agendaItems as a")
    .leftJoin("topics as t", "t.id", "a.topicId")
    .leftJoin("seats as s", "s.id", "a.proposedBySeatId")
    .selectAll("a")
    .select(["t.number as topicNumber", "t.title as topicTitle", "s.title as proposedBy"])
    .$if(!may.read(ctx), (query) => query.where("a.public", "=", true));

type Row = Awaited<ReturnType<ReturnType<typeof items>["execute"]>>[number];

/** An item with its place on the agenda ("3"), and when it begins if every item before it keeps to its time. */
export type AgendaItem = Row & {
  readonly number: number;
  readonly startsAt: Date;
  readonly endsAt: Date;
};

type Start = Pick<Meeting, "id" | "startsAt">;

// What one may not read still takes its time and its number, so that the clock and the minutes agree for everybody.
const listClock = async (ctx: Context, meeting: Start) => {
  const rows = await ctx.db
    .selectFrom("agendaItems")
    .select(["id", "minutes"])
    .where("meetingId", "=", meeting.id)
    .orderBy("position")
    .orderBy("id")
    .limit(mostItems)
    .execute();
  let at = +meeting.startsAt;
  return new Map(
    rows.map(({ id, minutes }, index) => {
      const startsAt = new Date(at);
      at += minutes * 60_000;
      return [id, { number: index + 1, startsAt, endsAt: new Date(at) }];
    }),
  );
};

/** The agenda of a meeting in its order, with computed times; of what is not public only those of the consortium hear. */
export const listAgenda = async (ctx: Context, meeting: Start): Promise<readonly AgendaItem[]> => {
  const clock = await listClock(ctx, meeting);
  const rows = await items(ctx)
    .where("a.meetingId", "=", meeting.id)
    .orderBy("a.position")
    .orderBy("a.id")
    .limit(mostItems)
    .execute();
  return rows.flatMap((row) => {
    const times = clock.get(row.id);
    return times ? [{ ...row, ...times }] : [];
  });
};

export const findItem = (ctx: Context, id: ItemId): Promise<Row | undefined> =>
  items(ctx).where("a.id", "=", id).executeTakeFirst();

/** The papers of a whole meeting, for everybody or for those of the consortium. */
export const listPapers = (ctx: Context, meeting: MeetingId) =>
  papers(ctx).where("a.meetingId", "=", meeting).orderBy("p.madeAt").limit(200).execute();

/** One paper, if the asker may read it. */
export const findPaper = (ctx: Context, id: Id<"agendaPaper">) =>
  papers(ctx).where("p.id", "=", id).executeTakeFirst();

const papers = (ctx: Context) =>
  ctx.db
    .selectFrom("agendaPapers as p")
    .innerJoin("agendaItems as a", "a.id", "p.agendaItemId")
    .innerJoin("meetings as m", "m.id", "a.meetingId")
    .leftJoin("files as f", "f.id", "p.fileId")
    .select(["p.id", "p.agendaItemId", "p.title", "p.url", "p.fileId", "p.public", "p.madeAt", "f.mediaType"])
    .$if(!may.read(ctx), (query) =>
      query.where("p.public", "=", true).where("a.public", "=", true).where("m.invitedAt", "is not", null),
    );

export type Paper = Awaited<ReturnType<typeof listPapers>>[number];

/** What is still open of the topics, and stands on no agenda ahead: it may come onto the next one. */
export const listWaitingTopics = (ctx: Context, meeting: MeetingId) =>
  ctx.db
    .selectFrom("topics as t")
    .select(["t.id", "t.kind", "t.number", "t.title", "t.madeAt"])
    .where("t.state", "in", ["open", "working"])
    .where((where) =>
      where.not(
        where.exists(
          where
            .selectFrom("agendaItems as a")
            .innerJoin("meetings as m", "m.id", "a.meetingId")
            .select("a.id")
            .whereRef("a.topicId", "=", "t.id")
            .where((or) =>
              or.or([or("m.id", "=", meeting), or("m.state", "in", ["planned", "invited", "running"])]),
            ),
        ),
      ),
    )
    .orderBy("t.madeAt")
    .limit(10)
    .execute();
