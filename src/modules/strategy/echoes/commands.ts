import { system } from "#core/actor.ts";
import type { Context } from "#core/context.ts";
import { notifyAll } from "#modules/people/notices/commands.ts";
import { findMeasure, type MeasureId } from "#modules/strategy/measures/queries.ts";
import { paths } from "#modules/strategy/paths.ts";
import { say } from "./messages.ts";
import { listContributors } from "./queries.ts";

const told = ["running", "done", "changed", "dropped"] as const;

const timely = 30 * 86_400_000;

/**
 * Tells everybody whose proposal led to a measure that it begins, is done, changed or was dropped: of each once, with
 * the words that everybody reads. Of a measure that is not public nobody hears. Answers how many were told.
 */
export const tellContributors = async (asker: Context, id: MeasureId): Promise<number> => {
  const ctx = { ...asker, actor: system };
  const measure = await findMeasure(ctx, id);
  const state = told.find((one) => one === measure?.state);
  if (!measure?.public || !state) return 0;
  const people = await listContributors(ctx, id);
  await notifyAll(
    ctx,
    people.map(({ personId, language }) => ({
      personId,
      key: `measure.${state}:${id}`,
      kind: "participation",
      title: say({ language })(state, { title: measure.title }),
      text: say({ language })("text", { words: measure.stateWords.slice(0, 400) }).trim(),
      path: paths.measure(measure.number),
      // News, not an archive: whoever was not told by then does not need it any more.
      until: new Date(+ctx.now + timely),
    })),
  );
  return people.length;
};
