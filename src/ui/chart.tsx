import type { ComponentChildren } from "preact";
import type { Sector } from "./facts.tsx";

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
