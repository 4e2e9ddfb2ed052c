import { wordsIn } from "./questionnaire.ts";
import type { Block, Cell, Report } from "./report.ts";
import type { Release, Shown } from "./survey-release-system.ts";

/** What a report of a release says beside its figures, in one language. */
export type ReleaseWords = {
  readonly language: string;
  readonly results: string;
  readonly crossed: string;
  readonly texts: string;
  readonly withheldHeading: string;
  readonly few: string;
  readonly exposed: string;
  readonly noAnswer: string;
  readonly total: string;
  readonly answered: string;
  readonly rate: string;
  readonly notRepresentative: string;
  /** "{n} haben geantwortet." */
  readonly base: (n: number) => string;
  readonly ticks: (n: number) => string;
  readonly hiddenNote: string;
  readonly labelOf: (question: string, value: string) => string;
};

type Content = Release & {
  readonly texts: readonly {
    readonly question: string;
    readonly title: Readonly<Record<string, string>>;
    readonly texts: readonly string[];
  }[];
};

const cell = (count: Shown): Cell => (count === null ? { hidden: true } : count);

const key = (one: { readonly question: string; readonly row?: string | undefined }): string =>
  one.row === undefined ? one.question : `${one.question}.${one.row}`;

/** One question as bars. Question marks of names stay away from the reader: labels come from the questionnaire. */
export const questionBlock = (
  one: Release["questions"][number],
  words: ReleaseWords,
): Extract<Block, { kind: "bars" }> => {
  const title = wordsIn(one.title, words.language, "de");
  const label = (value: string, label: Readonly<Record<string, string>>): string =>
    words.labelOf(one.question, value) || wordsIn(label, words.language, "de") || value;
  const shown = one.counts.filter(({ count }) => count !== null);
  const most = shown.reduce<(typeof shown)[number] | undefined>(
    (best, next) => ((next.count ?? 0) > (best?.count ?? -1) ? next : best),
    undefined,
  );
  const hidden = shown.length < one.counts.length;
  return {
    kind: "bars",
    key: `question/${key(one)}`,
    origin: "data",
    caption: title,
    description: most ? `${title}: ${label(most.value, most.label)} – ${most.count}` : title,
    base: one.base,
    bars: one.counts.map(({ value, label: own, count }) => ({
      label: label(value, own).slice(0, 500),
      value: count === null ? { hidden: true } : count,
    })),
    note: [
      one.adds === "ticks" ? words.ticks(one.base) : words.base(one.base),
      hidden ? words.hiddenNote : "",
    ]
      .filter(Boolean)
      .join(" "),
  };
};

/** Which lines of a crossed table say something: "no answer" only where somebody left one out. */
const saying = (values: readonly string[], lineAt: (index: number) => readonly Shown[]): readonly number[] =>
  values.flatMap((value, index) =>
    value === "" && lineAt(index).every((count) => count === 0) ? [] : [index],
  );

/** A crossed table with its margins; `all` have answered. */
export const crossingBlock = (
  one: Release["crossings"][number],
  titles: ReadonlyMap<string, string>,
  words: ReleaseWords,
  all: number,
): Extract<Block, { kind: "table" }> => {
  const head = (question: string, value: string): string =>
    value === "" ? words.noAnswer : words.labelOf(question, value) || value;
  const [row, column] = [titles.get(one.row) ?? one.row, titles.get(one.column) ?? one.column];
  const down = saying(one.rows, (y) => one.cells[y] ?? []);
  const across = saying(one.columns, (x) => one.cells.map((line) => line[x] ?? null));
  return {
    kind: "table",
    key: `crossing/${one.row}/${one.column}`,
    origin: "data",
    caption: `${row} × ${column}`,
    columns: [row, ...across.map((x) => head(one.column, one.columns[x] ?? "")), words.total].slice(0, 40),
    rows: [
      ...down.map((y): Cell[] => [
        head(one.row, one.rows[y] ?? ""),
        ...across.map((x) => cell(one.cells[y]?.[x] ?? null)),
        cell(one.rowTotals[y] ?? null),
      ]),
      [words.total, ...across.map((x) => cell(one.columnTotals[x] ?? null)), all],
    ],
    note: words.hiddenNote,
  };
};

type Frame = Pick<Report, "title" | "stand" | "author" | "publisher"> & { readonly words: string };

/** A release as a report: the same on the screen, on paper and as data. */
export const releaseReport = (content: Content, frame: Frame, words: ReleaseWords): Report => {
  const titles = new Map(
    content.questions.map(({ question, title }) => [question, wordsIn(title, words.language, "de")]),
  );
  const heading = (text: string, at: string): Block => ({
    kind: "heading",
    key: `heading/${at}`,
    origin: "data",
    level: 1,
    text,
  });
  const blocks: Block[] = [
    {
      kind: "facts",
      key: "facts",
      origin: "data",
      facts: [{ value: String(content.answered), label: words.answered }],
    },
    {
      kind: "note",
      key: "note",
      origin: "data",
      text: [words.rate, words.notRepresentative].filter(Boolean).join(" "),
    },
    ...(frame.words ? [{ kind: "text", key: "words", origin: "written", text: frame.words } as const] : []),
    heading(words.results, "results"),
    ...content.questions.map((one) => questionBlock(one, words)),
  ];
  if (content.crossings.length > 0)
    blocks.push(
      heading(words.crossed, "crossed"),
      ...content.crossings.map((one) => crossingBlock(one, titles, words, content.answered)),
    );
  for (const { question, title, texts } of content.texts)
    blocks.push(heading(wordsIn(title, words.language, "de"), `texts/${question}`), {
      kind: "list",
      key: `texts/${question}`,
      origin: "data",
      items: [...texts],
    });
  if (content.withheld.length > 0)
    blocks.push(heading(words.withheldHeading, "withheld"), {
      kind: "list",
      key: "withheld",
      origin: "data",
      items: content.withheld.map(
        (one) =>
          `${words.labelOf(key(one), "") || key(one)}: ${one.why === "few" ? words.few : words.exposed}`,
      ),
    });
  const { title, stand, author, publisher } = frame;
  return { title, stand, author, publisher, language: words.language, blocks };
};
