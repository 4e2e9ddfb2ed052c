import type { Id } from "#core/id.ts";

type OpportunityId = Id<"opportunity">;

/** From where somebody manages offers: as one of an organization's people, or from the office. */
export type Desk = "mine" | "office";

const desks: Readonly<Record<Desk, string>> = { mine: "/mein/angebote", office: "/buero/angebote" };

const managing = (desk: Desk) => ({
  list: desks[desk],
  add: `${desks[desk]}/neu`,
  show: (id: OpportunityId) => `${desks[desk]}/${id}`,
  change: (id: OpportunityId) => `${desks[desk]}/${id}/bearbeiten`,
  publish: (id: OpportunityId) => `${desks[desk]}/${id}/veroeffentlichung`,
  state: (id: OpportunityId) => `${desks[desk]}/${id}/stand`,
  confirm: (id: OpportunityId) => `${desks[desk]}/${id}/bestaetigung`,
  /** Who would fit, without names, and the invitations. */
  people: (id: OpportunityId) => `${desks[desk]}/${id}/menschen`,
});

/** The addresses at which offers are managed. */
export const manage: Readonly<Record<Desk, ReturnType<typeof managing>>> = {
  mine: managing("mine"),
  office: managing("office"),
};

/** Every address of the offers. */
export const paths = {
  list: "/angebote",
  show: (slug: string) => `/angebote/${slug}`,
  sheet: "/angebote/aushang",
  /** One offer for the shop window. */
  poster: (slug: string) => `/angebote/${slug}/aushang`,
  /** Short enough to be typed from a strip of paper. */
  numbered: (number: number) => `/a/${number}`,
  map: "/angebote/karte",
  feed: "/angebote/feed.xml",
  help: "/helfen",
  suggestions: "/helfen/vorschlaege",
  /** Why an offer was suggested, or why not: from the wishes of whoever is signed in, or from answers in the address. */
  why: (slug: string) => `/helfen/vorschlaege/warum/${slug}`,
  /** How suggestions come about: every weight, open to everybody. */
  weights: "/helfen/gewichte",
  officeWeights: "/buero/gewichte",
  mySuggestions: "/mein/vorschlaege",
  dismiss: "/mein/vorschlaege/nein",
  restore: "/mein/vorschlaege/doch",
  mySearches: "/mein/suchen",
  invitation: (token: string) => `/anfrage/${token}`,
  wishes: "/mein/wuensche",
  confirm: (token: string) => `/bestaetigen/${token}`,
  imports: "/buero/import/angebote",
  importFile: (id: Id<"import">) => `/buero/import/angebote/${id}`,
  importTemplate: "/buero/import/angebote/vorlage.csv",
  organization: (slug: string) => `/organisationen/${slug}`,
  organizationsMap: "/karte",
  ask: "/fragen",
  /** The contact point hears which offer somebody asks about. */
  askAbout: (slug: string) => `/fragen?angebot=${slug}`,
  settings: "/buero/einstellungen",
  /** Who comes when: the shifts of an offer, where they are written. */
  shiftPlan: (id: OpportunityId) => `/schichtplan/${id}`,
} as const;

/** Names no offer can have in its address, for pages of their own stand there. */
export const reservedSlugs: readonly string[] = [paths.sheet, paths.map].map((path) =>
  path.slice(paths.list.length + 1),
);
