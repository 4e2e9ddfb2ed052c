import { system } from "#core/actor.ts";
import type { Context } from "#core/context.ts";
import { dayOf, instantAt, plusDays } from "#core/local-time.ts";
import type { Story } from "#core/module.ts";
import type { Outcome } from "#core/outcome.ts";
import { findCooperations } from "#modules/network/cooperations/queries.ts";
import { addGroupDate } from "#modules/network/group-dates/commands.ts";
import { addGroup, addGroupMember, carryOut } from "#modules/network/groups/commands.ts";
import { listOrganizations, type OrganizationCard } from "#modules/organizations/queries.ts";
import { findActorByEmail } from "#modules/people/queries.ts";
import material from "./seed.json" with { type: "json" };

type Told = (typeof material)[number];

const value = <T>(outcome: Outcome<T, string>): T => {
  if (!outcome.ok) throw new Error(`the working groups stopped: ${outcome.because}`);
  return outcome.value;
};

const tellOne = async (
  ctx: Context,
  today: string,
  organizations: readonly OrganizationCard[],
  told: Told,
): Promise<void> => {
  const foundedOn = plusDays(today, -Math.round(told.founded * 365.25));
  const { name, purpose, contact: contactWords } = told;
  const { id } = await addGroup(ctx, { name, purpose, contactWords, internal: false, foundedOn });
  const [cooperation] = await findCooperations(ctx, told.cooperation);
  if (cooperation) await carryOut(ctx, id, cooperation.id as Parameters<typeof carryOut>[2]);
  for (const [organization = "", person = "", part, email] of told.members)
    value(
      await addGroupMember(ctx, id, {
        organizationId: organizations.find((one) => one.name.startsWith(organization))?.id ?? null,
        name: person,
        email: email || null,
        part: part === "lead" ? "lead" : "member",
        startsOn: foundedOn,
      }),
    );
  for (const [days, from, until, title, whereWords, open] of told.dates)
    value(
      await addGroupDate(ctx, id, {
        title: String(title),
        words: "",
        whereWords: String(whereWords),
        day: plusDays(today, Number(days)),
        from: String(from),
        until: String(until),
        open: open === true,
      }),
    );
};

/** Four working groups of the example town, with what is ahead of them. */
export const seed = async (story: Story): Promise<void> => {
  const place = story.places.first;
  const today = dayOf(story.today);
  const email = `koordination@${place.slug}.example`;
  const office = await story.tell(place, story.today, system, (ctx) => findActorByEmail(ctx, email));
  if (!office) return;
  await story.tell(place, instantAt(plusDays(today, -12), "14:00"), office, async (ctx) => {
    const organizations = await listOrganizations(ctx);
    for (const told of material) await tellOne(ctx, today, organizations, told);
  });
};
