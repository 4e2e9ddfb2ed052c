import type { Id } from "#core/id.ts";

type OrganizationId = Id<"organization">;

/** From where somebody edits an organization: as one of its people, or from the office. */
export type Desk = "mine" | "office";

const desks: Readonly<Record<Desk, string>> = {
  mine: "/mein/organisationen",
  office: "/buero/organisationen",
};

/** The parts of a profile that are edited apart. */
export type ProfilePart = "wir" | "erreichbar" | "orte" | "leistungen" | "ansprechpersonen" | "menschen";

const editing = (desk: Desk) => ({
  list: desks[desk],
  profile: (id: OrganizationId) => `${desks[desk]}/${id}`,
  /** Its own calendar, read along; the page belongs to the content. */
  calendar: (id: OrganizationId) => `${desks[desk]}/${id}/kalender`,
  part: (id: OrganizationId, part: ProfilePart) => `${desks[desk]}/${id}/${part}`,
  item: (id: OrganizationId, part: ProfilePart, item: string) => `${desks[desk]}/${id}/${part}/${item}`,
  remove: (id: OrganizationId, part: ProfilePart, item: string) =>
    `${desks[desk]}/${id}/${part}/${item}/entfernen`,
});

/** The addresses at which an organization is edited. */
export const edit: Readonly<Record<Desk, ReturnType<typeof editing>>> = {
  mine: editing("mine"),
  office: editing("office"),
};

/** Every address of the directory. */
export const paths = {
  list: "/organisationen",
  show: (slug: string) => `/organisationen/${slug}`,
  claim: (slug: string) => `/organisationen/${slug}/das-sind-wir`,
  services: "/leistungen",
  /** What is not there, for everybody and for the office. */
  gaps: "/leistungen/luecken",
  officeGaps: "/buero/luecken",
  map: "/karte",
  /** The offers of one organization; the page belongs to the opportunities. */
  offers: (slug: string) => `/angebote?organisation=${slug}`,
  /** All offers on a map of their own. */
  offersMap: "/angebote/karte",
  ask: "/fragen",
  invitation: (token: string) => `/einladung/${token}`,
  office: "/buero/organisationen",
  add: "/buero/organisationen/neu",
  claims: "/buero/organisationen/anmeldungen",
  claimDecision: (id: Id<"claim">) => `/buero/organisationen/anmeldungen/${id}`,
  doubles: "/buero/organisationen/doppelte",
  compare: (first: OrganizationId, second: OrganizationId) =>
    `/buero/organisationen/doppelte/${first}/${second}`,
  apart: (first: OrganizationId, second: OrganizationId) =>
    `/buero/organisationen/doppelte/${first}/${second}/verschieden`,
  record: (id: OrganizationId) => edit.office.profile(id),
  verify: (id: OrganizationId) => `/buero/organisationen/${id}/bestaetigung`,
  hide: (id: OrganizationId) => `/buero/organisationen/${id}/sichtbarkeit`,
  table: "/buero/organisationen/export.csv",
  imports: "/buero/import",
  importFile: (id: Id<"import">) => `/buero/import/${id}`,
  template: "/buero/import/vorlage.csv",
} as const;
