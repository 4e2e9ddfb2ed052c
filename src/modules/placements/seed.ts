import { type PersonActor, system } from "#core/actor.ts";
import type { Place } from "#core/context.ts";
import type { Story } from "#core/module.ts";
import { findActorByEmail } from "#modules/people/queries.ts";
import { offerOfClub, tellToday } from "./files/seed.ts";
import { tellHistory } from "./register/seed.ts";

const actors = async (story: Story, town: Place, names: readonly string[]): Promise<readonly PersonActor[]> =>
  story.tell(town, story.today, system, async (ctx) => {
    const found = [];
    for (const name of names) found.push(await findActorByEmail(ctx, `${name}@${town.slug}.example`));
    return found.filter((actor) => actor !== undefined);
  });

const tellTown = async (story: Story, town: Place, whole: boolean): Promise<void> => {
  const staff = await actors(story, town, ["koordination", "koordination2"]);
  const [first] = staff;
  if (!first) return;
  const [volunteer] = await actors(story, town, ["freiwillig"]);
  const scenes = await tellHistory(story, town, staff, whole ? 8 : 1);
  const ownOffer = whole ? await offerOfClub(story, town, `verein@${town.slug}.example`) : undefined;
  await tellToday(story, town, { staff: first, volunteer, ownOffer }, whole);
  story.report(`${town.name}: ${scenes} scenes from talks to placements`);
};

/** Three years of consultations and placements, and what lies on the desk this morning. */
export const seed = async (story: Story): Promise<void> => {
  await tellTown(story, story.places.first, true);
  await tellTown(story, story.places.second, false);
};
