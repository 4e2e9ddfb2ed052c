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
  "opportunities/publications", // from draft to published, paused, ended; the pages on which offers are managed
  "opportunities/wishes", // what a person wishes for
  "opportunities/suggestions", // who fits where, and why: six questions and their answer
  "opportunities/catalog", // search, filters, one offer, feed, sheet
  "opportunities/confirmations", // does it still hold? every 90 days
  "opportunities/imports", // offers from a file
  "placements", // consultation, referral, trial, placement, follow-up
] as const;

export type ModuleName = (typeof order)[number];
