import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";

/** Somebody who was there; times as "18:05". A name is public only by consent of whoever has it. */
export type MinutesPresence = {
  readonly seat: string | null;
  readonly organization: string | null;
  readonly sector: string | null;
  readonly voting: boolean;
  readonly name: string;
  readonly named: boolean;
  readonly part: "member" | "deputy" | "guest";
  readonly way: "room" | "remote";
  readonly from: string;
  readonly until: string | null;
};

export type MinutesVote = {
  readonly method: string;
  readonly passed: boolean | null;
  /** Why it passed or not. */
  readonly sentence: string;
  /** In a vote by name: what each seat said. */
  readonly voices: readonly { readonly seat: string; readonly said: string }[];
};

export type MinutesMotion = {
  readonly title: string;
  readonly wording: string;
  readonly proposedBy: string | null;
  readonly public: boolean;
  readonly state: string;
  readonly votes: readonly MinutesVote[];
};

export type MinutesResolution = {
  readonly number: string;
  readonly title: string;
  readonly wording: string;
  readonly sentence: string;
  readonly public: boolean;
};

export type MinutesTask = {
  readonly title: string;
  readonly owner: string;
  readonly dueOn: string;
  /** Came of a resolution that is not public. */
  readonly hidden?: true;
};

export type MinutesItem = {
  readonly number: number;
  readonly title: string;
  readonly public: boolean;
  readonly words: string;
  readonly conflicts: readonly { readonly seat: string; readonly words: string }[];
  readonly motions: readonly MinutesMotion[];
  readonly resolutions: readonly MinutesResolution[];
  readonly tasks: readonly MinutesTask[];
  /** Objections to the minutes of this item, and what was answered. */
  readonly corrections: readonly MinutesCorrection[];
};

export type MinutesCorrection = {
  readonly seat: string;
  readonly words: string;
  readonly state: string;
  readonly answer: string;
};

export type MinutesHead = {
  readonly town: string;
  readonly consortium: string;
  readonly number: number;
  readonly title: string;
  readonly day: string;
  readonly from: string;
  readonly until: string;
  readonly where: string;
  readonly online: string;
  readonly minuteTaker: string;
  readonly chair: string;
  /** The version of the rules of procedure it was held by. */
  readonly rules: number | null;
  readonly tasks: readonly MinutesTask[];
  readonly corrections: readonly MinutesCorrection[];
};

export type MinutesRoll = {
  readonly there: readonly MinutesPresence[];
  readonly missing: readonly { readonly seat: string; readonly organization: string | null }[];
};

/** Minutes as they are kept: everything in them, in the order of the agenda. */
export type Minutes = {
  readonly head: MinutesHead;
  readonly roll: MinutesRoll;
  readonly items: readonly MinutesItem[];
};

/** Minutes as they were sent, with what objections changed since: the words to each item, and the objections themselves. */
export const withCorrections = (sent: Minutes, now: Minutes): Minutes => ({
  ...sent,
  head: { ...sent.head, corrections: now.head.corrections },
  items: sent.items.map((item) => {
    const live = now.items.find(({ number }) => number === item.number);
    return live ? { ...item, words: live.words, corrections: live.corrections } : item;
  }),
});

/** A part under its own hash; the salt keeps a part that is not shown from being guessed. */
export type SealedPart = { readonly salt: string; readonly part: unknown };

/** The parts in their order: head, roll, then each item. */
export const partsOf = ({ head, roll, items }: Minutes): readonly unknown[] => [head, roll, ...items];

/** JSON with its keys in order, so that the same thing is always the same text. */
export const canonicalJson = (value: unknown): string => {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(",")}]`;
  if (value === null || typeof value !== "object") return JSON.stringify(value);
  const entries = Object.entries(value).filter(([, item]) => item !== undefined);
  return `{${entries
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([key, item]) => `${JSON.stringify(key)}:${canonicalJson(item)}`)
    .join(",")}}`;
};

const hash = (text: string): string => bytesToHex(sha256(utf8ToBytes(text)));

/** The hash of one part: SHA-256 of its salt, a new line, and it as JSON with keys in order. */
export const partHash = ({ salt, part }: SealedPart): string => hash(`${salt}\n${canonicalJson(part)}`);

/** The seal of minutes: SHA-256 of the hashes of their parts, one a line. Who has only some parts needs the hashes of the others. */
export const sealOfParts = (hashes: readonly string[]): string => hash(hashes.join("\n"));

/** Minutes with their salts, and the seal over them. */
export const sealMinutes = (minutes: Minutes, salts: readonly string[]): string =>
  sealOfParts(partsOf(minutes).map((part, index) => partHash({ salt: salts[index] ?? "", part })));

const openTasks = (tasks: readonly MinutesTask[]) => tasks.filter(({ hidden }) => !hidden);

/** What everybody may read: public items, motions and resolutions; people by what they are, unless they agreed to be named. */
export const publicMinutes = ({ head, roll, items }: Minutes): Minutes => ({
  head: { ...head, online: "", tasks: openTasks(head.tasks), corrections: [] },
  roll: {
    ...roll,
    there: roll.there.map((one) => (one.named ? one : { ...one, name: "" })),
  },
  items: items.map((item) =>
    item.public
      ? {
          ...item,
          motions: item.motions.filter((motion) => motion.public),
          resolutions: item.resolutions.filter((resolution) => resolution.public),
          tasks: openTasks(item.tasks),
          corrections: [],
        }
      : {
          ...item,
          title: "",
          words: "",
          conflicts: [],
          motions: [],
          resolutions: item.resolutions.filter((resolution) => resolution.public),
          tasks: [],
          corrections: [],
        },
  ),
});
