import type { Context } from "#core/context.ts";
import { isoDay } from "#core/date.ts";
import type { Id } from "#core/id.ts";
import { tellPeople } from "#modules/participation/letters/commands.ts";
import { paths } from "#modules/participation/paths.ts";
import { say as steps } from "#modules/participation/steps/messages.ts";
import { type StepKind, stepKinds } from "#modules/participation/steps/vocabulary.ts";
import { say } from "./messages.ts";
import { addressOf, listUpstream } from "./queries.ts";

// Of these they know themselves, or are told by whoever did it.
const untold: ReadonlySet<StepKind> = new Set(["published", "edited", "hidden", "shown"]);

const kindIn = (kind: unknown): StepKind | undefined => stepKinds.find((known) => known === kind);

/**
 * Something happened to a proposal: everybody who had a part in it hears of it in their next letter, together with
 * all else that waits for them. The same kind of step is told once a day.
 */
export const tellUpstream = async (ctx: Context, proposal: Id<"proposal">, moved: unknown): Promise<void> => {
  const kind = kindIn(moved);
  if (!kind || untold.has(kind)) return;
  const { number, title, slug, state, processState } = await addressOf(ctx, proposal);
  if (processState === "draft") return;
  // A joining is told by what went into it: the same people stand behind what came of it.
  if ((kind === "merged" || kind === "split") && state === "published") return;
  await tellPeople(ctx, await listUpstream(ctx, proposal), {
    key: `proposal ${proposal} ${kind} ${isoDay(ctx.now)}`,
    say: (reader) => ({ title: say(reader)("told", { step: steps(reader)(`step_${kind}`), title }) }),
    path: paths.path(slug, number),
    except: ctx.actor.kind === "person" ? ctx.actor.id : undefined,
  });
};
