/**
 * What changed in a paragraph, word by word. A token is a word, a run of spaces, or one other sign; the difference is
 * the shortest one (longest common subsequence), then grouped so that people can read it.
 */

/** The tokens of `from` (inclusive) to `to` (exclusive) become `words`; `was` is what stood there. */
export type Edit = {
  readonly from: number;
  readonly to: number;
  readonly was: string;
  readonly words: string;
};

export type Piece = { readonly kind: "same" | "removed" | "added"; readonly words: string };

/** Words, runs of spaces and single signs; put together they are the text again. */
export const tokensOf = (text: string): readonly string[] =>
  text.match(/[\p{L}\p{N}\p{M}]+|\s+|[^\p{L}\p{N}\p{M}\s]/gu) ?? [];

// Two texts that have hardly anything in common are shown as one change: nobody could read more, and it would take long.
const mostCells = 16_000_000;

/** A pair of ranges that differ: tokens of the base and tokens of the changed text. */
type Span = { from: number; to: number; start: number; end: number };

/** Lengths of the longest common subsequences of all ends of both texts, row by row. */
const commonEnds = (base: readonly string[], changed: readonly string[]): Uint16Array => {
  const width = changed.length + 1;
  const cells = new Uint16Array((base.length + 1) * width);
  for (let row = base.length - 1; row >= 0; row -= 1) {
    for (let column = changed.length - 1; column >= 0; column -= 1) {
      const at = row * width + column;
      cells[at] =
        base[row] === changed[column]
          ? (cells[at + width + 1] ?? 0) + 1
          : Math.max(cells[at + width] ?? 0, cells[at + 1] ?? 0);
    }
  }
  return cells;
};

const sharedStart = (base: readonly string[], changed: readonly string[]): number => {
  const most = Math.min(base.length, changed.length);
  let length = 0;
  while (length < most && base[length] === changed[length]) length += 1;
  return length;
};

/** Which tokens stay, as pairs in rising order; where there is a choice, the earliest of the changed text. */
const keptPairs = (base: readonly string[], changed: readonly string[]): readonly [number, number][] => {
  const start = sharedStart(base, changed);
  const tail = sharedStart(base.slice(start).reverse(), changed.slice(start).reverse());
  const [inner, other] = [base.slice(start, base.length - tail), changed.slice(start, changed.length - tail)];
  const pairs: [number, number][] = [];
  for (let at = 0; at < start; at += 1) pairs.push([at, at]);
  if (inner.length * other.length <= mostCells) {
    const cells = commonEnds(inner, other);
    const width = other.length + 1;
    let [row, column] = [0, 0];
    while (row < inner.length && column < other.length) {
      const at = row * width + column;
      if (inner[row] === other[column]) pairs.push([start + row++, start + column++]);
      else if ((cells[at + 1] ?? 0) > (cells[at + width] ?? 0)) column += 1;
      else row += 1;
    }
  }
  for (let at = 0; at < tail; at += 1) pairs.push([base.length - tail + at, changed.length - tail + at]);
  return pairs;
};

/** What lies between the tokens that stay. */
const spansBetween = (
  pairs: readonly (readonly [number, number])[],
  base: number,
  changed: number,
): Span[] => {
  const spans: Span[] = [];
  let [from, start] = [0, 0];
  for (const [to, end] of [...pairs, [base, changed] as const]) {
    if (to > from || end > start) spans.push({ from, to, start, end });
    [from, start] = [to + 1, end + 1];
  }
  return spans;
};

const isSpace = (token: string | undefined): boolean => token !== undefined && /^\s/u.test(token);

/** Slides what was only added or only removed so that it ends where a word ends: "sehr " rather than " sehr". */
const slid = (span: Span, base: readonly string[], changed: readonly string[]): Span => {
  if (span.from !== span.to && span.start !== span.end) return span;
  const [tokens, first, next] =
    span.from === span.to ? [changed, span.start, span.end] : [base, span.from, span.to];
  if (!isSpace(tokens[first]) || tokens[first] !== tokens[next]) return span;
  return { from: span.from + 1, to: span.to + 1, start: span.start + 1, end: span.end + 1 };
};

/** Changes with nothing but a space between them are one change for whoever reads them. */
const grouped = (spans: readonly Span[], base: readonly string[]): Span[] => {
  const groups: Span[] = [];
  for (const span of spans) {
    const last = groups.at(-1);
    const between = last ? base.slice(last.to, span.from) : [];
    if (last && between.every(isSpace)) groups.splice(-1, 1, { ...last, to: span.to, end: span.end });
    else groups.push(span);
  }
  return groups;
};

const asEdits = (
  spans: readonly Span[],
  base: readonly string[],
  changed: readonly string[],
): readonly Edit[] =>
  spans.map(({ from, to, start, end }) => ({
    from,
    to,
    was: base.slice(from, to).join(""),
    words: changed.slice(start, end).join(""),
  }));

/** The shortest list of changes that makes one text of the other. */
export const shortestEdits = (base: string, changed: string): readonly Edit[] => {
  const [left, right] = [tokensOf(base), tokensOf(changed)];
  return asEdits(spansBetween(keptPairs(left, right), left.length, right.length), left, right);
};

/** The changes that make one text of the other, as people read them. */
export const diffWords = (base: string, changed: string): readonly Edit[] => {
  const [left, right] = [tokensOf(base), tokensOf(changed)];
  const spans = spansBetween(keptPairs(left, right), left.length, right.length);
  const groups = grouped(spans, left);
  const moved = groups.map((span) => slid(span, left, right));
  return asEdits(grouped(moved, left), left, right);
};

/**
 * Where each token of the base stands in the changed text; nothing where it is gone, or where more than one answer
 * would be as good ("x x x" that becomes "x x": which one went?).
 */
export const certainPlaces = (base: string, changed: string): readonly (number | undefined)[] => {
  const [left, right] = [tokensOf(base), tokensOf(changed)];
  const early = new Map(keptPairs(left, right));
  const mirrored = keptPairs([...left].reverse(), [...right].reverse());
  const late = new Map(mirrored.map(([a, b]) => [left.length - 1 - a, right.length - 1 - b]));
  return left.map((_, at) => (early.get(at) === late.get(at) ? early.get(at) : undefined));
};

/** The text after the changes, all of which name places of the base. Throws when one does not fit the base. */
export const applyEdits = (base: string, edits: readonly Edit[]): string =>
  piecesOf(base, edits)
    .filter(({ kind }) => kind !== "removed")
    .map(({ words }) => words)
    .join("");

/** Base and changes as a row of pieces: what stays, what goes, what comes. */
export const piecesOf = (base: string, edits: readonly Edit[]): readonly Piece[] => {
  const tokens = tokensOf(base);
  const pieces: Piece[] = [];
  let at = 0;
  for (const edit of edits.toSorted((a, b) => a.from - b.from || a.to - b.to)) {
    if (edit.from < at || edit.to > tokens.length || tokens.slice(edit.from, edit.to).join("") !== edit.was)
      throw new Error("an edit does not fit the text it was made for");
    pieces.push({ kind: "same", words: tokens.slice(at, edit.from).join("") });
    pieces.push({ kind: "removed", words: edit.was }, { kind: "added", words: edit.words });
    at = edit.to;
  }
  pieces.push({ kind: "same", words: tokens.slice(at).join("") });
  return pieces.filter(({ words }) => words !== "");
};

/** The base again, from the words that these edits made of it. */
export const undoEdits = (words: string, edits: readonly Edit[]): string => {
  let shift = 0;
  const back = edits
    .toSorted((a, b) => a.from - b.from)
    .map((edit): Edit => {
      const from = edit.from + shift;
      const length = tokensOf(edit.words).length;
      shift += length - (edit.to - edit.from);
      return { from, to: from + length, was: edit.words, words: edit.was };
    });
  return applyEdits(words, back);
};
