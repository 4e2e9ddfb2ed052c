import type { Context } from "#core/context.ts";
import { addTopic } from "#modules/consortium/topics/commands.ts";
import { type Makers, made } from "./made.ts";

/** Numbers begin anew in every town: the second one counts on, so that no number of an address is there twice. */
const countOn = (office: Context): number => (office.place.slug === "musterstadt" ? 1 : 2);

/** A guiding question of the consortium. */
export const consortiumThings = async ({ office }: Makers) => {
  const question = { kind: "question", words: "", parentId: null } as const;
  const asked = [];
  for (let at = 0; at < countOn(office); at++)
    asked.push(made(await addTopic(office, { ...question, title: `Wer fährt wen? (${office.place.name})` })));
  const topic = asked.at(-1);
  if (!topic) throw new Error("a question was to be asked");
  return { topic: topic.id, topicNumber: String(topic.number) };
};
