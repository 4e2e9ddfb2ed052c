/**
 * Amendments to a text in paragraphs. Each names its base version; all that do not collide can be applied together,
 * and in which order never matters.
 */
import { applyEdits, certainPlaces, diffWords, type Edit, tokensOf } from "./text-diff.ts";

export type Paragraph = { readonly id: string; readonly words: string };

/**
 * `change`: edits of the paragraph. `delete`: the paragraph goes. `insert`: a new paragraph of `words` stands after
 * it, or at the very beginning when no paragraph is named.
 */
export type Amendment = {
  readonly id: string;
  readonly paragraph: string | null;
} & (
  | { readonly action: "change"; readonly edits: readonly Edit[] }
  | { readonly action: "insert"; readonly words: string }
  | { readonly action: "delete" }
);

/** Amendments that are taken together or not at all. */
export type Bundle = { readonly id: string; readonly amendments: readonly Amendment[] };

const sameEdit = (a: Edit, b: Edit): boolean => a.from === b.from && a.to === b.to && a.words === b.words;

/**
 * Two edits collide when their ranges overlap or touch: then no unchanged word stands between them, and the order
 * would decide how it reads. The very same edit twice is one edit.
 */
const editsCollide = (a: Edit, b: Edit): boolean => !sameEdit(a, b) && a.from <= b.to && b.from <= a.to;

/**
 * Whether two amendments cannot both be accepted as they stand: they change the same words, one deletes the paragraph
 * that the other changes, or both put a new paragraph at the same place. Two that say the same do not collide.
 */
export const collides = (a: Amendment, b: Amendment): boolean => {
  if (a.paragraph !== b.paragraph) return false;
  if (a.action === "insert" || b.action === "insert")
    return a.action === "insert" && b.action === "insert" && a.words !== b.words;
  if (a.action === "delete" || b.action === "delete") return a.action !== b.action;
  return a.edits.some((edit) => b.edits.some((other) => editsCollide(edit, other)));
};

/** All pairs that collide, each once. */
export const collisionsAmong = (
  amendments: readonly Amendment[],
): readonly (readonly [Amendment, Amendment])[] =>
  amendments.flatMap((a, at) =>
    amendments.slice(at + 1).flatMap((b) => (collides(a, b) ? [[a, b] as const] : [])),
  );

/** Whether two bundles cannot both be taken. */
export const bundlesCollide = (a: Bundle, b: Bundle): boolean =>
  a.amendments.some((one) => b.amendments.some((other) => one.id !== other.id && collides(one, other)));

/** Which amendments cannot both be accepted. */
export class AmendmentsCollide extends Error {
  readonly pairs: readonly (readonly [string, string])[];
  constructor(pairs: readonly (readonly [string, string])[]) {
    super(`amendments collide: ${pairs.map((pair) => pair.join(" and ")).join(", ")}`);
    this.pairs = pairs;
  }
}

const distinct = (edits: readonly Edit[]): readonly Edit[] =>
  edits.filter((edit, at) => edits.findIndex((other) => sameEdit(edit, other)) === at);

/**
 * The text after all these amendments. A new paragraph has the id of the first amendment (by id) that asks for it.
 * Throws `AmendmentsCollide`, or when an amendment was made for another text.
 */
export const applyAmendments = (
  text: readonly Paragraph[],
  accepted: readonly Amendment[],
): readonly Paragraph[] => {
  const pairs = collisionsAmong(accepted);
  if (pairs.length > 0) throw new AmendmentsCollide(pairs.map(([a, b]) => [a.id, b.id]));
  const known = new Set(text.map(({ id }) => id));
  if (accepted.some(({ paragraph }) => paragraph !== null && !known.has(paragraph)))
    throw new Error("an amendment names a paragraph that is not in the text");
  const at = Map.groupBy(accepted, ({ paragraph }) => paragraph);
  const added = (paragraph: string | null): readonly Paragraph[] =>
    (at.get(paragraph) ?? [])
      .flatMap((one) => (one.action === "insert" ? [{ id: one.id, words: one.words }] : []))
      .toSorted((a, b) => (a.id < b.id ? -1 : 1))
      .slice(0, 1);
  return [
    ...added(null),
    ...text.flatMap((paragraph) => {
      const here = at.get(paragraph.id) ?? [];
      const edits = distinct(here.flatMap((one) => (one.action === "change" ? one.edits : [])));
      const gone = here.some(({ action }) => action === "delete");
      const words = edits.length === 0 ? paragraph.words : applyEdits(paragraph.words, edits);
      return [...(gone ? [] : [{ ...paragraph, words }]), ...added(paragraph.id)];
    }),
  ];
};

/** The amendment on another text; that its wish is fulfilled already; or that somebody must look at it again. */
export type Rebased = Amendment | "contained" | "needsReview";

const lengthChange = ({ from, to, words }: Edit): number => tokensOf(words).length - (to - from);

const moved = (edit: Edit, by: number): Edit => ({ ...edit, from: edit.from + by, to: edit.to + by });

/** The amendment in the text that these other, accepted amendments make of its base. Exact. */
export const rebaseOver = (amendment: Amendment, accepted: readonly Amendment[]): Rebased => {
  const others = accepted.filter(
    ({ id, paragraph }) => id !== amendment.id && paragraph === amendment.paragraph,
  );
  if (others.some((other) => collides(amendment, other))) return "needsReview";
  if (amendment.action === "insert") {
    if (others.some(({ action }) => action === "insert")) return "contained";
    // What it should stand behind is gone.
    return others.some(({ action }) => action === "delete") ? "needsReview" : amendment;
  }
  if (amendment.action === "delete")
    return others.some(({ action }) => action === "delete") ? "contained" : amendment;
  const done = distinct(others.flatMap((one) => (one.action === "change" ? one.edits : [])));
  const left = amendment.edits.filter((edit) => !done.some((other) => sameEdit(edit, other)));
  if (left.length === 0) return "contained";
  const shift = (edit: Edit) =>
    done.filter((other) => other.from < edit.from).reduce((sum, other) => sum + lengthChange(other), 0);
  return { ...amendment, edits: left.map((edit) => moved(edit, shift(edit))) };
};

/** Where an edit lies in the other words; nothing when that is uncertain or its surroundings changed. */
const carried = (edit: Edit, places: readonly (number | undefined)[], length: number): Edit | undefined => {
  // The word before and the word after must have stayed as well: what touches a change collides with it.
  const before = edit.from === 0 ? -1 : places[edit.from - 1];
  const after = edit.to === places.length ? length : places[edit.to];
  if (before === undefined || after === undefined || after - before - 1 !== edit.to - edit.from)
    return undefined;
  for (let at = edit.from; at < edit.to; at += 1)
    if (places[at] !== before + 1 + at - edit.from) return undefined;
  return moved(edit, before + 1 - edit.from);
};

/**
 * The amendment from one version on another, by what their words tell. Where the words leave more than one answer, or
 * the same place was changed otherwise, somebody must look.
 */
export const rebase = (
  amendment: Amendment,
  from: readonly Paragraph[],
  to: readonly Paragraph[],
): Rebased => {
  if (amendment.action === "insert") {
    const index = to.findIndex(({ id }) => id === amendment.paragraph);
    if (amendment.paragraph !== null && index < 0) return "needsReview";
    const next = to[index + 1];
    if (next === undefined || from.some(({ id }) => id === next.id)) return amendment;
    return next.words === amendment.words ? "contained" : "needsReview";
  }
  const base = from.find(({ id }) => id === amendment.paragraph);
  const now = to.find(({ id }) => id === amendment.paragraph);
  if (base === undefined) return "needsReview";
  if (amendment.action === "delete") {
    if (now === undefined) return "contained";
    return now.words === base.words ? amendment : "needsReview";
  }
  if (now === undefined) return "needsReview";
  if (now.words === base.words) return amendment;
  if (now.words === applyEdits(base.words, amendment.edits)) return "contained";
  const places = certainPlaces(base.words, now.words);
  const length = tokensOf(now.words).length;
  const done = diffWords(base.words, now.words);
  const left = amendment.edits.filter((edit) => !done.some((other) => sameEdit(edit, other)));
  if (left.length === 0) return "contained";
  const edits = left.map((edit) => carried(edit, places, length)).filter((edit) => edit !== undefined);
  return edits.length === left.length ? { ...amendment, edits } : "needsReview";
};

/** How the amended place would read: the paragraph after a change, the new paragraph, nothing after a deletion. */
export const wordsAfter = (amendment: Amendment, base: string): string => {
  if (amendment.action === "delete") return "";
  return amendment.action === "insert" ? amendment.words : applyEdits(base, amendment.edits);
};

/**
 * An amendment with the amendments to itself that were accepted; those edit the words as it would make them read (one
 * level: they cannot be amended). Throws `AmendmentsCollide`.
 */
export const folded = (amendment: Amendment, base: string, accepted: readonly Amendment[]): Amendment => {
  if (accepted.length === 0 || amendment.action === "delete") return amendment;
  const own = { id: amendment.id, words: wordsAfter(amendment, base) };
  const [after] = applyAmendments(
    [own],
    accepted.map((one) => ({ ...one, paragraph: amendment.id })),
  );
  const words = after?.words ?? "";
  return amendment.action === "insert"
    ? { ...amendment, words }
    : { ...amendment, edits: diffWords(base, words) };
};
