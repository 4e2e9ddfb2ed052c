import { system } from "#core/actor.ts";
import type { Id } from "#core/id.ts";
import type { Story } from "#core/module.ts";
import { findActorByEmail } from "#modules/people/queries.ts";
import { addQualification, QualificationInput } from "./commands.ts";

const days = 200;

const qualifications = [
  {
    name: "Belehrung Lebensmittel (§ 43 IfSG)",
    description: "Gibt es beim Gesundheitsamt, danach frischt der Verein sie alle zwei Jahre auf.",
    months: "24",
  },
  {
    name: "Ersthelferin oder Ersthelfer",
    description: "Neun Unterrichtseinheiten, gilt zwei Jahre.",
    months: "24",
  },
  {
    name: "Juleica",
    description: "Jugendleiterkarte, ausgestellt vom Jugendring.",
    months: "36",
  },
] as const;

/** What one may be qualified for; who has a youth leader's card has learned first aid as well. */
export const seed = async (story: Story): Promise<void> => {
  const at = new Date(+story.today - days * 86_400_000);
  for (const place of [story.places.first, story.places.second]) {
    const office = await story.tell(place, at, system, (ctx) =>
      findActorByEmail(ctx, `koordination@${place.slug}.example`),
    );
    if (!office) continue;
    await story.tell(place, at, office, async (ctx) => {
      const made: Id<"qualification">[] = [];
      for (const { name, description, months } of qualifications) {
        const includes = name === "Juleica" ? made.slice(1, 2) : [];
        const input = QualificationInput.parse({ name, description, months, includes });
        const outcome = await addQualification(ctx, input);
        if (outcome.ok) made.push(outcome.value);
      }
    });
  }
};
