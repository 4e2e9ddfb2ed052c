import type { Point } from "./geography.ts";

/** What a person told; whatever is empty, zero or null was not answered and counts against nobody. */
export type Seeker = {
  readonly fields: readonly string[];
  readonly skills: readonly string[];
  readonly targetGroups: readonly string[];
  /** 21 parts of the week as bits; 0 was not answered. */
  readonly times: number;
  readonly rhythms: readonly string[];
  readonly company: string | null;
  readonly languages: readonly string[];
  readonly home: Point | null;
  /** How far they would go, in kilometers. */
  readonly radius: number | null;
  /** Between which ages the person is, as far as that is known. */
  readonly age: { readonly from: number; readonly to: number } | null;
  /** Whether a certificate of good conduct was seen; null is unknown. */
  readonly checked: boolean | null;
  /** Attributes of a place without which the person cannot come. */
  readonly needs: readonly string[];
  /** "Not this": fields or target groups the person ruled out. */
  readonly notThese: readonly string[];
};

/** Where somebody is needed. */
export type Offer = {
  readonly fields: readonly string[];
  readonly skills: readonly string[];
  readonly targetGroups: readonly string[];
  /** 21 parts of the week as bits; 0 means any time. */
  readonly times: number;
  readonly rhythm: string;
  readonly company: string;
  readonly languages: readonly string[];
  readonly languagesRequired: readonly string[];
  /** Null where it can be done from home, or where the others come to you. */
  readonly where: Point | null;
  readonly anywhere: boolean;
  readonly minimumAge: number | null;
  readonly needsCheck: boolean;
  /** Days until it begins; null when it has begun or begins whenever one likes. */
  readonly startsInDays: number | null;
  readonly accessibility: readonly string[];
  readonly seatsFree: number | null;
  /** 1 confirmed just now, 0 at the end of its time. */
  readonly freshness: number;
  /** Share of questions that the organization answered; null before anybody asked. */
  readonly answerRate: number | null;
  /** Since when it waits for somebody, as a number that grows with time. */
  readonly waitingSince: number;
};

/** Why an offer is out of the question; never a matter of more or less. */
export type GateName = "full" | "age" | "check" | "language" | "barrier" | "notThis";
export type Gate = {
  readonly name: GateName;
  /** The age, the languages, the attributes or the ruled-out words it is about. */
  readonly about: readonly string[];
};

/** Until a certificate of good conduct is there, by experience of registry offices. */
export const daysForCheck = 28;

const age = ({ age }: Seeker, { minimumAge }: Offer): Gate[] =>
  age && minimumAge !== null && age.to < minimumAge ? [{ name: "age", about: [String(minimumAge)] }] : [];

// Who has none yet can still get one, unless it begins before that.
const check = ({ checked }: Seeker, { needsCheck, startsInDays }: Offer): Gate[] =>
  needsCheck && checked === false && startsInDays !== null && startsInDays < daysForCheck
    ? [{ name: "check", about: [] }]
    : [];

// Any one of the languages named is enough.
const language = ({ languages }: Seeker, { languagesRequired }: Offer): Gate[] =>
  languages.length > 0 &&
  languagesRequired.length > 0 &&
  !languagesRequired.some((one) => languages.includes(one))
    ? [{ name: "language", about: languagesRequired }]
    : [];

const barrier = ({ needs }: Seeker, { anywhere, accessibility }: Offer): Gate[] => {
  if (anywhere) return [];
  const missing = needs.filter((need) => !accessibility.includes(need));
  return missing.length > 0 ? [{ name: "barrier", about: missing }] : [];
};

const notThis = ({ notThese }: Seeker, offer: Offer): Gate[] => {
  const named = [...offer.fields, ...offer.targetGroups, ...offer.skills];
  const ruledOut = notThese.filter((one) => named.includes(one));
  return ruledOut.length > 0 ? [{ name: "notThis", about: ruledOut }] : [];
};

const full = (_: Seeker, { seatsFree }: Offer): Gate[] =>
  seatsFree !== null && seatsFree <= 0 ? [{ name: "full", about: [] }] : [];

/** Every gate that is closed for this person and this offer; none is scored, each has its reason. */
export const gatesClosedFor = (seeker: Seeker, offer: Offer): readonly Gate[] =>
  [full, age, check, language, barrier, notThis].flatMap((gate) => gate(seeker, offer));
