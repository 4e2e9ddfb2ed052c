import { visitor } from "#core/actor.ts";
import type { Context } from "#core/context.ts";
import { dayWithYear } from "#core/date.ts";
import type { Id } from "#core/id.ts";
import { type AgendaItem, listWaitingTopics } from "#modules/consortium/agenda/queries.ts";
import type { Meeting } from "#modules/consortium/meetings/queries.ts";
import { listOpenTasks, ownerOf, type TaskRow } from "#modules/consortium/tasks/queries.ts";
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
  /** Not for everybody: neither is the item then. */
  readonly hidden?: boolean;
};

// Put off in an earlier meeting, and not taken up again since.
const listDeferred = (ctx: Context, meeting: Meeting) =>
  ctx.db
    .selectFrom("motions as o")
    .innerJoin("agendaItems as a", "a.id", "o.agendaItemId")
    .innerJoin("meetings as m", "m.id", "a.meetingId")
    .select(["o.id", "o.title", "o.stateWords", "m.startsAt", "m.title as meeting"])
    .select(["o.public", "a.public as itemPublic"])
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

// Open tasks come back as one item; those that are not for everybody as another one, which is not either.
const reportsOf = async (ctx: Context): Promise<readonly Suggestion[]> => {
  const words = say(ctx);
  const tasks = await listOpenTasks(ctx, 100);
  const open = new Set((await listOpenTasks({ ...ctx, actor: visitor }, 100)).map(({ id }) => id));
  const line = ({ dueOn, ...task }: TaskRow): string =>
    `- ${words("taskLine", { who: ownerOf(task), title: task.title, day: dayWithYear(ctx, dueOn) })}`;
  return [false, true].flatMap((hidden): readonly Suggestion[] => {
    const those = tasks.filter(({ id }) => open.has(id) !== hidden);
    if (those.length === 0) return [];
    return [
      {
        from: "tasks",
        title: words(hidden ? "hiddenTasksTitle" : "tasksTitle"),
        why: words("tasksWhy", { n: those.length }),
        kind: "information",
        words: those.map(line).join("\n").slice(0, 6_000),
        hidden,
      },
    ];
  });
};

/** What comes back by itself: open tasks as one item, motions that were put off, topics that nobody has taken up. */
export const listSuggestions = async (
  ctx: Context,
  meeting: Meeting,
  agenda: readonly AgendaItem[],
): Promise<readonly Suggestion[]> => {
  const words = say(ctx);
  const motions = (await listDeferred(ctx, meeting)).map(
    ({ id, title, stateWords, startsAt, ...of }): Suggestion => ({
      from: "motion",
      title,
      why: words("motionWhy", { day: dayWithYear(ctx, startsAt) }),
      kind: "decision",
      words: stateWords,
      motionId: id,
      hidden: !of.public || !of.itemPublic,
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
  return [...(await reportsOf(ctx)), ...motions, ...topics].filter(({ title }) => !there.has(title));
};
