import { plainWords } from "./likeness.ts";

/** A thought on a card. */
export type Thought = { readonly id: string; readonly text: string };

/** Thoughts that use the same rare words, and the words they share, the most telling first. */
export type Likely = { readonly words: readonly string[]; readonly ids: readonly string[] };

// Words that stand on every second card and say nothing of what it is about.
const fillers = new Set(
  `der die das den dem des ein uns ihr wir sie ich man mit von vom zum zur auf aus bei bis nur ist hat und nach davon
  wir aber alle allem allen auch aufs beim bitte damit dann dass denn doch dort eine einen einer eines einmal etwas fuer
  gibt geht gute guten haben hier immer kann kein keine keinen koennen koennte koennten machen mehr mehrere muss muessen
  nicht nichts noch oder oefter ohne schon sehr sein sich sind soll sollte sollten statt unsere unser unter viel viele
  vielen weil wenig weniger wenn werden wieder wird wuerde zwischen ueber durch einem jede jeder jeden jedes`.split(
    /\s+/u,
  ),
);

/** The beginnings of the telling words: "Räume", "Raum" and "Raumnot" begin alike once umlauts are written plain. */
const stemsOf = (text: string): ReadonlyMap<string, string> => {
  const stems = new Map<string, string>();
  for (const word of text.split(/[^\p{L}]+/u)) {
    const plain = plainWords(word);
    if (plain.length < 3 || fillers.has(plain)) continue;
    const stem = plain
      .replace(/ae/gu, "a")
      .replace(/oe/gu, "o")
      .replace(/ue/gu, "u")
      .slice(0, 5)
      .replace(/e[nrs]?$/u, "");
    if (!stems.has(stem)) stems.set(stem, word);
  }
  return stems;
};

type Read = { readonly id: string; readonly stems: ReadonlyMap<string, string> };
type Weigh = (stem: string) => number;

const weight = (stems: Iterable<string>, weigh: Weigh): number =>
  [...stems].reduce((sum, stem) => sum + weigh(stem), 0);

/** Share of the rarer words that both have; 0 to 1. */
const likeness = (a: Read, b: Read, weigh: Weigh): number => {
  const both = [...a.stems.keys()].filter((stem) => b.stems.has(stem));
  if (both.length === 0) return 0;
  return weight(both, weigh) / Math.min(weight(a.stems.keys(), weigh), weight(b.stems.keys(), weigh));
};

const alike = 0.34;
const mostRead = 400;

const sharedWords = (reads: readonly Read[]): readonly string[] => {
  const counts = new Map<string, { word: string; n: number }>();
  for (const { stems } of reads)
    for (const [stem, word] of stems) counts.set(stem, { word, n: (counts.get(stem)?.n ?? 0) + 1 });
  return [...counts.values()]
    .filter(({ n }) => n > 1)
    .sort((a, b) => b.n - a.n || a.word.localeCompare(b.word))
    .slice(0, 3)
    .map(({ word }) => word);
};

/**
 * Groups of cards that are likely about the same, largest first: a card joins the group it is on average most alike.
 * The same cards give the same groups. A suggestion only: words are not thoughts.
 */
export const likelyClusters = (thoughts: readonly Thought[], most = 8): readonly Likely[] => {
  const reads = thoughts.slice(0, mostRead).map(({ id, text }) => ({ id, stems: stemsOf(text) }));
  const counts = new Map<string, number>();
  for (const { stems } of reads)
    for (const stem of stems.keys()) counts.set(stem, (counts.get(stem) ?? 0) + 1);
  const weigh: Weigh = (stem) => Math.log(1 + reads.length / (counts.get(stem) ?? 1));
  const groups: Read[][] = [];
  for (const read of reads) {
    const scored = groups.map((group) => ({
      group,
      score: group.reduce((sum, other) => sum + likeness(read, other, weigh), 0) / group.length,
    }));
    const best = scored.reduce<(typeof scored)[number] | undefined>(
      (top, one) => (top && top.score >= one.score ? top : one),
      undefined,
    );
    if (best && best.score >= alike) best.group.push(read);
    else groups.push([read]);
  }
  return groups
    .filter((group) => group.length > 1)
    .sort((a, b) => b.length - a.length)
    .slice(0, most)
    .map((group) => ({ words: sharedWords(group), ids: group.map(({ id }) => id) }));
};

/** What somebody proposes: a title, and the words below it. */
export type Titled = { readonly id: string; readonly title: string; readonly text: string };
export type Alike = { readonly id: string; readonly score: number };

const cosine = (a: ReadonlySet<string>, b: ReadonlySet<string>, weigh: Weigh): number => {
  const both = [...a].filter((stem) => b.has(stem));
  return both.length === 0
    ? 0
    : weight(both, weigh) / Math.sqrt(Math.max(weight(a, weigh) * weight(b, weigh), Number.EPSILON));
};

const sameMatter = 0.3;
// Words below a title are many; less of them in common says as much as more of the titles.
const ofWords = 1.3;

/**
 * Which of these are likely about the same as what is being written, the likest first: the cosine of the rarer words
 * of the titles, or of everything, whichever is more. The same words give the same answer.
 */
export const mostAlike = (one: Omit<Titled, "id">, others: readonly Titled[], most = 5): readonly Alike[] => {
  const reads = others.map(({ id, title, text }) => ({
    id,
    title: new Set(stemsOf(title).keys()),
    all: new Set(stemsOf(`${title} ${text}`).keys()),
  }));
  const counts = new Map<string, number>();
  for (const { all } of reads) for (const stem of all) counts.set(stem, (counts.get(stem) ?? 0) + 1);
  const weigh: Weigh = (stem) => Math.log(1 + (reads.length + 1) / ((counts.get(stem) ?? 0) + 1));
  const title = new Set(stemsOf(one.title).keys());
  const all = new Set(stemsOf(`${one.title} ${one.text}`).keys());
  return reads
    .map((read) => ({
      id: read.id,
      score: Math.max(cosine(title, read.title, weigh), ofWords * cosine(all, read.all, weigh)),
    }))
    .filter(({ score }) => score >= sameMatter)
    .sort((a, b) => b.score - a.score || a.id.localeCompare(b.id))
    .slice(0, most);
};
