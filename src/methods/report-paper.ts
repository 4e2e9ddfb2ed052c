import type { Block, Cell, Report } from "./report.ts";
import { piecesOf } from "./report-text.ts";

/** The words that stand on every paper, in its language. */
export type PaperWords = {
  readonly contents: string;
  /** "Seite {n} von {all}" */
  readonly page: string;
  readonly hidden: string;
  /** "von {n}" */
  readonly base: string;
  readonly answer: string;
  readonly count: string;
};

/** A report ready to be set: a source of ours, and everything else as data. */
export type ReportPaper = {
  readonly source: string;
  readonly data: unknown;
  readonly pictures: readonly string[];
};

const cell = (value: Cell): string | null => (typeof value === "object" ? null : String(value));

const share = (value: number, base: number): number => (base > 0 ? Math.min(1, value / base) : 0);

const dataOf = (block: Block, origin: string): Readonly<Record<string, unknown>> => {
  const { kind } = block;
  switch (kind) {
    case "text":
      return { kind, pieces: piecesOf(block.text) };
    case "table":
      return {
        kind,
        caption: block.caption,
        columns: block.columns,
        rows: block.rows.map((row) => row.map(cell)),
        note: block.note ?? "",
      };
    case "bars": {
      const widest = Math.max(1, ...block.bars.map(({ value }) => (typeof value === "number" ? value : 0)));
      const base = block.base ?? widest;
      const bars = block.bars.map(({ label, value }) =>
        typeof value === "number"
          ? { label, value: String(value), share: share(value, base) }
          : { label, value: null, share: 0 },
      );
      return { kind, caption: block.caption, bars, base: block.base ?? null, note: block.note ?? "" };
    }
    case "picture":
      return {
        kind,
        file: `${block.file}.webp`,
        description: block.description,
        caption: block.caption ?? "",
      };
    case "link":
      return { kind, text: block.text, href: `${origin}${block.path}` };
    case "quote":
      return { kind, text: block.text, source: block.source ?? "" };
    case "list":
      return { kind, ordered: block.ordered ?? false, items: block.items };
    case "heading":
      return { kind, level: block.level, text: block.text };
    case "facts":
      return { kind, facts: block.facts };
    case "note":
      return { kind, text: block.text };
  }
};

/** A report as paper. `origin` stands before the paths of links; `mark` is the hash in the foot of each page. */
export const paperOf = (
  report: Report,
  words: PaperWords,
  { origin, mark }: { readonly origin: string; readonly mark: string },
): ReportPaper => {
  const blocks = report.blocks.filter(({ omitted }) => !omitted);
  const { title, subtitle = "", stand, author, publisher, language } = report;
  return {
    source: reportSource,
    pictures: blocks.flatMap((block) => (block.kind === "picture" ? [block.file] : [])),
    data: {
      title,
      subtitle,
      stand,
      author,
      publisher,
      language: language === "de-x-easy" ? "de" : language,
      mark,
      words,
      hasContents: blocks.filter(({ kind }) => kind === "heading").length > 3,
      blocks: blocks.map((block) => dataOf(block, origin)),
    },
  };
};

/** The look of a report on paper: A4, Fira Sans, one color, tables with heads that repeat. */
const reportSource = `
#let d = json(bytes(sys.inputs.data))
#let accent = rgb("#0a5c63")
#let soft = rgb("#4a5b5c")
#let faint = rgb("#d5dedd")
#let hatch = tiling(size: (5pt, 5pt))[#place(line(start: (0%, 100%), end: (100%, 0%), stroke: 0.4pt + rgb("#9aa8a8")))]
#set document(title: d.title, author: d.author, date: none)
#set text(font: "Fira Sans", lang: d.language, size: 10.5pt, fill: rgb("#14201f"))
#set par(leading: 0.72em, spacing: 1.1em)
#set page(
  paper: "a4",
  margin: (x: 2.4cm, top: 2.4cm, bottom: 2.6cm),
  footer: context {
    set text(size: 8.5pt, fill: soft)
    let line = d.words.page.replace("{n}", str(counter(page).get().first())).replace("{all}", str(counter(page).final().first()))
    grid(columns: (1fr, auto), gutter: 1em, [#d.title · #d.stand], line)
    if d.mark != "" { v(-0.4em); text(size: 7pt)[SHA-256 #d.mark] }
  },
)
#show heading: set text(weight: 600)
#show heading.where(level: 1): it => { v(1.2em, weak: true); set text(size: 17pt, fill: accent); block(below: 0.8em, sticky: true, it.body) }
#show heading.where(level: 2): it => { v(1em, weak: true); set text(size: 13pt); block(below: 0.7em, sticky: true, it.body) }
#show heading.where(level: 3): it => { set text(size: 11pt); block(below: 0.6em, sticky: true, it.body) }
#show link: set text(fill: accent)
#show outline.entry.where(level: 1): set text(weight: 600)

#let span(s) = {
  let body = [#s.text]
  if s.at("strong", default: false) { body = strong(body) }
  if s.at("stress", default: false) { body = emph(body) }
  if s.at("href", default: "") != "" and s.href.match(regex("^(https?:|mailto:)")) != none { body = link(s.href, body) }
  body
}
#let spans(all) = all.map(span).join()
#let caption(words) = if words != "" { block(above: 1.2em, below: 0.6em, sticky: true, text(weight: 600, words)) }
#let remark(words) = if words != "" { block(above: 0.5em, text(size: 9pt, fill: soft, words)) }
#let value(v) = if v == none { table.cell(fill: hatch, text(size: 9pt, d.words.hidden)) } else { v }

#let piece(p) = {
  if p.is == "paragraph" { par(spans(p.spans)) }
  if p.is == "heading" { block(above: 1.2em, below: 0.6em, sticky: true, strong(spans(p.spans))) }
  if p.is == "list" and p.ordered { enum(..p.items.map(spans)) }
  if p.is == "list" and not p.ordered { list(..p.items.map(spans)) }
}

#let draw(b) = {
  if b.kind == "heading" { heading(level: b.level, b.text) }
  if b.kind == "text" { for p in b.pieces { piece(p) } }
  if b.kind == "list" and b.ordered { enum(..b.items.map(i => [#i])) }
  if b.kind == "list" and not b.ordered { list(..b.items.map(i => [#i])) }
  if b.kind == "facts" {
    grid(columns: (1fr,) * calc.min(b.facts.len(), 3), gutter: 1.2em,
      ..b.facts.map(f => block(breakable: false, [#text(size: 17pt, weight: 600, fill: accent, f.value) #linebreak() #text(size: 9.5pt, f.label)])))
  }
  if b.kind == "table" {
    caption(b.caption)
    table(
      columns: (2fr,) + (1fr,) * (b.columns.len() - 1),
      stroke: (x, y) => (bottom: if y == 0 { 1.2pt + accent } else { 0.5pt + faint }),
      inset: (x: 4pt, y: 5pt),
      align: (x, y) => if x == 0 { left } else { left },
      table.header(..b.columns.map(c => text(weight: 600, size: 9pt, c))),
      ..b.rows.flatten().map(value),
    )
    remark(b.note)
  }
  if b.kind == "bars" {
    caption(b.caption)
    table(
      columns: (2fr, 2fr, auto),
      stroke: (x, y) => (bottom: if y == 0 { 1.2pt + accent } else { 0.5pt + faint }),
      inset: (x: 4pt, y: 5pt),
      align: (x, y) => if x == 2 { right } else { left + horizon },
      table.header(text(weight: 600, size: 9pt, d.words.answer), [], text(weight: 600, size: 9pt, if b.base == none { d.words.count } else { d.words.base.replace("{n}", str(b.base)) })),
      ..b.bars.map(r => (
        [#r.label],
        pdf.artifact(rect(width: calc.max(r.share, 0.005) * 100%, height: 0.8em, fill: if r.value == none { faint } else { accent })),
        value(r.value),
      )).flatten(),
    )
    remark(b.note)
  }
  if b.kind == "quote" { quote(block: true, attribution: if b.source == "" { none } else { b.source }, b.text) }
  if b.kind == "note" { block(width: 100%, inset: 9pt, fill: rgb("#eef4f4"), stroke: (left: 2.5pt + accent), b.text) }
  if b.kind == "picture" {
    figure(image(b.file, width: 100%, height: 9cm, fit: "contain", alt: b.description), caption: if b.caption == "" { none } else { b.caption }, numbering: none, supplement: none)
  }
  if b.kind == "link" { par(if b.href.starts-with("http") { link(b.href, b.text) } else { b.text }) }
}

#v(3.5cm)
#text(size: 11pt, fill: soft, d.publisher)
#v(0.4em)
#block(text(size: 28pt, fill: accent, title()))
#if d.subtitle != "" { text(size: 14pt, d.subtitle) }
#v(1em)
#text(size: 11pt)[#d.stand #linebreak() #d.author]
#if d.hasContents { v(1.5cm); outline(title: d.words.contents, depth: 2) ; pagebreak() } else { v(1.5cm) }
#for b in d.blocks { draw(b) }
`;
