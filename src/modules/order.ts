/**
 * The storeys of the house, ground first: table of contents, import rule, mount order, seed order and menu order in one.
 * A module may use only those named before it; a room of a module ("desk/appointments") stands above what it needs.
 */
export const order = [
  "places", // towns: name, hosts, languages, look, legal notice
  "people", // people (with or without an account), grants of roles, consent, access log
  "people/attempts",
  "people/consents",
  "people/demo",
  "people/files",
  "people/grants",
  "people/looks",
  "people/profile",
  "people/sessions",
  "people/accounts",
  "people/passkeys",
  "people/passwords",
  "people/second-factors",
  "people/access",
  "people/security",
  "people/sign-in",
  "people/welcome",
  "organizations", // organizations of three sectors, services, contact points; import, claim, merge
  "organizations/contacts",
  "organizations/doubles",
  "organizations/map",
  "organizations/office",
  "organizations/profile",
  "organizations/representatives",
  "organizations/claims",
  "organizations/search",
  "organizations/directory",
  "organizations/sites",
  "organizations/services",
  "organizations/drafts",
  "organizations/exports",
  "organizations/hsds",
  "organizations/imports",
  "organizations/needs",
  "organizations/profiles",
  "content", // the town's pages, news, calendar
  "content/calendar",
  "content/announcing",
  "content/help",
  "content/news",
  "content/pages",
  "content/easy",
  "content/legal",
  "content/reporting",
  "content/writing",
  "desk", // the contact point: inquiries, appointments, worklist, substitution
  "desk/slots",
  "desk/appointments",
  "desk/substitutions",
  "desk/tasks",
  "desk/visits",
  "opportunities", // where people are needed: offers, search, wishes, suggestions
  "desk/inquiries",
  "desk/mine",
  "desk/questions",
  "desk/inbox",
  "opportunities/publications",
  "opportunities/confirmations",
  "opportunities/drafts",
  "opportunities/wishes",
  "opportunities/suggestions",
  "opportunities/catalog",
  "opportunities/offer",
  "placements", // consultation, referral, trial, placement, follow-up
  "placements/follow-ups",
  "placements/referrals",
  "placements/answers",
  "placements/arrangements",
  "placements/requests",
  "placements/releases",
] as const;

export type ModuleName = (typeof order)[number];
