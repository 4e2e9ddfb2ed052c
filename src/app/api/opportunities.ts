import * as z from "zod";
import { isId } from "#core/id.ts";
import { findOffers } from "#modules/opportunities/catalog/queries.ts";
import {
  type Filters as Asked,
  ageLimits,
  lengths,
  noFilters,
} from "#modules/opportunities/catalog/vocabulary.ts";
import { paths } from "#modules/opportunities/paths.ts";
import {
  findOpportunity,
  findOpportunityBySlug,
  listCards,
  type OpportunityCard,
  type WholeOpportunity,
} from "#modules/opportunities/queries.ts";
import { companies, placeKinds, rhythms, seatsFree } from "#modules/opportunities/vocabulary.ts";
import { accessibilities, fields, spokenLanguages } from "#modules/organizations/vocabulary.ts";
import { meaning } from "./meanings.ts";
import { moment, postcode, resource, slug } from "./resource.ts";

// The pages speak German in their addresses, the API English.
const times = { day: "tag", evening: "abend", weekend: "wochenende" } as const;
const ranges = { "3": "3", "10": "10", "25": "25", "50": "50", home: "zuhause" } as const;
const orders = { fit: "passt", near: "nah", new: "neu" } as const;

const Filters = z.object({
  q: z.string().max(120).optional().describe(meaning("words")),
  field: z.array(z.enum(fields)).optional().describe(meaning("field")),
  time: z
    .array(z.enum(["day", "evening", "weekend"]))
    .optional()
    .describe(meaning("time")),
  rhythm: z.array(z.enum(rhythms)).optional().describe(meaning("rhythm")),
  postcode: postcode.optional().describe(meaning("postcode")),
  radius: z.enum(["3", "10", "25", "50", "home"]).optional().describe(meaning("range")),
  language: z.array(z.enum(spokenLanguages)).optional().describe(meaning("language")),
  accessibility: z.array(z.enum(accessibilities)).optional().describe(meaning("accessibility")),
  age: z.enum(ageLimits).optional().describe(meaning("age")),
  duration: z.enum(lengths).optional().describe(meaning("duration")),
  organization: slug.optional().describe(meaning("organization")),
  sort: z.enum(["fit", "near", "new"]).optional().describe(meaning("sort")),
});

const Item = z.object({
  id: z.uuid(),
  slug: z.string(),
  url: z.url().describe(meaning("url")),
  title: z.string(),
  summary: z.string(),
  organization: z.object({ name: z.string(), slug: z.string(), url: z.url().describe(meaning("url")) }),
  rhythm: z.enum(rhythms),
  startsAt: z.iso.datetime().nullable(),
  endsAt: z.iso.datetime().nullable(),
  times: z.int().describe(meaning("times")),
  durationMinutes: z.int().nullable(),
  place: z.object({
    kind: z.enum(placeKinds),
    town: z.string().nullable(),
    latitude: z.number().nullable(),
    longitude: z.number().nullable(),
  }),
  seatsFree: z.int().nullable().describe(meaning("seatsFree")),
  publishedAt: z.iso.datetime().nullable(),
});

const Whole = Item.extend({
  state: z.enum(["published", "paused", "ended"]),
  description: z.string(),
  fields: z.array(z.string()),
  targetGroups: z.array(z.string()),
  skills: z.array(z.string()),
  requirements: z.string(),
  offers: z.array(z.string()),
  company: z.enum(companies),
  minimumAge: z.int().nullable(),
  needsCheck: z.boolean(),
  languages: z.array(z.string()),
  languagesRequired: z.array(z.string()),
  accessibility: z.array(z.string()),
  street: z.string().nullable(),
  postcode: z.string().nullable(),
  changedAt: z.iso.datetime(),
});

const itemOf = (origin: string, card: OpportunityCard | WholeOpportunity): z.input<typeof Item> => ({
  id: card.id,
  slug: card.slug,
  url: origin + paths.show(card.slug),
  title: card.title,
  summary: card.summary,
  organization: {
    name: card.organization,
    slug: card.organizationSlug,
    url: origin + paths.organization(card.organizationSlug),
  },
  rhythm: card.rhythm,
  startsAt: moment(card.startsAt),
  endsAt: moment(card.endsAt),
  times: card.times,
  durationMinutes: card.durationMinutes,
  place: { kind: card.placeKind, town: card.townName, latitude: card.latitude, longitude: card.longitude },
  seatsFree: seatsFree(card),
  publishedAt: moment(card.publishedAt),
});

const asPageAsks = (wanted: z.output<typeof Filters>, page: number): Asked => ({
  ...noFilters,
  q: wanted.q ?? "",
  feld: wanted.field ?? [],
  zeit: (wanted.time ?? []).map((time) => times[time]),
  rhythmus: wanted.rhythm ?? [],
  plz: wanted.postcode ?? "",
  umkreis: wanted.radius ? ranges[wanted.radius] : "",
  sprachen: wanted.language ?? [],
  barrierefrei: wanted.accessibility ?? [],
  alter: wanted.age ?? "",
  dauer: wanted.duration ?? "",
  organisation: wanted.organization ?? "",
  sortierung: orders[wanted.sort ?? "fit"],
  seite: page,
});

/** Where people are needed. */
export const opportunities = resource({
  name: "opportunities",
  noun: "Opportunity",
  key: "keyBoth",
  filters: Filters,
  item: Item,
  whole: Whole,
  example: "time=evening&field=social&limit=2",
  find: async (ctx, wanted, { page, limit, origin }) => {
    const result = await findOffers(ctx, asPageAsks(wanted, page), limit);
    // The page shows its last page instead of none; a program should see that there is no more.
    const ids = result.page === page ? result.rows.map(({ offer }) => offer.id) : [];
    const cards = await listCards(ctx, ids);
    return { total: result.total, rows: cards.map((card) => itemOf(origin, card)) };
  },
  open: async (ctx, key, origin) => {
    const offer = isId<"opportunity">(key)
      ? await findOpportunity(ctx, key)
      : await findOpportunityBySlug(ctx, key);
    if (!offer || offer.state === "draft" || offer.state === "review") return undefined;
    return {
      ...offer,
      ...itemOf(origin, offer),
      state: offer.state,
      changedAt: offer.changedAt.toISOString(),
    };
  },
});
