import type { Role } from "#core/actor.ts";
import { roles } from "#core/actor.ts";
import { messages, naming } from "#core/messages.ts";
import de from "./vocabulary.de.json" with { type: "json" };

/** The only three ages we ask for. */
export const ageBands = ["under16", "16to17", "adult"] as const;

/** How somebody wants to be reached. */
export const contactWays = ["email", "phone", "post", "visit"] as const;

/** Languages in which somebody wants to be spoken to. */
export const personLanguages = [
  "de",
  "hsb",
  "en",
  "pl",
  "cs",
  "uk",
  "ru",
  "ar",
  "fa",
  "tr",
  "vi",
  "fr",
] as const;

/** Roles of the whole town; the others belong to an organization and are given there. */
export const townRoles = [
  "coordinator",
  "editor",
  "consortium",
  "chair",
  "juror",
  "programme",
  "administrator",
] as const satisfies readonly Role[];

/** What a consent is for. */
export const purposes = ["file", "suggestions", "referral", "newsletter", "publication"] as const;

/** How a consent reached us. */
export const givenWays = ["web", "paper", "phone", "counter", "mail"] as const;

export type AgeBand = (typeof ageBands)[number];
export type ContactWay = (typeof contactWays)[number];
export type PersonLanguage = (typeof personLanguages)[number];
export type Purpose = (typeof purposes)[number];
export type GivenWay = (typeof givenWays)[number];

const say = messages(
  {
    age_under16: "Under 16",
    age_16to17: "16 or 17",
    age_adult: "18 or older",
    contact_email: "By e-mail",
    contact_phone: "By phone",
    contact_post: "By letter",
    contact_visit: "Comes to the office",
    language_de: "German",
    language_hsb: "Upper Sorbian",
    language_en: "English",
    language_pl: "Polish",
    language_cs: "Czech",
    language_uk: "Ukrainian",
    language_ru: "Russian",
    language_ar: "Arabic",
    language_fa: "Persian",
    language_tr: "Turkish",
    language_vi: "Vietnamese",
    language_fr: "French",
    role_coordinator: "Coordination",
    role_editor: "Editorial office",
    role_representative: "Representative of an organization",
    role_partner: "Representative of a company",
    role_consortium: "Member of the consortium",
    role_chair: "Chair of the consortium",
    role_juror: "Jury",
    role_programme: "Office of the program",
    role_administrator: "Administration",
    purpose_file: "Keep my file",
    purpose_suggestions: "Suggest offers to me",
    purpose_referral: "Ask organizations for me",
    purpose_newsletter: "News by e-mail",
    purpose_publication: "Show my name in public",
    how_web: "on this website",
    how_paper: "on paper",
    how_phone: "by phone",
    how_counter: "at the counter",
    how_mail: "by e-mail",
  },
  { de },
);

export const ageBandName = naming(ageBands, (reader, code) => say(reader)(`age_${code}`));
export const contactWayName = naming(contactWays, (reader, code) => say(reader)(`contact_${code}`));
export const personLanguageName = naming(personLanguages, (reader, code) => say(reader)(`language_${code}`));
export const roleName = naming(roles, (reader, code) => say(reader)(`role_${code}`));
export const purposeName = naming(purposes, (reader, code) => say(reader)(`purpose_${code}`));
export const givenWayName = naming(givenWays, (reader, code) => say(reader)(`how_${code}`));

/** The messages of this vocabulary, for the test that compares languages. @public */
export const vocabularyWords = say;
