import { messages } from "#core/messages.ts";
import { distance } from "#core/number.ts";
import type { Gate, Seeker } from "#methods/match-gates.ts";
import type { Part, Score } from "#methods/match-score.ts";
import { dayPartsIn, daysIn } from "#methods/week-parts.ts";
import { companyName, dayName, days, type Rhythm, skillName } from "#modules/opportunities/vocabulary.ts";
import {
  accessibilityName,
  fieldName,
  languageName,
  targetGroupName,
} from "#modules/organizations/vocabulary.ts";
import de from "./vocabulary.de.json" with { type: "json" };

type Reader = { readonly language: string };

const say = messages(
  {
    and: "{list} and {last}",
    or: "{list} or {last}",
    fields: "you like “{list}”.",
    skills: "you named “{list}”.",
    targetGroups: "you would like to be there for this group: {list}.",
    timesDay: "you have time on {day}.",
    timesDays: "it lies in the times you named.",
    timesAny: "you choose the time yourself.",
    timesBut: "It lies at other times than you named.",
    timesPart: "Only a part lies in the times you named.",
    rhythm_once: "it happens once.",
    rhythm_weekly: "you like to come every week.",
    rhythm_monthly: "once a month is enough.",
    rhythm_flexible: "you decide when and how often.",
    rhythm_slots: "you choose single shifts.",
    rhythmBut_once: "It happens only once.",
    rhythmBut_weekly: "It takes place every week.",
    rhythmBut_monthly: "It takes place once a month.",
    rhythmBut_flexible: "It has no fixed rhythm.",
    rhythmBut_slots: "It is divided into shifts.",
    near: "it is close to you: {distance}.",
    home: "you can do it from home.",
    farBut: "The way is long: {distance}.",
    company: "you would like it like this: {company}.",
    companyBut: "Here one works like this: {company}.",
    languages: "your languages are welcome: {list}.",
    fieldsBut: "It is about something other than you named.",
    targetGroupsBut: "It is for others than you named.",
    skillsBut: "It asks for something other than you named.",
    checkBut: "A certificate of good conduct is needed. It is free, and we help you get it.",
    ageBut: "It is for people of {age} and older.",
    gate_full: "All places are taken.",
    gate_age: "It is for people of {age} and older.",
    gate_check: "It begins before a certificate of good conduct could be there.",
    gate_language: "One of these languages is needed: {list}.",
    gate_barrier: "The place lacks: {list}.",
    gate_notThis: "You said: not this ({list}).",
    confidence_none: "You have told us nothing yet: these are the offers that wait longest.",
    confidence_low: "We know little of you yet, so this is a first guess.",
    confidence_middle: "We know the most important things, and guess a little.",
    confidence_high: "You have told us a lot, so we are quite sure.",
  },
  { de },
);

/** "A", "A und B", "A, B und C". */
export const listed = (reader: Reader, words: readonly string[], kind: "and" | "or" = "and"): string => {
  const last = words.at(-1) ?? "";
  return words.length < 2 ? last : say(reader)(kind, { list: words.slice(0, -1).join(", "), last });
};

const named = (reader: Reader, part: Part): string => {
  const name = part.name === "fields" ? fieldName : part.name === "skills" ? skillName : targetGroupName;
  return listed(
    reader,
    part.shared.slice(0, 3).map((code) => name(reader, code)),
  );
};

type Suggested = {
  readonly rhythm: Rhythm;
  readonly times: number;
  readonly needsCheck: boolean;
  readonly minimumAge: number | null;
};

const timesReason = (reader: Reader, part: Part, offer: Suggested): string => {
  if (offer.times === 0) return say(reader)("timesAny");
  const [first, ...more] = daysIn(part.amount);
  const single = first !== undefined && more.length === 0 && dayPartsIn(part.amount).length > 0;
  return single
    ? say(reader)("timesDay", { day: dayName(reader, days[first] ?? "") })
    : say(reader)("timesDays");
};

const reasonFor = (reader: Reader, part: Part, offer: Suggested): string | undefined => {
  const words = say(reader);
  switch (part.name) {
    case "fields":
    case "skills":
    case "targetGroups":
      return words(part.name, { list: named(reader, part) });
    case "times":
      return timesReason(reader, part, offer);
    case "rhythm":
      return words(`rhythm_${offer.rhythm}`);
    case "distance":
      return part.amount === 0 && part.fit === 1
        ? undefined
        : words("near", { distance: distance(reader, part.amount * 1_000) });
    case "company":
      return part.shared[0] === "any"
        ? undefined
        : words("company", { company: companyName(reader, part.shared[0] ?? "") });
    case "languages":
      return words("languages", {
        list: listed(
          reader,
          part.shared.map((code) => languageName(reader, code)),
        ),
      });
    default:
      return undefined;
  }
};

const butFor = (reader: Reader, part: Part, offer: Suggested): string | undefined => {
  const words = say(reader);
  switch (part.name) {
    case "fields":
      return words("fieldsBut");
    case "skills":
      return words("skillsBut");
    case "targetGroups":
      return words("targetGroupsBut");
    case "times":
      return words(part.fit === 0 ? "timesBut" : "timesPart");
    case "rhythm":
      return words(`rhythmBut_${offer.rhythm}`);
    case "distance":
      return words("farBut", { distance: distance(reader, part.amount * 1_000) });
    case "company":
      return words("companyBut", { company: companyName(reader, part.shared[0] ?? "") });
    default:
      return undefined;
  }
};

const fits = 0.6;
const atMost = 3;

const heaviest = (parts: readonly Part[]): Part[] =>
  [...parts].sort((a, b) => b.weight * b.fit - a.weight * a.fit);

/** Why it fits and what stands against it, each a sentence that follows on "Passt, weil" or "Passt fast:". */
export const reasonsIn = (
  reader: Reader,
  { parts }: Pick<Score, "parts">,
  offer: Suggested & { readonly placeKind?: string },
  seeker: Pick<Seeker, "age" | "checked">,
): { readonly reasons: readonly string[]; readonly buts: readonly string[] } => {
  const words = say(reader);
  const remote = offer.placeKind === "remote" && parts.some(({ name }) => name === "distance");
  const reasons = [
    ...(remote ? [words("home")] : []),
    ...heaviest(parts.filter(({ fit }) => fit >= fits)).flatMap(
      (part) => reasonFor(reader, part, offer) ?? [],
    ),
  ];
  const young = seeker.age && offer.minimumAge !== null && seeker.age.from < offer.minimumAge;
  const buts = [
    ...(young ? [words("ageBut", { age: offer.minimumAge ?? 0 })] : []),
    ...(offer.needsCheck && seeker.checked !== true ? [words("checkBut")] : []),
    ...parts
      .filter(({ fit }) => fit < fits)
      .sort((a, b) => b.weight - a.weight)
      .flatMap((part) => butFor(reader, part, offer) ?? []),
  ];
  return { reasons: reasons.slice(0, atMost), buts: buts.slice(0, 2) };
};

/** Why a gate is closed, as a sentence. */
export const gateReason = (reader: Reader, { name, about }: Gate): string => {
  const words = say(reader);
  switch (name) {
    case "age":
      return words("gate_age", { age: about[0] ?? "" });
    case "language":
      return words("gate_language", {
        list: listed(
          reader,
          about.map((code) => languageName(reader, code)),
          "or",
        ),
      });
    case "barrier":
      return words("gate_barrier", {
        list: listed(
          reader,
          about.map((code) => accessibilityName(reader, code)),
        ),
      });
    case "notThis": {
      const names = about.map((code) =>
        fieldName(reader, code) === code ? targetGroupName(reader, code) : fieldName(reader, code),
      );
      return words("gate_notThis", { list: listed(reader, names) });
    }
    default:
      return words(`gate_${name}`);
  }
};

/** How sure we are, in words. */
export const confidenceInWords = (reader: Reader, confidence: number): string => {
  if (confidence === 0) return say(reader)("confidence_none");
  if (confidence < 0.4) return say(reader)("confidence_low");
  return say(reader)(confidence < 0.75 ? "confidence_middle" : "confidence_high");
};

/** The messages of this vocabulary, for the test that compares languages. @public */
export const vocabularyWords = say;
