import { system } from "#core/actor.ts";
import type { Story } from "#core/module.ts";
import { findActorByEmail } from "#modules/people/queries.ts";
import { saveSearch } from "./commands.ts";

const day = 86_400_000;

/** A volunteer remembers two searches. */
export const seed = async (story: Story): Promise<void> => {
  const place = story.places.first;
  const at = new Date(+story.today - 12 * day);
  const volunteer = await story.tell(place, at, system, (ctx) =>
    findActorByEmail(ctx, `freiwillig@${place.slug}.example`),
  );
  if (!volunteer) return;
  await story.tell(place, at, volunteer, async (ctx) => {
    await saveSearch(ctx, { suche: "feld=environment", name: "Umwelt, Natur und Tiere" });
    await saveSearch(ctx, { suche: "zeit=wochenende&rhythmus=once", name: "Am Wochenende, einmalig" });
  });
};
