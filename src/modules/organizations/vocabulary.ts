import { messages, naming } from "#core/messages.ts";
import { personLanguageName, personLanguages } from "#modules/people/vocabulary.ts";
import de from "./vocabulary.de.json" with { type: "json" };

/** The three sectors of a town. */
export const sectors = ["civil", "public", "business"] as const;

/** The 14 fields of engagement of the German Survey on Volunteering (Deutscher Freiwilligensurvey). */
export const fields = [
  "sport",
  "culture",
  "leisure",
  "social",
  "health",
  "school",
  "youth",
  "environment",
  "politics",
  "labor",
  "faith",
  "justice",
  "rescue",
  "local",
] as const;

/** For whom somebody is there. */
export const targetGroups = [
  "children",
  "youth",
  "families",
  "seniors",
  "disabled",
  "ill",
  "refugees",
  "newcomers",
  "poverty",
  "homeless",
  "neighbors",
  "volunteers",
  "animals",
  "everyone",
] as const;

/** What somebody may need: the first question of the directory of services. */
export const needs = [
  "advice",
  "company",
  "food",
  "housing",
  "money",
  "care",
  "mobility",
  "childcare",
  "learning",
  "language",
  "health",
  "work",
  "leisure",
  "things",
  "crisis",
] as const;

/** What makes a place reachable. */
export const accessibilities = [
  "stepFree",
  "wheelchairToilet",
  "parking",
  "bus",
  "hearingLoop",
  "signLanguage",
  "easyLanguage",
  "quiet",
  "guideDog",
] as const;

/** Languages that are spoken somewhere (ISO 639). */
export const spokenLanguages = [...personLanguages, "dgs"] as const;

export type Sector = (typeof sectors)[number];
export type Field = (typeof fields)[number];

const say = messages(
  {
    sector_civil: "Associations and civil society",
    sector_public: "Municipality and public bodies",
    sector_business: "Companies",
    field_sport: "Sport and exercise",
    field_culture: "Culture and music",
    field_leisure: "Leisure and company",
    field_social: "Social matters",
    field_health: "Health",
    field_school: "School and kindergarten",
    field_youth: "Youth work and adult education",
    field_environment: "Environment, nature and animals",
    field_politics: "Politics",
    field_labor: "Work and professional interests",
    field_faith: "Church and religion",
    field_justice: "Justice and crime",
    field_rescue: "Fire brigade and rescue services",
    field_local: "Citizens for their town",
    group_children: "Children",
    group_youth: "Young people",
    group_families: "Families",
    group_seniors: "Older people",
    group_disabled: "People with disabilities",
    group_ill: "People who are ill or in care",
    group_refugees: "Refugees",
    group_newcomers: "Newcomers and returners",
    group_poverty: "People with little money",
    group_homeless: "People without a home",
    group_neighbors: "Neighbors",
    group_volunteers: "Volunteers and associations",
    group_animals: "Animals and nature",
    group_everyone: "Everyone",
    need_advice: "Advice",
    need_company: "Company",
    need_food: "Food",
    need_housing: "Housing",
    need_money: "Money and debts",
    need_care: "Care and support",
    need_mobility: "Getting around",
    need_childcare: "Childcare",
    need_learning: "Learning",
    need_language: "Language",
    need_health: "Health",
    need_work: "Work",
    need_leisure: "Leisure",
    need_things: "Clothes and things",
    need_crisis: "Help in a crisis",
    access_stepFree: "No steps",
    access_wheelchairToilet: "Toilet for wheelchair users",
    access_parking: "Parking at the door",
    access_bus: "Bus or train nearby",
    access_hearingLoop: "Hearing loop",
    access_signLanguage: "Sign language",
    access_easyLanguage: "Easy language",
    access_quiet: "Quiet place",
    access_guideDog: "Assistance dogs welcome",
    language_dgs: "German Sign Language",
  },
  { de },
);

export const sectorName = naming(sectors, (reader, code) => say(reader)(`sector_${code}`));
export const fieldName = naming(fields, (reader, code) => say(reader)(`field_${code}`));
export const targetGroupName = naming(targetGroups, (reader, code) => say(reader)(`group_${code}`));
export const needName = naming(needs, (reader, code) => say(reader)(`need_${code}`));
export const accessibilityName = naming(accessibilities, (reader, code) => say(reader)(`access_${code}`));
export const languageName = naming(spokenLanguages, (reader, code) =>
  code === "dgs" ? say(reader)("language_dgs") : personLanguageName(reader, code),
);

/** The messages of this vocabulary, for the test that compares languages. @public */
export const vocabularyWords = say;
