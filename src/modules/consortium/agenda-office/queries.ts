import type { Context } from "#core/context.ts";
import { dayWithYear } from "#core/date.ts";
import type { Id } from "#core/id.ts";
import { type AgendaItem, listWaitingTopics } from "#modules/consortium/agenda/queries.ts";
import type { Meeting } from "#modules/consortium/meetings/queries.ts";
import { listOpenTasks, ownerOf } from "#modules/consortium/tasks/queries.ts";
import { type agendaKinds, topicKindName } from "#modules/consortium/vocabulary.ts";
import { say } from "./messages.ts";

/** Something that waits to be talked about, as it would stand on the agenda. */
export type Suggestion = {
  readonly from: "tasks" | "motion" | "topic";
  readonly title: string;
  readonly why: string;
  readonly kind: (typeof agendaKinds)[number];
  readonly words: string;
  readonly topicId?: Id<"topic">;
  readonly motionId?: Id<"motion">;
};

// Put off in an earlier meeting, and not taken up again since.
const listDeferred = (ctx: Context, meeting: Meeting) =>
  ctx.db
    .selectFrom("motions as o")
    .innerJoin("agendaItems as a", "a.id", "o.agendaItemId")
    .innerJoin("meetings as m", "m.id", "a.meetingId")
    .select(["o.id", "o.title", "o.stateWords", "m.startsAt", "m.title as meeting"])
    .where("o.state", "=", "deferred")
    .where("m.id", "<>", meeting.id)
    .where((where) =>
      where.not(
        where.exists(
          where
            .selectFrom("motions as later")
            .select("later.id")
            .whereRef("later.title", "=", "o.title")
            .whereRef("later.madeAt", ">", "o.madeAt"),
        ),
      ),
    )
    .orderBy("m.startsAt")
    .limit(20)
    .execute();

/** What comes back by itself: open tasks as one item, motions that were put off, topics that nobody has taken up. */
export const listSuggestions = async (
  ctx: Context,
  meeting: Meeting,
  agenda: readonly AgendaItem[],
): Promise<readonly Suggestion[]> => {
  const words = say(ctx);
  const tasks = await listOpenTasks(ctx, 100);
  const late = tasks.map(({ dueOn, ...task }) =>
    words("taskLine", { who: ownerOf(task), title: task.title, day: dayWithYear(ctx, dueOn) }),
  );
  const reports: Suggestion[] =
    tasks.length === 0
      ? []
      : [
          {
            from: "tasks",
            title: words("tasksTitle"),
            why: words("tasksWhy", { n: tasks.length }),
            kind: "information",
            words: late
              .map((line) => `- ${line}`)
              .join("\n")
              .slice(0, 6_000),
          },
        ];
  const motions = (await listDeferred(ctx, meeting)).map(
    ({ id, title, stateWords, startsAt }): Suggestion => ({
      from: "motion",
      title,
      why: words("motionWhy", { day: dayWithYear(ctx, startsAt) }),
      kind: "decision",
      words: stateWords,
      motionId: id,
    }),
  );
  const topics = (await listWaitingTopics(ctx, meeting.id)).map(
    ({ id, kind, number, title, madeAt }): Suggestion => ({
      from: "topic",
      title,
      why: words("topicWhy", {
        kind: `${topicKindName(ctx, kind)} ${number}`,
        day: dayWithYear(ctx, madeAt),
      }),
      kind: "discussion",
      words: "",
      topicId: id,
    }),
  );
  const there = new Set(agenda.map(({ title }) => title));
  return [...reports, ...motions, ...topics].filter(({ title }) => !there.has(title));
};
