import { type PersonActor, system } from "#core/actor.ts";
import type { Context } from "#core/context.ts";
import { dayOf, instantAt, plusDays } from "#core/local-time.ts";
import type { Story } from "#core/module.ts";
import type { Outcome } from "#core/outcome.ts";
import { findTraceable } from "#core/traceable.ts";
import type { TopicKind, TopicState } from "#modules/consortium/vocabulary.ts";
import { findActorByEmail } from "#modules/people/queries.ts";
import { tie } from "#modules/threads/commands.ts";
import { addTopic, moveTopic } from "./commands.ts";
import type { TopicId } from "./queries.ts";
import material from "./seed.json" with { type: "json" };

type Told = {
  readonly kind: string;
  readonly title: string;
  readonly words: string;
  readonly state: string;
  readonly stateWords: string;
  readonly below?: readonly Told[];
};

const value = <T>(outcome: Outcome<T, string>): T => {
  if (!outcome.ok) throw new Error(`the consortium stopped: ${outcome.because}`);
  return outcome.value;
};

type Kept = { readonly id: TopicId; readonly topic: Told };

const takeUp = async (ctx: Context, topic: Told, parentId: TopicId | null): Promise<readonly Kept[]> => {
  const kind = topic.kind as TopicKind;
  const { title, words } = topic;
  const { id } = value(await addTopic(ctx, { kind, title, words, parentId }));
  const kept: Kept[] = [{ id, topic }];
  for (const below of topic.below ?? []) kept.push(...(await takeUp(ctx, below, id)));
  return kept;
};

// What people said in the survey and the workshop is what the question came of.
const tieTo = async (ctx: Context, kind: string, search: string, id: TopicId, words: string) => {
  const [thing] = (await findTraceable(kind)?.find(ctx, search)) ?? [];
  if (thing) value(await tie(ctx, thing, { kind: "topic", id }, words));
};

const tellOne = async (story: Story, office: PersonActor, root: (typeof material)[number]) => {
  const place = story.places.first;
  const at = (days: number): Date => instantAt(plusDays(dayOf(story.today), days), "10:00");
  const kept = await story.tell(place, at(root.days), office, async (ctx) => {
    const all = await takeUp(ctx, root, null);
    const [question] = all;
    if (question && root.finding)
      await tieTo(ctx, "releaseFinding", root.finding, question.id, root.findingWords);
    if (question && root.cluster)
      await tieTo(ctx, "cardCluster", root.cluster, question.id, root.clusterWords);
    return all;
  });
  await story.tell(place, at(Math.round(root.days / 2)), office, async (ctx) => {
    for (const { id, topic } of kept)
      if (topic.state !== "open")
        value(await moveTopic(ctx, id, topic.state as TopicState, topic.stateWords));
  });
};

/** What the consortium of the example town deliberates on: most of it asked in the survey and the workshop. */
export const seed = async (story: Story): Promise<void> => {
  const place = story.places.first;
  const email = `koordination@${place.slug}.example`;
  const office = await story.tell(place, story.today, system, (ctx) => findActorByEmail(ctx, email));
  if (!office) return;
  for (const root of material.toSorted((one, other) => one.days - other.days))
    await tellOne(story, office, root);
};
