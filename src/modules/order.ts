/**
 * The storeys of the house, ground first: table of contents, import rule, mount order, seed order and menu order in one.
 * A module may use only those named before it.
 */
export const order = [
  "places", // towns: name, hosts, languages, look, legal notice
  "people", // people (with or without an account), sign-in, grants of roles, consent, access log
  "organizations", // organizations of three sectors, services, contact points; import, claim, merge
  "content", // the town's pages, news, calendar
  "desk", // the contact point: inquiries, appointments, worklist, substitution
  "opportunities", // where people are needed: offers, search, wishes, suggestions
  "placements", // consultation, referral, trial, placement, follow-up
] as const;

export type ModuleName = (typeof order)[number];
