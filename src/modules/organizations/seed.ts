import * as z from "zod";
import { type Actor, system } from "#core/actor.ts";
import type { Context, Place } from "#core/context.ts";
import type { Id } from "#core/id.ts";
import type { Story } from "#core/module.ts";
import { slugOf } from "#core/slug.ts";
import { demoAccounts } from "#modules/people/demo/vocabulary.ts";
import { findActorByEmail, findPersonByEmail } from "#modules/people/queries.ts";
import { claimOrganization } from "./claims/commands.ts";
import { addOrganization, verifyOrganization } from "./commands.ts";
import { addContactPoint } from "./contacts/commands.ts";
import { addRepresentative } from "./representatives/commands.ts";
import material from "./seed.json" with { type: "json" };
import { addService } from "./services/commands.ts";
import { addSite } from "./sites/commands.ts";
import { accessibilities, fields, sectors, spokenLanguages, targetGroups } from "./vocabulary.ts";

const languages = z.array(z.enum(spokenLanguages));
const Told = z.object({
  name: z.string(),
  sector: z.enum(sectors),
  fields: z.array(z.enum(fields)),
  targetGroups: z.array(z.enum(targetGroups)),
  languages: languages.default(["de"]),
  postcode: z.string().exactOptional(),
  townName: z.string().exactOptional(),
  street: z.string().exactOptional(),
  latitude: z.number().exactOptional(),
  longitude: z.number().exactOptional(),
  legalForm: z.string().exactOptional(),
  registerNumber: z.string().exactOptional(),
  summary: z.string().default(""),
  description: z.string().default(""),
  phone: z.string().exactOptional(),
  website: z.string().exactOptional(),
  email: z.string().exactOptional(),
  source: z.string().exactOptional(),
  full: z.boolean().default(true),
  services: z
    .array(
      z.object({
        name: z.string(),
        needs: z.array(z.string()),
        targetGroups: z.array(z.string()),
        description: z.string(),
        fees: z.string(),
        howToCome: z.string(),
        languages,
      }),
    )
    .default([]),
  site: z
    .object({ name: z.string(), openingHours: z.string(), accessibility: z.array(z.enum(accessibilities)) })
    .optional(),
  contact: z.object({ name: z.string(), task: z.string() }).optional(),
});
type Told = z.output<typeof Told>;

type OrganizationId = Id<"organization">;

const enter = async (ctx: Context, told: Told): Promise<OrganizationId> => {
  const {
    full,
    services,
    site,
    contact,
    website,
    email,
    source,
    postcode = ctx.place.postcode,
    townName = ctx.place.name,
    ...values
  } = told;
  const domain = `${slugOf(told.name).slice(0, 40).replace(/-+$/u, "")}.example`;
  const { id } = await addOrganization(ctx, {
    ...values,
    postcode,
    townName,
    ...(website ? { website: `https://${domain}` } : {}),
    ...(email ? { email: `post@${domain}` } : {}),
    ...(source ? { source, externalId: slugOf(told.name) } : {}),
  });
  if (!full) return id;
  const { street = null, latitude, longitude } = told;
  const point = latitude !== undefined && longitude !== undefined ? { latitude, longitude } : {};
  const siteId = site ? await addSite(ctx, id, { ...site, street, postcode, townName, ...point }) : null;
  for (const service of services) await addService(ctx, id, { ...service, siteId });
  if (contact)
    await addContactPoint(ctx, id, {
      ...contact,
      email: `${slugOf(contact.name)}@${domain}`,
      phone: told.phone ?? null,
      public: true,
    });
  return id;
};

const dayLength = 86_400_000;

/** Three years in six visits: first those who were known, last what came from files. */
const chapters = [1_090, 900, 620, 380, 170, 20] as const;

type Entered = { readonly id: OrganizationId; readonly told: Told; readonly daysAgo: number };

const tellAll = async (
  story: Story,
  place: Place,
  actor: Actor,
  all: readonly Told[],
): Promise<readonly Entered[]> => {
  const entered: Entered[] = [];
  for (const [chapter, daysAgo] of chapters.entries()) {
    const own = all.filter(
      (told, index) => (told.source ? chapters.length - 1 : index % (chapters.length - 1)) === chapter,
    );
    const at = new Date(+story.today - daysAgo * dayLength);
    await story.tell(place, at, actor, async (ctx) => {
      for (const told of own) entered.push({ id: await enter(ctx, told), told, daysAgo });
    });
    const looked = new Date(+story.today - Math.min(daysAgo - 5, (daysAgo % 200) + 15) * dayLength);
    const verified = entered.filter((one) => one.daysAgo === daysAgo && one.told.full);
    await story.tell(place, looked, actor, async (ctx) => {
      for (const { id } of verified) await verifyOrganization(ctx, id);
    });
  }
  return entered;
};

const named = (entered: readonly Entered[], name: string): OrganizationId => {
  const one = entered.find(({ told }) => told.name.startsWith(name));
  if (!one) throw new Error(`the example town has no ${name}`);
  return one.id;
};

const addresses: ReadonlySet<string> = new Set(demoAccounts.map(({ email }) => email));
const spokenFor = 60;

// Of the others every second is looked after by one person, some by two: so there is something to warn about.
const findOthers = async (ctx: Context): Promise<readonly Id<"person">[]> => {
  const people = await ctx.db
    .selectFrom("people")
    .select(["id", "email"])
    .where("email", "is not", null)
    .where("ageBand", "=", "adult")
    .orderBy("createdAt")
    .orderBy("id")
    .limit(spokenFor * 2)
    .execute();
  return people.filter(({ email }) => email !== null && !addresses.has(email)).map(({ id }) => id);
};

const letSpeak = async (ctx: Context, entered: readonly Entered[]): Promise<void> => {
  const roles = [
    ["verein@weisswasser.example", "Teichfreunde Weißwasser"],
    ["jugendhaus@weisswasser.example", "Jugendhaus Glashütte"],
    ["unternehmen@weisswasser.example", "Glaswerk Lausitzer Licht"],
  ] as const;
  const taken = new Set<OrganizationId>();
  for (const [email, name] of roles) {
    const person = await findPersonByEmail(ctx, email);
    const id = named(entered, name);
    taken.add(id);
    if (person) await addRepresentative(ctx, id, person.id);
  }
  const others = await findOthers(ctx);
  const free = entered.filter(({ id, told }) => told.full && !taken.has(id)).slice(0, spokenFor);
  for (const [index, { id }] of free.entries()) {
    const [first, second] = [others[index], others[others.length - 1 - index]];
    if (first) await addRepresentative(ctx, id, first);
    if (second && second !== first && index % 3 === 0) await addRepresentative(ctx, id, second);
  }
};

const claim = async (story: Story, entered: readonly Entered[]): Promise<void> => {
  const { first } = story.places;
  const at = new Date(+story.today - 2 * dayLength);
  const newcomer = await story.tell(first, at, system, (ctx) =>
    findActorByEmail(ctx, "neu@weisswasser.example"),
  );
  if (!newcomer) return;
  const words =
    "Ich leite seit diesem Herbst das Training. Unser Vorsitzender ist Herr Wollmann, er weiß Bescheid.";
  await story.tell(first, at, newcomer, (ctx) =>
    claimOrganization(ctx, named(entered, "Bogenschützen"), words),
  );
};

/** 184 organizations around the first town, some of them twice, and 25 in the second. */
export const seed = async (story: Story): Promise<void> => {
  const { first, second } = story.places;
  const office = async (place: Place, email: string): Promise<Actor> =>
    (await story.tell(place, story.today, system, (ctx) => findActorByEmail(ctx, email))) ?? system;
  const all = z.array(Told).parse(material.first);
  const entered = await tellAll(story, first, await office(first, "koordination@weisswasser.example"), all);
  await story.tell(first, new Date(+story.today - 150 * dayLength), system, (ctx) => letSpeak(ctx, entered));
  await claim(story, entered);
  await tellAll(
    story,
    second,
    await office(second, "koordination@elbaue.example"),
    z.array(Told).parse(material.second),
  );
  story.report(`${entered.length} organizations`);
};
