/**
 * The storeys of the house, ground first: table of contents, import rule, mount order, seed order and menu order in one.
 * A module may use only those named before it.
 */
export const order = [
  "places", // towns: name, hosts, languages, look, legal notice
  "people", // people (with or without an account), sign-in, grants of roles, consent, access log
  "organizations", // organizations of three sectors, services, contact points; import, claim, merge
  "content", // the town's pages, news, calendar
  "desk", // the contact point: one worklist for whatever waits
  "desk/tasks", // one task, and what was done
  "desk/substitutions", // who stands in for whom
  "desk/slots", // times offered for a conversation
  "desk/appointments", // times taken: book, move, cancel, held or missed
  "desk/visits", // the guest's own page of an appointment
  "opportunities", // where people are needed: offers, search, wishes, suggestions
  "opportunities/publications", // from draft to published, paused, ended; the pages on which offers are managed
  "opportunities/wishes", // what a person wishes for
  "opportunities/suggestions", // who fits where, and why: six questions and their answer
  "opportunities/catalog", // search, filters, feed, sheet
  "opportunities/offer", // the page of one offer
  "opportunities/confirmations", // does it still hold? every 90 days
  "opportunities/imports", // offers from a file
  "desk/questions", // asking the contact point; above the offers, for a question may be about one of them
  "desk/inquiries", // what people asked, in the office
  "placements", // consultations, shortlist, and the words of a referral
  "placements/referrals", // one person and one place, from proposal to placement
  "placements/answers", // the pages behind the links: release, answer of the organization
  "placements/follow-ups", // both sides are asked after 2, 6 and 12 weeks
  "placements/files", // the file of a person: everything of the above on one page
  "placements/mine", // what a person and an organization see of it
] as const;

export type ModuleName = (typeof order)[number];
