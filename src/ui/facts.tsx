import type { ComponentChildren } from "preact";
import { Icon, type IconName } from "./icon.tsx";
import { type Reader, say } from "./messages.ts";

type Words = ComponentChildren;

export type Fact = { readonly value: Words; readonly of?: Words; readonly sentence: Words };

/** Two to five numbers, each with the sentence that makes it true. */
export const Facts = ({ facts }: { readonly facts: readonly Fact[] }) => (
  <dl class="al-facts">
    {facts.map(({ value, of, sentence }) => (
      <div>
        <dt>{sentence}</dt>
        <dd>
          {value} {of && <small>{of}</small>}
        </dd>
      </div>
    ))}
  </dl>
);

export type Pair = readonly [label: Words, value: Words];

/** Labels and their values; a pair whose value is missing is left out. */
export const Pairs = ({ pairs }: { readonly pairs: readonly Pair[] }) => (
  <dl class="al-pairs">
    {pairs
      .filter(([, value]) => value !== null && value !== undefined && value !== "" && value !== false)
      .map(([label, value]) => (
        <div>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
  </dl>
);

export type Tag = { readonly label: string; readonly without: string };

/** The filters in force; each is a link that removes it. */
export const Tags = ({ ctx, tags }: { readonly ctx: Reader; readonly tags: readonly Tag[] }) =>
  tags.length === 0 ? null : (
    <ul class="al-tags" aria-label={say(ctx)("filters")}>
      {tags.map(({ label, without }) => (
        <li>
          <a href={without}>
            <span>
              {label}
              <span class="al-hidden"> {say(ctx)("removeFilter")}</span>
            </span>
            <Icon name="remove" />
          </a>
        </li>
      ))}
    </ul>
  );

type WhyProps = {
  readonly ctx: Reader;
  readonly but?: boolean | undefined;
  readonly children?: ComponentChildren;
};

/** The reason of a suggestion: "Passt, weil …", or what stands against it: "Passt fast: …". */
export const Why = ({ ctx, but, children }: WhyProps) => (
  <p class={but ? "al-why al-why--but" : "al-why"}>
    <b>{say(ctx)(but ? "almostFits" : "fits")}</b> {children}
  </p>
);

export type StateKind = "yes" | "no" | "late" | "wait" | "info";

const stateIcons: Readonly<Record<StateKind, IconName>> = {
  yes: "yes",
  no: "no",
  late: "late",
  wait: "wait",
  info: "info",
};

/** Icon and word; the color only repeats them. */
export const State = ({
  kind,
  children,
}: {
  readonly kind: StateKind;
  readonly children?: ComponentChildren;
}) => (
  <span class={`al-state al-state--${kind}`}>
    <Icon name={stateIcons[kind]} />
    <span>{children}</span>
  </span>
);

/** The three sectors: shape, color and word, never color alone. */
export type Sector = "civil" | "public" | "business";

export const shapes: Readonly<Record<Sector, string>> = {
  civil: "M12 4a8 8 0 100 16 8 8 0 000-16z",
  public: "M5 5h14v14H5z",
  business: "M12 3.5L21 19.5H3z",
};

/** The sign of a sector, always beside its word. */
export const SectorSign = ({ sector }: { readonly sector: Sector }) => (
  <svg class={`al-sign al-sign--${sector}`} viewBox="0 0 24 24" aria-hidden="true" focusable="false">
    <path d={shapes[sector]} />
  </svg>
);

export type Step = {
  readonly label: Words;
  readonly state: "done" | "current" | "ahead";
  readonly href?: string | undefined;
};

/** Where one is in a few numbered steps. */
export const Steps = ({ ctx, steps }: { readonly ctx: Reader; readonly steps: readonly Step[] }) => (
  <ol class="al-steps" aria-label={say(ctx)("steps")}>
    {steps.map(({ label, state, href }) => (
      <li class={`al-steps__${state}`} aria-current={state === "current" ? "step" : undefined}>
        {href ? <a href={href}>{label}</a> : <span>{label}</span>}
        {state === "done" && <span class="al-hidden"> ({say(ctx)("stepDone")})</span>}
      </li>
    ))}
  </ol>
);
