import { type Clock, day, dayOnly, duration, period, time } from "#core/date.ts";
import { messages, naming } from "#core/messages.ts";
import { dayPartsIn, daysIn } from "#methods/week-parts.ts";
import de from "./vocabulary.de.json" with { type: "json" };

/** How often: once, every week, every month, whenever one likes, or in shifts. */
export const rhythms = ["once", "weekly", "monthly", "flexible", "slots"] as const;

/** Where: at a place, from home, or "we come to you". */
export const placeKinds = ["onsite", "remote", "visit"] as const;

/** With whom. */
export const companies = ["any", "alone", "pair", "team"] as const;

/** What the organization gives in return. */
export const offers = [
  "training",
  "expenses",
  "insurance",
  "companion",
  "certificate",
  "food",
  "trial",
] as const;

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
    daily: "Every {day}",
    dailyTwo: "{first} and {second}",
    often: "Several days a week",
    monthlyOn: "Every month, {day}",
    plural_0: "Mondays",
    plural_1: "Tuesdays",
    plural_2: "Wednesdays",
    plural_3: "Thursdays",
    plural_4: "Fridays",
    plural_5: "Saturdays",
    plural_6: "Sundays",
    dayPart_0: "in the mornings",
    dayPart_1: "in the afternoons",
    dayPart_2: "in the evenings",
    dayPartOr: "{first} or {second}",
    inShifts: "in shifts",
    byAgreement: "Day by agreement",
    anyTime: "time by agreement",
    until: "until {day}",
    from: "from {day}",
    longMonthly: "{duration} a month",
    seatsLeft: { one: "{n} place left", other: "{n} places left" },
    full: "all places taken",
    fromHome: "from home",
    weCome: "we come to you",
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

type Timed = {
  readonly rhythm: Rhythm;
  readonly times: number;
  readonly startsAt: Date | null;
  readonly endsAt: Date | null;
};

const dayParts = (ctx: Clock, times: number): string => {
  const names = dayPartsIn(times).map((part) => say(ctx)(`dayPart_${part as 0 | 1 | 2}`));
  const [first, second] = names;
  if (first === undefined || names.length === 3) return say(ctx)("anyTime");
  return second === undefined ? first : say(ctx)("dayPartOr", { first, second });
};

const weekly = (ctx: Clock, { rhythm, times }: Timed): string => {
  const numbers = daysIn(times);
  const [first, second] = numbers;
  if (first === undefined || numbers.length === 7) return rhythmName(ctx, rhythm);
  if (second === undefined) {
    const name = dayName(ctx, days[first] ?? "");
    return say(ctx)(rhythm === "monthly" ? "monthlyOn" : "daily", { day: name });
  }
  if (numbers.length > 2) return say(ctx)("often");
  const plural = (index: number) => say(ctx)(`plural_${index as 0 | 1 | 2 | 3 | 4 | 5 | 6}`);
  return say(ctx)("dailyTwo", { first: plural(first), second: plural(second).toLowerCase() });
};

// Whoever chooses shifts has nothing to agree on: their times stand with them.
const partsOrShifts = (ctx: Clock, { rhythm, times }: Pick<Timed, "rhythm" | "times">): string => {
  const isAny = dayPartsIn(times).length % 3 === 0;
  return rhythm === "slots" && isAny ? say(ctx)("inShifts") : dayParts(ctx, times);
};

const dated = (ctx: Clock, { rhythm, startsAt, endsAt, times }: Timed, start: Date) => {
  const long = endsAt !== null && +endsAt - +start > 86_400_000;
  if (long) return { when: period(ctx, start, endsAt), time: partsOrShifts(ctx, { rhythm, times }) };
  return { when: day(ctx, startsAt ?? start), time: time(ctx, start, endsAt) };
};

/** When somebody is needed, in two short lines: "Di 24. November" and "15–17 Uhr", "Jeden Mittwoch" and "nachmittags". */
export const whenOf = (ctx: Clock, offer: Timed): { readonly when: string; readonly time: string } => {
  const { rhythm, startsAt, endsAt, times } = offer;
  if (rhythm === "once" || rhythm === "slots") {
    if (startsAt) return dated(ctx, offer, startsAt);
    return {
      when: rhythm === "once" ? say(ctx)("byAgreement") : rhythmName(ctx, rhythm),
      time: rhythm === "slots" && dayPartsIn(times).length % 3 === 0 ? "" : dayParts(ctx, times),
    };
  }
  if (rhythm === "flexible") {
    return {
      when: rhythmName(ctx, rhythm),
      time: endsAt ? say(ctx)("until", { day: dayOnly(ctx, endsAt) }) : "",
    };
  }
  const hours = startsAt ? time(ctx, startsAt, endsAt) : dayParts(ctx, times);
  const later =
    startsAt && startsAt > ctx.now ? `, ${say(ctx)("from", { day: dayOnly(ctx, startsAt) })}` : "";
  return { when: weekly(ctx, offer), time: hours + later };
};

/** "2 Stunden", "2 Stunden im Monat". */
export const longOf = (
  ctx: Clock,
  offer: Pick<Timed, "rhythm"> & { readonly durationMinutes: number | null },
) => {
  if (offer.durationMinutes === null) return undefined;
  const text = duration(ctx, offer.durationMinutes);
  return offer.rhythm === "monthly" ? say(ctx)("longMonthly", { duration: text }) : text;
};

type Seated = { readonly seats: number | null; readonly seatsTaken: number };

/** How many more can come; null when there is no end to it. */
export const seatsFree = ({ seats, seatsTaken }: Seated): number | null =>
  seats === null ? null : Math.max(0, seats - seatsTaken);

/** "noch 2 Plätze". */
export const seatsOf = (ctx: Clock, offer: Seated): string | undefined => {
  const n = seatsFree(offer);
  if (n === null) return undefined;
  return n === 0 ? say(ctx)("full") : say(ctx)("seatsLeft", { n });
};

/** Where it is in one or two words, when it is no place on the map. */
export const elsewhereOf = (ctx: Clock, placeKind: PlaceKind): string | undefined => {
  if (placeKind === "onsite") return undefined;
  return say(ctx)(placeKind === "remote" ? "fromHome" : "weCome");
};

/** The messages of this vocabulary, for the test that compares languages. @public */
export const vocabularyWords = say;
