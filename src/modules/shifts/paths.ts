import type { Id } from "#core/id.ts";

type PlanId = Id<"opportunity">;

const plans = "/schichtplan";
const plan = (id: PlanId) => `${plans}/${id}`;

/**
 * Every address of the shifts. A plan is written at one address by the office and by the organization alike;
 * only the menus that lead there differ.
 */
export const paths = {
  /** The week of the whole town, for the office. */
  week: "/buero/schichten",
  /** The plans one may write: of all organizations, or of those one speaks for. */
  plans,
  plan,
  settings: (id: PlanId) => `${plan(id)}/einstellungen`,
  roles: (id: PlanId) => `${plan(id)}/rollen`,
  role: (id: PlanId, role: Id<"shiftRole">) => `${plan(id)}/rollen/${role}`,
  addShift: (id: PlanId) => `${plan(id)}/schichten/neu`,
  shift: (id: PlanId, shift: Id<"shift">) => `${plan(id)}/schichten/${shift}`,
  changeShift: (id: PlanId, shift: Id<"shift">) => `${plan(id)}/schichten/${shift}/bearbeiten`,
  cancelShift: (id: PlanId, shift: Id<"shift">) => `${plan(id)}/schichten/${shift}/absage`,
  series: (id: PlanId) => `${plan(id)}/serien`,
  oneSeries: (id: PlanId, series: Id<"shiftSeries">) => `${plan(id)}/serien/${series}`,
  seriesDay: (id: PlanId, series: Id<"shiftSeries">) => `${plan(id)}/serien/${series}/tage`,
  seriesMove: (id: PlanId, series: Id<"shiftSeries">) => `${plan(id)}/serien/${series}/verlegung`,
  seriesEnd: (id: PlanId, series: Id<"shiftSeries">) => `${plan(id)}/serien/${series}/ende`,
  seriesCommitments: (id: PlanId, series: Id<"shiftSeries">) => `${plan(id)}/serien/${series}/zusagen`,
  signups: (id: PlanId, shift: Id<"shift">) => `${plan(id)}/schichten/${shift}/anmeldungen`,
  signup: (id: PlanId, signup: Id<"signup">) => `${plan(id)}/anmeldungen/${signup}`,
  rules: (id: PlanId) => `${plan(id)}/regeln`,
  calls: (id: PlanId, shift: Id<"shift">) => `${plan(id)}/schichten/${shift}/hilferuf`,
  helpers: (id: PlanId) => `${plan(id)}/menschen`,
  helper: (id: PlanId, helper: Id<"helper">) => `${plan(id)}/menschen/${helper}`,
  imports: (id: PlanId) => `${plan(id)}/import`,
  proposals: (id: PlanId) => `${plan(id)}/vorschlaege`,
  proposal: (id: PlanId, proposal: Id<"planProposal">) => `${plan(id)}/vorschlaege/${proposal}`,
  onSite: (id: PlanId) => `${plan(id)}/vor-ort`,
  onSitePart: (id: PlanId, part: "dazu" | "abschluss" | "code" | "plakat") => `${plan(id)}/vor-ort/${part}`,
  onSiteOf: (id: PlanId, signup: Id<"signup">) => `${plan(id)}/vor-ort?person=${signup}`,
  marks: (id: PlanId) => `${plan(id)}/vor-ort/marken`,
  lists: (id: PlanId) => `${plan(id)}/listen`,
  /** Where people see the shifts of an offer and sign up. */
  choose: (slug: string) => `/angebote/${slug}/schichten`,
  /** What somebody chose, looked over before anything is sent; the choice stands in the address. */
  choice: (slug: string) => `/angebote/${slug}/schichten/auswahl`,
  /** What came of it. */
  chosen: (slug: string) => `/angebote/${slug}/schichten/ergebnis`,
  /** How gladly which shift, where the plan is made from wishes. */
  wishes: (slug: string) => `/angebote/${slug}/schichten/wuensche`,
  chooseFile: (slug: string) => `/angebote/${slug}/schichten.ics`,
  mine: "/mein/schichten",
  mySignup: (signup: Id<"signup">) => `/mein/schichten/${signup}`,
  commitments: "/mein/schichten/zusagen",
  /** "I come every time": said on the page of the series that still looks for people. */
  newCommitment: (series: Id<"shiftSeries">) => `/mein/schichten/zusagen/neu/${series}`,
  myDate: (signup: Id<"signup">) => `/mein/schichten/${signup}/termin.ics`,
  myCommitment: (commitment: Id<"commitment">) => `/mein/schichten/zusagen/${commitment}`,
  handOver: (signup: Id<"signup">) => `/mein/schichten/${signup}/uebergabe`,
  /** Links in our mails: a place that is free now, and a shift that somebody gives away. */
  freePlace: (token: string) => `/schicht/platz/${token}`,
  callAnswers: "/schicht/hilfe",
  callAnswer: (token: string) => `/schicht/hilfe/${token}`,
  handovers: "/schicht/uebergabe",
  handover: (token: string) => `/schicht/uebergabe/${token}`,
  /** On the poster at the entrance. */
  checkIn: (code: string) => `/da/${code}`,
  offer: (slug: string) => `/angebote/${slug}`,
} as const;
