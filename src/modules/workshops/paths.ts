import type { Id } from "#core/id.ts";

type WorkshopId = Id<"workshop">;

const listing = "/werkstaetten";
const show = (slug: string) => `${listing}/${slug}`;
const register = "/buero/werkstaetten";
const office = (id: WorkshopId) => `${register}/${id}`;

/** Every address of the workshops. */
export const paths = {
  /** For everybody. */
  listing,
  show,
  registrations: (slug: string) => `${show(slug)}/anmeldung`,
  /** The way back of somebody who registered: the token of their letter. */
  registration: (slug: string, token: string) => `${show(slug)}/anmeldung/${token}`,
  report: (slug: string) => `${show(slug)}/bericht`,
  /** One cluster with its cards, dots and steps: what threads lead to. */
  cluster: (slug: string, cluster: Id<"cardCluster">) => `${show(slug)}/themen/${cluster}`,
  /** What was agreed, for everybody. */
  publicSteps: (slug: string) => `${show(slug)}/schritte`,
  corrections: (slug: string) => `${show(slug)}/korrektur`,
  /** For phones in the hall. */
  door: "/saal",
  hall: (slug: string) => `${show(slug)}/saal`,
  hallCards: (slug: string) => `${show(slug)}/saal/karten`,
  hallDots: (slug: string) => `${show(slug)}/saal/punkte`,
  hallState: (slug: string) => `${show(slug)}/saal/stand`,
  /** The big screen. */
  screen: (slug: string) => `${show(slug)}/leinwand`,
  screenState: (slug: string) => `${show(slug)}/leinwand/stand`,
  /** For the office. */
  register,
  add: `${register}/neu`,
  office,
  settings: (id: WorkshopId) => `${office(id)}/bearbeiten`,
  state: (id: WorkshopId) => `${office(id)}/stand`,
  phases: (id: WorkshopId) => `${office(id)}/phasen`,
  phase: (id: WorkshopId, phase: Id<"workshopPhase">) => `${office(id)}/phasen/${phase}`,
  tables: (id: WorkshopId) => `${office(id)}/tische`,
  table: (id: WorkshopId, table: Id<"workshopTable">) => `${office(id)}/tische/${table}`,
  people: (id: WorkshopId) => `${office(id)}/menschen`,
  person: (id: WorkshopId, registration: Id<"workshopRegistration">) =>
    `${office(id)}/menschen/${registration}`,
  /** On paper: the list for the door ("liste") and the name badges ("schilder"). */
  peopleOnPaper: (id: WorkshopId, kind: "liste" | "schilder") => `${office(id)}/menschen/druck/${kind}`,
  paperCards: (id: WorkshopId) => `${office(id)}/karten`,
  board: (id: WorkshopId, phase: Id<"workshopPhase">) => `${office(id)}/pinnwand/${phase}`,
  officeCluster: (id: WorkshopId, cluster: Id<"cardCluster">) => `${office(id)}/themen/${cluster}`,
  officeCorrections: (id: WorkshopId) => `${office(id)}/korrekturen`,
  steps: (id: WorkshopId) => `${office(id)}/schritte`,
  step: (id: WorkshopId, step: Id<"workshopStep">) => `${office(id)}/schritte/${step}`,
  photos: (id: WorkshopId) => `${office(id)}/bilder`,
  findings: (id: WorkshopId) => `${office(id)}/bericht`,
} as const;
