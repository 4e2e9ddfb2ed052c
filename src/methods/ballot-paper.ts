import type { BallotRule, Paper } from "./ballot.ts";

/** One line of a ballot paper: its list number and what one votes on. */
export type PaperOption = { readonly number: string; readonly title: string; readonly words: string };

/** A ballot as paper, with all words written out, in one language. */
export type BallotPaper = {
  readonly title: string;
  readonly asker: string;
  readonly language: string;
  readonly question: string;
  readonly paper: Paper;
  /** How it is filled in, one sentence each. */
  readonly how: readonly string[];
  readonly options: readonly PaperOption[];
  /** Where it goes, and until when. */
  readonly handIn: readonly string[];
  readonly number: string;
  readonly stub: {
    readonly heading: string;
    readonly lines: readonly string[];
    readonly cut: string;
  };
  readonly low: string;
  readonly high: string;
  readonly page: string;
  /** Each sheet with its receipt; the same as a picture for a scanner, and the address where it is found later. */
  readonly sheets: readonly { readonly receipt: string; readonly code: string; readonly found: string }[];
};

/** How many of the options may be marked on one sheet; nothing when any number may. */
export const mostMarks = (rule: BallotRule): number | undefined => {
  if (rule.kind === "approval") return rule.most || undefined;
  if (rule.kind === "equalShares" || rule.kind === "greedy")
    return (rule.paper === "approval" && rule.most) || undefined;
  return undefined;
};

/** How many points there are to give on one sheet, and how many of them to one option. */
export const pointsOf = (rule: BallotRule): { readonly all: number; readonly each: number } | undefined => {
  if (rule.kind === "points") return { all: rule.points, each: rule.mostEach };
  if (rule.paper === "points" && "most" in rule) return { all: rule.most, each: rule.most };
  return undefined;
};

/** The look of a ballot paper: A4, boxes for a pen, below the cut the voter's own part with the same number. */
export const ballotPaperSource = `
#let d = json(bytes(sys.inputs.data))
#let accent = rgb("#0a5c63")
#let soft = rgb("#4a5b5c")
#let ink = rgb("#14201f")
#let many = d.options.len()
#let size = if many > 30 { 9pt } else if many > 16 { 10pt } else { 11.5pt }
#set document(title: d.title, author: d.asker, date: none)
#set text(font: "Fira Sans", lang: d.language, size: 10.5pt, fill: ink)
#set par(leading: 0.6em, spacing: 0.8em)
#show heading: set text(weight: 600)
#show title: set text(size: 17pt, fill: accent)
#let tick = box(width: 1.15em, height: 1.15em, baseline: 0.2em, stroke: 1pt + ink, radius: 1.5pt)
#let place-box = box(width: 2.2em, height: 1.45em, baseline: 0.4em, stroke: 1pt + ink, radius: 1.5pt)
#let about(o) = {
  strong(o.title)
  if o.words != "" { linebreak(); text(size: 0.85em, fill: soft, o.words) }
}
#let marker = if d.paper == "points" or d.paper == "ranking" { place-box } else { tick }
#let lines = {
  set text(size: size)
  let gap = if many > 16 { 0.42em } else { 0.8em }
  if d.paper == "resistance" {
    table(
      columns: (2.2em, 1fr) + (1.75em,) * 11,
      stroke: (x, y) => (bottom: if y == 0 { 1pt + accent } else { 0.4pt + soft }),
      inset: (x: 2pt, y: if many > 16 { 4pt } else { 6pt }),
      align: (x, y) => if x < 2 { left + horizon } else { center + horizon },
      table.header([], [], ..range(11).map(n => text(size: 9pt, weight: 600, str(n)))),
      ..d.options.map(o => (text(fill: soft, o.number), about(o)) + (tick,) * 11).flatten(),
    )
    text(size: 9pt, fill: soft)[0 = #d.low #h(2em) 10 = #d.high]
  } else {
    let row(o) = (marker, text(fill: soft, o.number), about(o))
    let short = d.options.all(o => o.title.len() <= 44 and o.words.len() <= 60)
    let one(some) = grid(columns: (auto, 2em, 1fr), column-gutter: 0.5em, row-gutter: gap + 0.35em, align: horizon, ..some.map(row).flatten())
    if many > 16 and short {
      let half = calc.ceil(many / 2)
      grid(columns: (1fr, 1fr), gutter: 1.2em, one(d.options.slice(0, half)), one(d.options.slice(half)))
    } else { one(d.options) }
  }
}
#let receipt(s, code, label) = block(width: 100%, breakable: false, grid(
  columns: (auto, 1fr), gutter: 1em, align: horizon,
  image(bytes(code), width: 1.7cm, alt: label + " " + s.receipt),
  [#text(size: 9pt, fill: soft, label) \\ #text(size: 14pt, weight: 600, tracking: 0.06em, s.receipt)],
))
#for (at, s) in d.sheets.enumerate() {
  set page(
    paper: "a4",
    margin: (x: 1.9cm, top: 1.5cm, bottom: 1.5cm),
    footer: context {
      set text(size: 8pt, fill: soft)
      let here = counter(page).get().first()
      grid(columns: (1fr, auto), [#d.title #h(0.6em) #s.receipt], if query(label("end" + str(at))).len() > 0 {
        d.page.replace("{n}", str(here)).replace("{all}", str(counter(page).at(label("end" + str(at))).first()))
      })
    },
  )
  counter(page).update(1)
  text(size: 9.5pt, fill: soft, d.asker)
  block(above: 0.5em, below: 0.7em, if at == 0 { title() } else { heading(level: 1, text(size: 17pt, fill: accent, d.title)) })
  block(below: 0.8em, heading(level: if at == 0 { 1 } else { 2 }, text(size: 12pt, d.question)))
  block(width: 100%, below: 1em, inset: 7pt, fill: rgb("#eef4f4"), stroke: (left: 2.5pt + accent), text(size: 9.5pt, list(..d.how.map(h => [#h]))))
  lines
  v(1fr)
  block(breakable: false, width: 100%, {
    receipt(s, s.code, d.number)
    block(above: 0.6em, below: 0.9em, text(size: 9pt, for l in d.handIn { par(l) }))
    line(length: 100%, stroke: (paint: soft, thickness: 0.7pt, dash: "dashed"))
    align(center, block(above: 0.25em, below: 0.5em, text(size: 8pt, fill: soft, d.stub.cut)))
    block(above: 0.3em, below: 0.5em, heading(level: if at == 0 { 1 } else { 2 }, text(size: 11.5pt, d.stub.heading)))
    grid(columns: (1fr, 6.4cm), gutter: 1.4em, align: horizon,
      text(size: 9pt, for l in d.stub.lines { par(l) }), receipt(s, s.found, d.number))
  })
  [#metadata(none)#label("end" + str(at))]
}
`;
