import { messages, naming } from "#core/messages.ts";
import de from "./vocabulary.de.json" with { type: "json" };

/** How often: once, every week, every month, whenever one likes, or in shifts. */
export const rhythms = ["once", "weekly", "monthly", "flexible", "slots"] as const;

/** Where: at a place, from home, or "we come to you". */
export const placeKinds = ["onsite", "remote", "visit"] as const;

/** With whom. */
export const companies = ["any", "alone", "pair", "team"] as const;

/** What the organization gives in return. */
export const offers = ["training", "expenses", "insurance", "companion", "certificate", "food", "trial"] as const;

/** What one may be good at or enjoy; the same list for people and for tasks. */
export const skills = [
  "listening",
  "reading",
  "explaining",
  "crafts",
  "gardening",
  "cooking",
  "driving",
  "organizing",
  "accounting",
  "writing",
  "computers",
  "languages",
  "music",
  "sports",
  "animals",
  "photography",
  "lifting",
  "leading",
] as const;

export const states = ["draft", "review", "published", "paused", "ended"] as const;

/** Seven days of three parts, Monday morning first: part of the week number 0 to 20. */
export const days = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"] as const;
export const parts = ["morning", "afternoon", "evening"] as const;

export type Rhythm = (typeof rhythms)[number];
export type PlaceKind = (typeof placeKinds)[number];
export type Company = (typeof companies)[number];
export type Offer = (typeof offers)[number];
export type Skill = (typeof skills)[number];
export type State = (typeof states)[number];

const say = messages(
  {
    rhythm_once: "Once",
    rhythm_weekly: "Every week",
    rhythm_monthly: "Every month",
    rhythm_flexible: "Whenever you like",
    rhythm_slots: "In shifts",
    where_onsite: "On site",
    where_remote: "From home",
    where_visit: "We come to you",
    company_any: "Either way",
    company_alone: "On your own",
    company_pair: "In a pair",
    company_team: "In a team",
    offer_training: "Induction and training",
    offer_expenses: "Expenses are refunded",
    offer_insurance: "Insured",
    offer_companion: "Somebody at your side",
    offer_certificate: "Certificate of engagement",
    offer_food: "Food and drink",
    offer_trial: "Trial day",
    skill_listening: "Listening",
    skill_reading: "Reading aloud",
    skill_explaining: "Explaining",
    skill_crafts: "Working with your hands",
    skill_gardening: "Gardening",
    skill_cooking: "Cooking and baking",
    skill_driving: "Driving",
    skill_organizing: "Organizing",
    skill_accounting: "Numbers and accounts",
    skill_writing: "Writing",
    skill_computers: "Computers and phones",
    skill_languages: "Languages",
    skill_music: "Music",
    skill_sports: "Sports",
    skill_animals: "Handling animals",
    skill_photography: "Taking pictures",
    skill_lifting: "Lifting and carrying",
    skill_leading: "Leading groups",
    state_draft: "Draft",
    state_review: "Waiting for review",
    state_published: "Published",
    state_paused: "Paused",
    state_ended: "Ended",
    day_mon: "Monday",
    day_tue: "Tuesday",
    day_wed: "Wednesday",
    day_thu: "Thursday",
    day_fri: "Friday",
    day_sat: "Saturday",
    day_sun: "Sunday",
    part_morning: "in the morning",
    part_afternoon: "in the afternoon",
    part_evening: "in the evening",
  },
  { de },
);

export const rhythmName = naming(rhythms, (reader, code) => say(reader)(`rhythm_${code}`));
export const placeKindName = naming(placeKinds, (reader, code) => say(reader)(`where_${code}`));
export const companyName = naming(companies, (reader, code) => say(reader)(`company_${code}`));
export const offerName = naming(offers, (reader, code) => say(reader)(`offer_${code}`));
export const skillName = naming(skills, (reader, code) => say(reader)(`skill_${code}`));
export const stateName = naming(states, (reader, code) => say(reader)(`state_${code}`));
export const dayName = naming(days, (reader, code) => say(reader)(`day_${code}`));
export const partName = naming(parts, (reader, code) => say(reader)(`part_${code}`));

/** The messages of this vocabulary, for the test that compares languages. */
export const vocabularyWords = say;
