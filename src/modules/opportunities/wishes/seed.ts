import { system } from "#core/actor.ts";
import type { Context } from "#core/context.ts";
import type { Id } from "#core/id.ts";
import type { Story } from "#core/module.ts";
import { skills } from "#modules/opportunities/vocabulary.ts";
import { fields, targetGroups } from "#modules/organizations/vocabulary.ts";
import { findActorByEmail, listPeople } from "#modules/people/queries.ts";
import { saveWishes, type WishesInput } from "./commands.ts";
import { partsOfSpans, weekSpans } from "./queries.ts";

const day = 86_400_000;
const some = <T>(list: readonly T[], start: number, count: number): T[] =>
  Array.from(
    { length: Math.min(count, list.length) },
    (_, index) => list[(start + index * 5) % list.length],
  ).flatMap((item) => item ?? []);

const people = targetGroups.filter((code) => code !== "everyone");
const sentences = [
  "Gern etwas mit Menschen, nicht zu früh am Morgen.",
  "Ich war dreißig Jahre Schlosser und möchte mit den Händen arbeiten.",
  "Seit wir hergezogen sind, kenne ich noch niemanden. Das soll sich ändern.",
  "",
  "Lieber einmal im Monat und dafür verlässlich.",
] as const;

const wishOf = (index: number, postcode: string | null): WishesInput => ({
  fields: some(fields, index, 1 + (index % 3)),
  targetGroups: some(people, index * 3, 1 + (index % 2)),
  skills: some(skills, index * 2, 2 + (index % 2)),
  rhythms: some(["once", "weekly", "monthly", "flexible", "slots"] as const, index, 1 + (index % 2)),
  times: partsOfSpans(some(weekSpans, index, 1 + (index % 2))),
  postcode,
  radiusKm: [3, 5, 10, 20, null][index % 5] ?? null,
  accessibility: index % 9 === 0 ? ["stepFree"] : [],
  company: (["alone", "pair", "team", null] as const)[index % 4] ?? null,
  languages: index % 7 === 0 ? ["de", "uk"] : index % 6 === 0 ? ["de", "hsb"] : ["de"],
  notThese: index % 11 === 0 ? ["animals"] : [],
  words: sentences[index % sentences.length] ?? "",
});

const wishersOf = async (
  ctx: Context,
  pages: number,
): Promise<readonly { id: Id<"person">; postcode: string | null }[]> => {
  const known = [];
  for (let page = 1; page <= pages; page += 1) known.push(...(await listPeople(ctx, { page })).items);
  for (const name of ["freiwillig", "neu"]) {
    const actor = await findActorByEmail(ctx, `${name}@${ctx.place.slug}.example`);
    if (actor && !known.some(({ id }) => id === actor.id))
      known.push({ id: actor.id, postcode: ctx.place.postcode });
  }
  return known;
};

/** What some of the people of the example town wish for, as they told it at the counter. */
export const seed = async (story: Story): Promise<void> => {
  for (const [name, place] of Object.entries(story.places)) {
    await story.tell(place, new Date(+story.today - 20 * day), system, async (ctx) => {
      const wishers = await wishersOf(ctx, name === "first" ? 4 : 1);
      for (const [index, { id, postcode }] of wishers.entries())
        await saveWishes(ctx, id, wishOf(index, postcode));
    });
  }
};
