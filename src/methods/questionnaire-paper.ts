import type { Piece } from "./report-text.ts";

/** Where one answers on paper. */
export type SheetField =
  | { readonly is: "ticks"; readonly options: readonly SheetOption[] }
  | { readonly is: "places"; readonly options: readonly SheetOption[] }
  | { readonly is: "table"; readonly columns: readonly string[]; readonly rows: readonly string[] }
  | {
      readonly is: "scale";
      readonly numbers: readonly string[];
      readonly low: string;
      readonly high: string;
    }
  | { readonly is: "line"; readonly after: string }
  | { readonly is: "lines"; readonly n: number }
  | { readonly is: "date"; readonly parts: readonly string[] };

export type SheetOption = {
  readonly label: string;
  /** What is said beside it: its condition, or where one goes on. */
  readonly after: string;
  /** "Sonstiges, und zwar": a line to write on stands behind it. */
  readonly writes: boolean;
};

export type SheetItem =
  | { readonly is: "part"; readonly title: string; readonly when: string; readonly pieces: readonly Piece[] }
  | { readonly is: "note"; readonly when: string; readonly pieces: readonly Piece[] }
  | {
      readonly is: "question";
      readonly n: string;
      readonly label: string;
      readonly optional: string;
      readonly when: string;
      readonly hints: readonly string[];
      readonly field: SheetField;
    };

/** A questionnaire as paper: all words are written out, in one language. */
export type Sheet = {
  readonly title: string;
  readonly asker: string;
  readonly language: string;
  readonly introduction: readonly Piece[];
  readonly how: readonly string[];
  readonly code: string;
  readonly items: readonly SheetItem[];
  readonly handIn: { readonly heading: string; readonly lines: readonly string[] };
  readonly privacy: { readonly heading: string; readonly text: string };
  readonly thanks: readonly Piece[];
  /** "Seite {n} von {all}" */
  readonly page: string;
};

/** A language as PDF knows it: "de-x-easy" is German. */
export const shortLanguage = (language: string): string => /^[a-z]{2,3}/u.exec(language)?.[0] ?? "de";

/** The look of a questionnaire on paper: A4, boxes large enough for a pen, no question torn apart without need. */
export const sheetSource = `
#let d = json(bytes(sys.inputs.data))
#let accent = rgb("#0a5c63")
#let soft = rgb("#4a5b5c")
#let ink = rgb("#14201f")
#let parts = d.items.any(i => i.is == "part")
#set document(title: d.title, author: d.asker, date: none)
#set text(font: "Fira Sans", lang: d.language, size: 11pt, fill: ink)
#set par(leading: 0.65em, spacing: 0.9em)
#set page(
  paper: "a4",
  margin: (x: 2.2cm, top: 2cm, bottom: 2.2cm),
  footer: context {
    set text(size: 8.5pt, fill: soft)
    let line = d.page.replace("{n}", str(counter(page).get().first())).replace("{all}", str(counter(page).final().first()))
    grid(columns: (1fr, auto), gutter: 1em, d.title, line)
  },
)
#show heading: set text(weight: 600)
#show title: set text(size: 21pt, fill: accent)
#show link: set text(fill: accent)
#let tick = box(width: 0.95em, height: 0.95em, baseline: 0.12em, stroke: 0.9pt + ink, radius: 1.5pt)
#let place-box = box(width: 1.5em, height: 1.2em, baseline: 0.3em, stroke: 0.9pt + ink, radius: 1.5pt)
#let dash(width) = box(width: width, height: 1.1em, baseline: 0.15em, stroke: (bottom: 0.6pt + ink))
#let ruled(n) = block(above: 0.4em, for _ in range(n) { block(above: 0pt, below: 0pt, width: 100%, height: 2.2em, stroke: (bottom: 0.6pt + ink)) })
#let span(s) = {
  let body = [#s.text]
  if s.at("strong", default: false) { body = strong(body) }
  if s.at("stress", default: false) { body = emph(body) }
  if s.at("href", default: "").match(regex("^(https?:|mailto:)")) != none { body = link(s.href, body) }
  body
}
#let spans(all) = all.map(span).join()
#let prose(pieces) = for p in pieces {
  if p.is == "paragraph" { par(spans(p.spans)) }
  if p.is == "heading" { block(sticky: true, strong(spans(p.spans))) }
  if p.is == "list" and p.ordered { enum(..p.items.map(spans)) }
  if p.is == "list" and not p.ordered { list(..p.items.map(spans)) }
}
#let small(words) = if words != "" { block(above: 0.5em, below: 0.75em, text(size: 9.5pt, fill: soft, words)) }
#let option(o) = {
  [#o.label]
  if o.writes [ #dash(40%)]
  if o.after != "" [ #text(size: 9.5pt, fill: soft)[#sym.arrow.r #o.after]]
}
#let choices(marker, all) = {
  let one(some) = list(marker: marker, body-indent: 0.7em, spacing: if marker == tick { 0.75em } else { 1em }, ..some.map(option))
  let short = all.all(o => o.label.len() <= 38 and o.after == "" and not o.writes)
  if all.len() > 7 and short {
    let half = calc.ceil(all.len() / 2)
    grid(columns: (1fr, 1fr), gutter: 1em, one(all.slice(0, half)), one(all.slice(half)))
  } else { one(all) }
}
#let draw(f) = {
  if f.is == "ticks" { choices(tick, f.options) }
  if f.is == "places" { choices(place-box, f.options) }
  if f.is == "line" { block(above: 0.8em)[#dash(if f.after == "" { 100% } else { 35% }) #f.after] }
  if f.is == "lines" { ruled(f.n) }
  if f.is == "date" { block(above: 0.8em, f.parts.map(p => [#dash(4em) #text(size: 9pt, fill: soft, p)]).join(h(1em))) }
  if f.is == "scale" {
    block(above: 0.8em, {
      if f.low != "" [#text(size: 9.5pt, f.low) #h(0.8em)]
      f.numbers.map(n => box[#tick #h(0.2em) #n]).join(h(1.2em))
      if f.high != "" [#h(0.8em) #text(size: 9.5pt, f.high)]
    })
  }
  if f.is == "table" {
    let n = f.columns.len() - 1
    table(
      columns: (if n > 5 { 1.6fr } else { 2fr },) + (1fr,) * n,
      stroke: (x, y) => (bottom: if y == 0 { 1pt + accent } else { 0.4pt + soft }),
      inset: (x: 3pt, y: 6pt),
      align: (x, y) => if x == 0 { left + horizon } else { center + horizon },
      table.header(..f.columns.map(c => text(size: if n > 5 { 7.5pt } else { 9pt }, weight: 600, c))),
      ..f.rows.map(r => (text(size: 10pt, r),) + (tick,) * n).flatten(),
    )
  }
}
#let long(f) = ("ticks", "places").contains(f.is) and f.options.len() > 14 or f.is == "table" and f.rows.len() > 10
#let item(i) = {
  if i.is == "part" {
    block(above: 2.2em, below: 0.8em, sticky: true, heading(level: 1, text(size: 15pt, fill: accent, i.title)))
    small(i.when)
    prose(i.pieces)
  }
  if i.is == "note" { block(width: 100%, inset: 8pt, fill: rgb("#eef4f4"), { small(i.when); prose(i.pieces) }) }
  if i.is == "question" {
    block(breakable: long(i.field), above: 1.6em, {
      block(below: 0.6em, sticky: true, heading(level: if parts { 2 } else { 1 }, text(size: 11.5pt)[#i.n. #i.label#if i.optional != "" [ #text(size: 9pt, weight: 400, fill: soft)[(#i.optional)]]]))
      if i.when != "" { block(above: 0.4em, below: 0.6em, sticky: true, text(size: 9.5pt, fill: accent, i.when)) }
      for h in i.hints { small(h) }
      draw(i.field)
    })
  }
}

#text(size: 10pt, fill: soft, d.asker)
#block(above: 0.6em, below: 1em, title())
#prose(d.introduction)
#if d.code != "" { block(above: 1.2em)[#d.code #h(0.5em) #range(12).map(i => box(width: 1.35em, height: 1.6em, baseline: 0.4em, stroke: 0.7pt + ink) + if i == 3 or i == 7 [ #sym.dash.en ]).join()] }
#block(width: 100%, above: 1.2em, inset: 9pt, fill: rgb("#eef4f4"), stroke: (left: 2.5pt + accent), list(..d.how.map(h => [#h])))
#for i in d.items { item(i) }
#v(1.2em)
#block(breakable: false, {
  prose(d.thanks)
  block(above: 1.6em, below: 0.7em, heading(level: 1, text(size: 13pt, d.handIn.heading)))
  for l in d.handIn.lines { block(above: 0.5em, below: 0.5em, l) }
  block(above: 1.4em, below: 0.7em, heading(level: 1, text(size: 13pt, d.privacy.heading)))
  par(d.privacy.text)
})
`;
