// What does a long report cost on paper, and does the house keep anything of it? A report of 40 pages with bars, tables
// and text is set as the house does it, one process a paper, against the same compiler kept alive inside the house.
import { readdirSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { NodeCompiler } from "@myriaddreamin/typst-ts-node-compiler";
import { typeset } from "#core/typeset.ts";
import type { Block, Report } from "#methods/report.ts";
import { type PaperWords, paperOf, type ReportPaper } from "#methods/report-paper.ts";
import { quantile, report, smoke } from "./stage.ts";

const chapters = 30;
const leastPages = 40;
const timed = smoke ? 1 : 10;
const many = smoke ? 3 : 300;
const inside = smoke ? 2 : 60;
const slowest = 10_000;
const megabyte = 1_048_576;

const words: PaperWords = {
  contents: "Inhalt",
  page: "Seite {n} von {all}",
  hidden: "verborgen",
  base: "von {n}",
  answer: "Antwort",
  count: "Anzahl",
};

const sentence =
  "Viele Vereine suchen jemanden, der Verantwortung übernimmt, und finden einander nicht, obwohl sie in derselben Straße sitzen. ";

const chapterOf = (n: number): readonly Block[] => {
  const part = (name: string) => ({ key: `${n}.${name}`, origin: "data" as const });
  const fields = Array.from({ length: 10 }, (_, at) => `Bereich ${n}.${at + 1}`);
  return [
    { kind: "heading", ...part("title"), level: 1, text: `Frage ${n}` },
    {
      kind: "text",
      ...part("text"),
      text: `**Was gefragt war.** ${sentence.repeat(5)}\n\n${sentence.repeat(4)}`,
    },
    {
      kind: "bars",
      ...part("bars"),
      caption: `Wie oft genannt, Frage ${n}`,
      description: "Balken je Bereich.",
      base: 240,
      bars: fields.map((label, at) => ({
        label,
        value: at === 9 ? { hidden: true as const } : ((n * 17 + at * 23) % 200) + 20,
      })),
    },
    { kind: "heading", ...part("table"), level: 2, text: "Nach Größe des Vereins" },
    {
      kind: "table",
      ...part("crossed"),
      caption: "Bereich und Mitglieder",
      columns: ["Bereich", "bis 20", "bis 50", "bis 100", "mehr"],
      rows: fields.map((label, at) => [label, at + n, at * 2, at === 3 ? { hidden: true as const } : 12, 7]),
      note: "Kleine Zahlen sind verborgen.",
    },
    { kind: "quote", ...part("quote"), text: "Wir wussten nichts voneinander.", source: "aus einer Antwort" },
    { kind: "list", ...part("list"), items: fields.slice(0, 5) },
  ];
};

const wordy = (number: number): Report => ({
  title: `Bericht ${number}`,
  stand: "Stand 30. September 2026",
  author: "Anlaufstelle Musterstadt",
  publisher: "Musterstadt",
  language: "de",
  blocks: Array.from({ length: chapters }, (_, n) => chapterOf(n + 1)).flat(),
});

const reportPaper = (number: number): ReportPaper =>
  paperOf(wordy(number), words, { origin: "https://musterstadt.example", mark: "0".repeat(64) });

const pagesOf = (pdf: Uint8Array): number => {
  const counts = [
    ...Buffer.from(pdf)
      .toString("latin1")
      .matchAll(/\/Count (\d+)/gu),
  ];
  return Math.max(0, ...counts.map(([, count]) => Number(count)));
};

const residentMegabytes = (): number => process.memoryUsage().rss / megabyte;

const insist = (isSo: boolean, sentenceIfNot: string): void => {
  if (!isSo) throw new Error(sentenceIfNot);
};

const fonts = (): string[] => {
  const home = dirname(createRequire(import.meta.url).resolve("@expo-google-fonts/fira-sans/package.json"));
  return readdirSync(home)
    .filter((name) => /^(400Regular|600SemiBold)(_Italic)?$/u.test(name))
    .map((name) => join(home, name));
};

/** The baseline: one compiler that lives on in the house, and what it keeps of each report. */
const setInside = (numbers: number): { readonly milliseconds: number[]; readonly grown: number } => {
  const before = residentMegabytes();
  const milliseconds = Array.from({ length: numbers }, (_, number) => {
    const { source, data } = reportPaper(number);
    const started = performance.now();
    const compiler = NodeCompiler.create({
      fontArgs: [{ fontPaths: fonts() }],
      workspace: "/nowhere",
      inputs: { data: JSON.stringify(data) },
    });
    compiler.addSource("/nowhere/main.typ", source);
    const document = compiler.compile({ mainFilePath: "/nowhere/main.typ" }).result;
    if (!document) throw new Error("the baseline set nothing");
    compiler.pdf(document, { pdfStandard: "ua-1", creationTimestamp: 0 });
    return performance.now() - started;
  });
  return { milliseconds, grown: residentMegabytes() - before };
};

const first = await typeset(reportPaper(0));
const again = await typeset(reportPaper(0));
insist(Buffer.from(first).equals(again), "the same report was set differently");
insist(Buffer.from(first).includes("pdfuaid:part>1"), "the paper is not PDF/UA");
insist(pagesOf(first) >= leastPages, `the report has only ${pagesOf(first)} pages`);

const ours: number[] = [];
for (let number = 0; number < timed; number += 1) {
  const started = performance.now();
  await typeset(reportPaper(number));
  ours.push(performance.now() - started);
}

const resident: number[] = [];
const since = performance.now();
for (let number = 0; number < many; number += 2) {
  await Promise.all([typeset(reportPaper(number)), typeset(reportPaper(number + 1))]);
  resident.push(residentMegabytes());
}
const lasted = (performance.now() - since) / 1_000;
// The first third lets the house reach its size; what counts is what comes on top of that.
const settled = resident.slice(Math.floor(resident.length / 3));
const half = Math.ceil(settled.length / 2);
const grown = quantile(settled.slice(-half), 0.5) - quantile(settled.slice(0, half), 0.5);

const theirs = setInside(inside);
const [slow, medium] = [Math.max(...ours), quantile(ours, 0.5)];
report(
  `a report of ${pagesOf(first)} pages as PDF/UA in a process of its own, median`,
  "the same compiler inside the house, median",
  medium / quantile(theirs.milliseconds, 0.5),
  `${medium.toFixed(0)} ms, at most ${slow.toFixed(0)} ms of ${timed}; inside ${quantile(theirs.milliseconds, 0.5).toFixed(0)} ms`,
);
console.log(
  `memory of the house over ${resident.length * 2} reports in ${lasted.toFixed(0)} s, two at once: ${(resident[0] ?? 0).toFixed(0)} MB after the first, at most ${Math.max(...resident).toFixed(0)} MB, ${grown.toFixed(1)} MB more in the later half; the compiler inside kept ${theirs.grown.toFixed(0)} MB of ${inside}`,
);
insist(slow < slowest, `the slowest took ${slow.toFixed(0)} ms`);
insist(smoke || grown < 20, `the house grew by ${grown.toFixed(1)} MB`);
