import { type PersonActor, system } from "#core/actor.ts";
import type { Place } from "#core/context.ts";
import { found } from "#core/errors.ts";
import type { Story } from "#core/module.ts";
import { findActorByEmail } from "#modules/people/queries.ts";
import { offerOfClub, tellToday } from "./files/seed.ts";
import { type Scene, scenesOf } from "./register/seed.ts";

const actors = async (story: Story, town: Place, names: readonly string[]): Promise<readonly PersonActor[]> =>
  story.tell(town, story.today, system, async (ctx) => {
    const known = [];
    for (const name of names) known.push(await findActorByEmail(ctx, `${name}@${town.slug}.example`));
    return known.filter((actor) => actor !== undefined);
  });

/** Scenes of one opening hour are told together, by whoever was at the desk. */
const tellScenes = async (
  story: Story,
  town: Place,
  scenes: readonly Scene[],
  staff: readonly PersonActor[],
): Promise<void> => {
  const hours = Map.groupBy(scenes, ({ at }) => +at);
  const order = [...hours.keys()].sort((one, other) => one - other);
  for (const [index, at] of order.entries()) {
    const actor = found(staff[index % staff.length]);
    await story.tell(town, new Date(at), actor, async (ctx) => {
      for (const scene of hours.get(at) ?? []) await scene.work(ctx);
    });
  }
};

const tellTown = async (story: Story, town: Place, whole: boolean): Promise<void> => {
  const staff = await actors(story, town, ["koordination", "koordination2"]);
  const [first] = staff;
  if (!first) return;
  const [volunteer] = await actors(story, town, ["freiwillig"]);
  const scenes = await scenesOf(story, town, whole ? 7 : 1);
  await tellScenes(story, town, scenes, staff);
  const ownOffer = whole ? await offerOfClub(story, town, `verein@${town.slug}.example`) : undefined;
  await tellToday(story, town, { staff: first, volunteer, ownOffer }, whole);
  story.report(`${town.name}: ${scenes.length} scenes from talks to placements`);
};

/** Three years of consultations and placements, and what lies on the desk this morning. */
export const seed = async (story: Story): Promise<void> => {
  await tellTown(story, story.places.first, true);
  await tellTown(story, story.places.second, false);
};
