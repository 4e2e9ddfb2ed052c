import { type PersonActor, system } from "#core/actor.ts";
import type { Context, Place } from "#core/context.ts";
import type { Id } from "#core/id.ts";
import { dayOf } from "#core/local-time.ts";
import type { Story } from "#core/module.ts";
import { plainSearch } from "#methods/search-words.ts";
import { addOpportunity, OpportunityInput } from "#modules/opportunities/commands.ts";
import { listOrganizations, type OrganizationCard, organizationsOf } from "#modules/organizations/queries.ts";
import { findActorByEmail } from "#modules/people/queries.ts";
import { confirmOpportunity, moveOpportunity, publishOpportunity } from "./commands.ts";
import material from "./seed.json" with { type: "json" };

type Material = {
  readonly title: string;
  readonly summary: string;
  readonly fields: readonly string[];
  readonly groups: readonly string[];
  readonly skills: readonly string[];
  readonly rhythm: string;
  readonly times?: readonly number[];
  readonly hours?: string;
  readonly minutes?: number;
  readonly day?: number;
  readonly span?: number;
  readonly kind?: string;
  readonly place?: string;
  readonly postcode?: string;
  readonly seats?: number;
  readonly age?: number;
  readonly check?: boolean;
  readonly languages?: readonly string[];
  readonly required?: readonly string[];
  readonly access?: readonly string[];
  readonly gives?: readonly string[];
  readonly company?: string;
  /** The demonstration's own organizations: the club is the first, the youth center the second. */
  readonly own?: string;
};

const offers: readonly Material[] = material;
const day = 86_400_000;
const back = (today: Date, days: number): Date => new Date(+today - days * day);

const beginnings = [
  "Beim ersten Mal sind Sie nicht allein: Jemand, der es schon lange tut, geht mit und zeigt Ihnen alles.",
  "Kommen Sie erst einmal schauen. Danach entscheiden Sie in Ruhe, ob es zu Ihnen passt.",
  "Wir treffen uns eine Viertelstunde vorher, trinken einen Kaffee und besprechen, was ansteht.",
  "Wenn Sie einmal nicht können, genügt ein Anruf. Wir springen füreinander ein.",
  "Sie brauchen nichts mitzubringen. Was nötig ist, liegt bereit, und Fragen sind willkommen.",
] as const;

const inputOf = (place: Place, today: Date, at: Date, item: Material, index: number): OpportunityInput => {
  const [startTime, endTime] = item.hours?.split("-") ?? [];
  const dated = item.day !== undefined;
  const first = dated ? new Date(+today + (item.day ?? 0) * day) : at;
  const last = item.span === undefined ? undefined : dayOf(new Date(+first + item.span * day));
  return OpportunityInput.parse({
    title: item.title,
    summary: item.summary,
    description: [beginnings[index % beginnings.length], beginnings[(index + 2) % beginnings.length]].join(
      "\n\n",
    ),
    fields: item.fields,
    targetGroups: item.groups,
    skills: item.skills,
    rhythm: item.rhythm,
    ...(dated || startTime ? { startDay: dayOf(first) } : {}),
    startTime,
    endTime,
    endDay: last,
    times: (item.times ?? []).map(String),
    durationMinutes: item.minutes === undefined ? undefined : String(item.minutes),
    placeKind: item.kind ?? "onsite",
    postcode: item.postcode ?? place.postcode,
    townName: item.place ?? place.name,
    accessibility: item.access ?? [],
    offers: item.gives ?? ["companion"],
    company: item.company ?? "any",
    minimumAge: item.age === undefined ? undefined : String(item.age),
    needsCheck: item.check ? "on" : undefined,
    languages: item.languages ?? [],
    languagesRequired: item.required ?? [],
    seats: item.seats === undefined ? undefined : String(item.seats),
  });
};

type Homes = {
  readonly of: (item: Material, index: number) => Id<"organization"> | undefined;
};

const homesIn = async (
  ctx: Context,
  owners: Readonly<Record<string, Id<"organization"> | undefined>>,
): Promise<Homes> => {
  const all = (await listOrganizations(ctx)).filter(({ sector }) => sector !== "business");
  return {
    of: (item, index) => {
      const own = item.own ? owners[item.own] : undefined;
      if (own) return own;
      const text = plainSearch(`${item.title} ${item.summary}`);
      const rank = ({ name, fields, townName }: OrganizationCard): number => {
        const named = plainSearch(name)
          .split(/[^a-z]+/u)
          .some((word) => word.length > 4 && word !== plainSearch(ctx.place.name) && text.includes(word));
        const field = item.fields.some((code) => fields.includes(code));
        return (named ? 4 : 0) + (field ? 3 : 0) + (townName === (item.place ?? ctx.place.name) ? 2 : 0);
      };
      const best = Math.max(...all.map(rank));
      const list = all.filter((one) => rank(one) === best);
      return list[(index * 7) % Math.max(1, list.length)]?.id;
    },
  };
};

/** How an offer stands today: nine of twelve are open, the rest shows every other state. */
const standingOf = (index: number): "published" | "stale" | "draft" | "review" | "paused" | "ended" => {
  const turn = index % 20;
  if (turn < 14) return "published";
  return (["stale", "draft", "paused", "ended", "review", "draft"] as const)[turn - 14] ?? "published";
};

type Telling = {
  readonly story: Story;
  readonly place: Place;
  readonly office: PersonActor;
  readonly homes: Homes;
};

const tellOne = async (
  ctx: Context,
  { place, office, homes, story }: Telling,
  item: Material,
  index: number,
) => {
  const organizationId = homes.of(item, index);
  if (!organizationId) return;
  const standing = standingOf(index);
  const { id } = await addOpportunity(ctx, organizationId, inputOf(place, story.today, ctx.now, item, index));
  if (standing === "draft") return;
  // As one of the organization's people a first offer waits for the office, which publishes its own at once.
  const speaker = { ...office, grants: [{ role: "representative" as const, organizationId }] };
  await publishOpportunity(standing === "review" ? { ...ctx, actor: speaker } : ctx, id);
  if (standing === "paused")
    await moveOpportunity(ctx, id, "paused", "Sommerpause, im neuen Jahr geht es weiter.");
  if (standing === "ended") await moveOpportunity(ctx, id, "ended", "Wir haben genug Hände gefunden. Danke!");
};

// Dated ones were written lately, stale ones long ago; the others over the last year, and confirmed since.
const ageOf = (item: Material, index: number): number => {
  const standing = standingOf(index);
  if (standing === "stale" && item.rhythm !== "once") return 98;
  if (standing === "review") return 1;
  if (item.day !== undefined) return 4 + (index % 5) * 4;
  return 10 + (index % 8) * 45;
};

const confirmOlder = (story: Story, place: Place, ids: readonly Id<"opportunity">[]) =>
  story.tell(place, back(story.today, 35), system, async (ctx) => {
    for (const id of ids) await confirmOpportunity(ctx, id);
  });

const tellTown = async (telling: Telling, items: readonly Material[]): Promise<void> => {
  const { story, place, office } = telling;
  const batches = new Map<number, [Material, number][]>();
  items.forEach((item, index) => {
    const age = ageOf(item, index);
    batches.set(age, [...(batches.get(age) ?? []), [item, index]]);
  });
  for (const [age, batch] of [...batches].sort(([a], [b]) => b - a)) {
    await story.tell(place, back(story.today, age), office, async (ctx) => {
      for (const [item, index] of batch) await tellOne(ctx, telling, item, index);
    });
  }
  const older = await story.tell(place, back(story.today, 35), system, (ctx) =>
    ctx.db
      .selectFrom("opportunities")
      .select("id")
      .where("state", "=", "published")
      .where("publishedAt", "<", back(story.today, 99))
      .orderBy("id")
      .limit(200)
      .execute(),
  );
  await confirmOlder(
    story,
    place,
    older.map(({ id }) => id),
  );
};

const namesHere =
  /Jahnteich|Braunsteich|Pückler|Weißwasser|Heide|Muskau|Glas|[Ss]orbisch|Bärwalder|Schleife|Seniorenheim/u;

/** 120 offers in the first town and 15 in the second, in every state, over a year. */
export const seed = async (story: Story): Promise<void> => {
  for (const [name, place] of Object.entries(story.places)) {
    const telling = await story.tell(place, story.today, system, async (ctx) => {
      const office = await findActorByEmail(ctx, `koordination@${place.slug}.example`);
      const club = await findActorByEmail(ctx, `verein@${place.slug}.example`);
      const youth = await findActorByEmail(ctx, `jugendhaus@${place.slug}.example`);
      const home = async (actor: PersonActor | undefined) =>
        actor && (await organizationsOf(ctx, actor.id))[0]?.id;
      const homes = await homesIn(ctx, { first: await home(club), second: await home(youth) });
      return office && { story, place, office, homes };
    });
    if (!telling) continue;
    const elsewhere = offers.filter(
      ({ place: town, summary, title }) => !town && !namesHere.test(title + summary),
    );
    await tellTown(
      telling,
      name === "first" ? offers : elsewhere.filter((_, index) => index % 4 === 0).slice(0, 15),
    );
  }
  story.report(`opportunities: ${offers.length}`);
};
