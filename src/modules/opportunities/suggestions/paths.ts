import { rhythms, skills } from "#modules/opportunities/vocabulary.ts";
import { accessibilities, fields, spokenLanguages, targetGroups } from "#modules/organizations/vocabulary.ts";

/** When somebody has time, how far they go, how old they are: as the address of the six questions says it. */
export const times = ["tag", "abend", "wochenende"] as const;
export const ranges = ["2", "5", "10", "25"] as const;
export const ageBands = ["under16", "16to17", "adult"] as const;
export const companions = ["alone", "pair", "team"] as const;

const lists = {
  zeit: times,
  rhythmus: rhythms,
  gern: skills,
  fuer: targetGroups.filter((code) => code !== "everyone"),
  feld: fields,
  sprachen: spokenLanguages,
  braucht: accessibilities,
  nicht: targetGroups.filter((code) => code !== "everyone"),
} as const;
const singles = { umkreis: ranges, mit: companions, alter: ageBands } as const;

export type Answers = {
  readonly [Name in keyof typeof lists]: readonly (typeof lists)[Name][number][];
} & { readonly [Name in keyof typeof singles]: (typeof singles)[Name][number] | "" } & {
  readonly plz: string;
};
export type AnswerName = keyof Answers;

/** Which answers belong to which of the six steps. */
export const steps: readonly (readonly AnswerName[])[] = [
  ["zeit", "rhythmus"],
  ["gern"],
  ["fuer", "feld"],
  ["plz", "umkreis"],
  ["mit", "sprachen"],
  ["alter", "braucht", "nicht"],
];

type Asked = Readonly<Record<string, string | readonly string[]>>;

const given = (asked: Asked, name: string): readonly string[] => {
  const value = asked[name] ?? [];
  return typeof value === "string" ? [value] : value;
};

/** The answers an address carries; whatever it says wrongly was not answered. */
export const readAnswers = (asked: Asked): Answers => {
  const several = Object.entries(lists).map(([name, codes]) => [
    name,
    codes.filter((code: string) => given(asked, name).includes(code)),
  ]);
  const one = Object.entries(singles).map(([name, codes]) => [
    name,
    codes.find((code: string) => given(asked, name).includes(code)) ?? "",
  ]);
  const plz = (given(asked, "plz")[0] ?? "").trim();
  return { ...Object.fromEntries([...several, ...one]), plz: /^\d{5}$/u.test(plz) ? plz : "" };
};

/** The answers as names and values, without what was not answered. */
export const pairsOf = (
  answers: Answers,
  except: readonly AnswerName[] = [],
): (readonly [string, string])[] =>
  Object.entries(answers).flatMap(([name, value]: [string, string | readonly string[]]) => {
    if (except.some((one) => one === name)) return [];
    return (typeof value === "string" ? [value] : value).flatMap((item) =>
      item === "" ? [] : [[name, item] as const],
    );
  });

const address = (path: string, pairs: readonly (readonly [string, string])[]): string => {
  const query = new URLSearchParams(pairs.map(([name, value]) => [name, value]));
  return query.size === 0 ? path : `${path}?${query}`;
};

export const questionPaths = {
  step: (number: number, answers: Answers, except: readonly AnswerName[] = []) =>
    address("/helfen", [
      ...pairsOf(answers, except),
      ...(number > 1 ? [["schritt", String(number)] as const] : []),
    ]),
  result: (answers: Answers, except: readonly AnswerName[] = []) =>
    address("/helfen/vorschlaege", pairsOf(answers, except)),
  remember: "/helfen/merken",
  /** The contact point reads the answers along. */
  ask: (answers: Answers) => address("/fragen", [["thema", "help"], ...pairsOf(answers)]),
  offers: (answers: Answers) =>
    address(
      "/angebote",
      pairsOf(answers, ["gern", "fuer", "umkreis", "mit", "alter", "braucht", "nicht", "sprachen"]),
    ),
  /** Why an offer was suggested or not: from these answers, or from what the reader wished for. */
  why: (slug: string, answers?: Answers) =>
    address(`/helfen/vorschlaege/warum/${slug}`, answers ? pairsOf(answers) : []),
  show: (slug: string) => `/angebote/${slug}`,
  wishes: "/mein/wuensche",
} as const;
