import { messages } from "#core/messages.ts";
import de from "./vocabulary.de.json" with { type: "json" };

/** The groups under which the demonstration offers its people. */
export const demoGroups = ["citizens", "organizations", "office", "council"] as const;

/** Who can be tried out in a demonstration town; their password is known to everybody. */
export const demoAccounts = [
  { email: "freiwillig@weisswasser.example", name: "Mara Lindner", part: "volunteer", group: "citizens" },
  { email: "neu@weisswasser.example", name: "Tomasz Wrona", part: "newcomer", group: "citizens" },
  { email: "verein@weisswasser.example", name: "Jörg Kschischan", part: "club", group: "organizations" },
  { email: "jugendhaus@weisswasser.example", name: "Selma Wirth", part: "youth", group: "organizations" },
  {
    email: "unternehmen@weisswasser.example",
    name: "Henrik Altmann",
    part: "company",
    group: "organizations",
  },
  { email: "koordination@weisswasser.example", name: "Maria Noack", part: "coordinator", group: "office" },
  { email: "koordination2@weisswasser.example", name: "Jens Kubitz", part: "colleague", group: "office" },
  { email: "redaktion@weisswasser.example", name: "Ines Paulick", part: "editor", group: "office" },
  { email: "admin@weisswasser.example", name: "Robert Zech", part: "administrator", group: "office" },
  { email: "konsortium@weisswasser.example", name: "Gudrun Schorsch", part: "consortium", group: "council" },
  { email: "vorsitz@weisswasser.example", name: "Bernd Kalauch", part: "chair", group: "council" },
  { email: "jury@weisswasser.example", name: "Annegret Thiel", part: "juror", group: "council" },
  { email: "programm@netz.example", name: "Lea Brandt", part: "programme", group: "council" },
  { email: "freiwillig@elbaue.example", name: "Fiete Harms", part: "volunteer", group: "citizens" },
  { email: "koordination@elbaue.example", name: "Ines Albrecht", part: "coordinator", group: "office" },
] as const;

export const demoPassword = "anlaufstelle";

export type DemoAccount = (typeof demoAccounts)[number];

/** Is this one of the people everybody may sign in as? */
export const isDemoAccount = (place: { readonly demo: boolean }, email: string | null): boolean =>
  place.demo && demoAccounts.some((account) => account.email === email);

const say = messages(
  {
    group_citizens: "Citizens",
    group_organizations: "Clubs, organizations, companies",
    group_office: "The contact point",
    group_council: "Deciding together",
    part_volunteer: "Volunteer: my offers, my file, who saw it",
    part_newcomer: "New in town: first steps",
    part_club: "Speaks for a club: offers, inquiries, profile",
    part_youth: "Speaks for another organization",
    part_company: "Speaks for a company",
    part_coordinator: "Coordination: worklist, people, advice, referral",
    part_colleague: "Coordination, the colleague: substitution",
    part_editor: "Editorial office: pages, news, calendar",
    part_administrator: "Administration: roles and settings",
    part_consortium: "Member of the consortium",
    part_chair: "Chair of the consortium",
    part_juror: "Jury of the fund",
    part_programme: "Office of the program, across all towns",
  },
  { de },
);

export const demoGroupName = (
  reader: { readonly language: string },
  group: (typeof demoGroups)[number],
): string => say(reader)(`group_${group}`);
export const demoPartName = (reader: { readonly language: string }, part: DemoAccount["part"]): string =>
  say(reader)(`part_${part}`);

/** The messages of this vocabulary, for the test that compares languages. @public */
export const vocabularyWords = say;
