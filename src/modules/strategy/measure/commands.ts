import type { Context } from "#core/context.ts";
import { isoDay } from "#core/date.ts";
import { tellPeople } from "#modules/participation/letters/commands.ts";
import { say } from "#modules/strategy/measures/messages.ts";
import { findMeasure, type MeasureId } from "#modules/strategy/measures/queries.ts";
import { paths } from "#modules/strategy/paths.ts";
import { lightName, measureStateName } from "#modules/strategy/vocabulary.ts";
import { listUpstream } from "./queries.ts";

/**
 * A measure went on: everybody whose contribution led to it hears of it in their next letter, once a day; of what is
 * not public nobody.
 */
export const tellUpstream = async (ctx: Context, id: MeasureId): Promise<number> => {
  const measure = await findMeasure(ctx, id);
  if (!measure?.public) return 0;
  const { title, number, state, light, stateWords } = measure;
  return tellPeople(ctx, await listUpstream(ctx, id), {
    key: `measure ${id} ${isoDay(ctx.now)}`,
    say: (reader) => {
      const rests = state === "done" || state === "dropped";
      const name = rests ? measureStateName(reader, state) : lightName(reader, light);
      return {
        title: say(reader)("toldTitle", { title, light: name }),
        text: say(reader)("toldText", { words: stateWords }),
      };
    },
    path: paths.measure(number),
    except: ctx.actor.kind === "person" ? ctx.actor.id : undefined,
  });
};
