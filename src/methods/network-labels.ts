/** A sign in the picture, in its units, with the words that belong to it. */
export type Sign = {
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  readonly words: string;
  /** Higher stands first. */
  readonly weight: number;
};

/** Where the words of a sign stand: the side of it, and from where they run. */
export type Label = { readonly x: number; readonly y: number; readonly anchor: "start" | "middle" | "end" };

type Box = { readonly left: number; readonly right: number; readonly top: number; readonly bottom: number };

const overlap = (one: Box, other: Box): boolean =>
  one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;

// About the width of a letter of Fira Sans, by the height of the line.
const letter = 0.52;

const boxOf = ({ x, y, anchor }: Label, words: string, height: number): Box => {
  const width = words.length * height * letter;
  const left = anchor === "start" ? x : anchor === "end" ? x - width : x - width / 2;
  return { left, right: left + width, top: y - height * 0.8, bottom: y + height * 0.25 };
};

const around = ({ x, y, radius }: Sign, height: number): readonly Label[] => [
  { x, y: y + radius + height * 0.95, anchor: "middle" },
  { x: x + radius + 5, y: y + height * 0.3, anchor: "start" },
  { x: x - radius - 5, y: y + height * 0.3, anchor: "end" },
  { x, y: y - radius - height * 0.35, anchor: "middle" },
];

/**
 * A place for the words of as many signs as fit, the weightiest first: no words over others, over a sign or beyond
 * the frame. Undefined for those that find none.
 */
export const placeLabels = (
  signs: readonly Sign[],
  {
    width,
    height,
    line,
    most,
  }: { readonly width: number; readonly height: number; readonly line: number; readonly most: number },
): readonly (Label | undefined)[] => {
  const taken: Box[] = signs.map(({ x, y, radius }) => ({
    left: x - radius,
    right: x + radius,
    top: y - radius,
    bottom: y + radius,
  }));
  const labels = new Array<Label | undefined>(signs.length).fill(undefined);
  const order = [...signs.keys()].sort((a, b) => (signs[b]?.weight ?? 0) - (signs[a]?.weight ?? 0) || a - b);
  let count = 0;
  for (const at of order) {
    const sign = signs[at];
    if (!sign || count >= most) break;
    const fits = around(sign, line).find((label) => {
      const box = boxOf(label, sign.words, line);
      if (box.left < 2 || box.right > width - 2 || box.top < 2 || box.bottom > height - 2) return false;
      return !taken.some((other, place) => place !== at && overlap(box, other));
    });
    if (!fits) continue;
    taken.push(boxOf(fits, sign.words, line));
    labels[at] = fits;
    count += 1;
  }
  return labels;
};
