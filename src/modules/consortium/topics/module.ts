import type { Context } from "#core/context.ts";
import type { Module } from "#core/module.ts";
import type { Break, Traceable } from "#core/traceable.ts";
import { paths } from "#modules/consortium/paths.ts";
import { withoutThread } from "#modules/threads/queries.ts";
import { say } from "./messages.ts";
import { findTopics, listResting, listTopics, nameTopics, type TopicId, type TopicRow } from "./queries.ts";
import { seed } from "./seed.ts";

const aYear = 365 * 86_400_000;

const brokenAt =
  (why: string) =>
  (topic: TopicRow): Break => ({
    id: topic.id,
    title: topic.title,
    path: paths.topic(topic.number),
    why,
  });

const broken = async (ctx: Context): Promise<readonly Break[]> => {
  const words = say(ctx);
  const all = await listTopics(ctx);
  const ids = all.map(({ id }) => id);
  const unasked = await withoutThread(ctx, "topic", ids, "from");
  const barren = await withoutThread(ctx, "topic", ids, "to");
  const resting = await listResting(ctx, new Date(ctx.now.getTime() - aYear));
  return [
    ...all
      .filter(({ id, state }) => unasked.has(id) && state !== "dropped")
      .map(brokenAt(words("nobodyAsked"))),
    ...resting.filter(({ id }) => barren.has(id)).map(brokenAt(words("nothingCame"))),
  ].slice(0, 100);
};

const topic: Traceable = {
  kind: "topic",
  noun: (ctx) => say(ctx)("noun"),
  name: (ctx, ids) => nameTopics(ctx, ids as readonly TopicId[]),
  find: findTopics,
  broken,
};

export const topics: Module = { name: "consortium/topics", traceables: [topic], seed };
