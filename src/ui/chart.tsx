import type { ComponentChildren } from "preact";
import type { Sector } from "./facts.tsx";
import { type Reader, say } from "./messages.ts";
import { Table } from "./table.tsx";

export type Bar = {
  readonly label: ComponentChildren;
  /** 0 to 1. */
  readonly share: number;
  /** The value in words, "53 %" or "58 von 110": the bar only repeats it. */
  readonly value: ComponentChildren;
  readonly sector?: Sector | undefined;
};

const width = (share: number): string => `${Math.round(Math.min(1, Math.max(0, share)) * 1_000) / 10}%`;

/** Shares of one question. The caller sorts and names the base, `n`, above or below. */
export const Bars = ({ bars }: { readonly bars: readonly Bar[] }) => (
  <ul class="al-bars">
    {bars.map(({ label, share, value, sector }) => (
      <li>
        <span>{label}</span>
        <span class="al-number">{value}</span>
        <svg class="al-bar" aria-hidden="true" focusable="false">
          <rect
            class={`al-bar__value al-bar__value--${sector ?? "plain"}`}
            width={width(share)}
            height="100%"
          />
        </svg>
      </li>
    ))}
  </ul>
);

type Counted = { readonly label: string; readonly value: number | { readonly hidden: true } };

type BarTableProps = {
  readonly ctx: Reader;
  readonly id: string;
  readonly caption: string;
  /** What is seen, in one sentence. */
  readonly description: string;
  /** Of how many; then each share is written beside its count. */
  readonly base?: number | undefined;
  readonly bars: readonly Counted[];
  readonly note?: string | undefined;
};

const countOf = ({ value }: Counted): number => (typeof value === "number" ? value : 0);

/** "46 %": without decimals below a hundred, where they would only pretend to be exact. */
export const percent = (ctx: Reader, count: number, base: number): string =>
  (count / base).toLocaleString(ctx.language.slice(0, 2) === "en" ? "en" : "de", {
    style: "percent",
    maximumFractionDigits: base < 100 ? 0 : 1,
  });

/** Counts of one question as bars with their table: the drawing repeats what stands beside it. */
export const BarTable = ({ ctx, id, caption, description, base, bars, note }: BarTableProps) => {
  const words = say(ctx);
  const widest = base ?? Math.max(1, ...bars.map(countOf));
  return (
    <>
      <p class="al-hidden">{description}</p>
      <Table
        id={id}
        caption={caption}
        rows={bars}
        columns={[
          { heading: words("barAnswer"), cell: ({ label }) => label },
          {
            heading: <span class="al-hidden">{words("barDrawing")}</span>,
            cell: (bar) => (
              <svg class="al-bar al-bar--cell" aria-hidden="true" focusable="false">
                <rect
                  class="al-bar__value al-bar__value--plain"
                  width={width(countOf(bar) / widest)}
                  height="100%"
                />
              </svg>
            ),
          },
          {
            heading: words("barCount"),
            number: true,
            hush: ({ value }) => typeof value !== "number",
            cell: ({ value }) => (typeof value === "number" ? value : words("hushed")),
          },
          ...(base === undefined
            ? []
            : [
                {
                  heading: words("barShare", { n: base }),
                  number: true,
                  hush: ({ value }: Counted) => typeof value !== "number",
                  cell: ({ value }: Counted) =>
                    typeof value === "number" ? percent(ctx, value, Math.max(1, base)) : words("hushed"),
                },
              ]),
        ]}
      />
      {note && <p class="al-soft al-small">{note}</p>}
    </>
  );
};
