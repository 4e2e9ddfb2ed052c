import type { ComponentChildren } from "preact";
import { dayWithYear, isoDay, type When } from "#core/date.ts";
import { type Reader, say } from "./messages.ts";

export type Moment = {
  readonly when: When;
  readonly text: ComponentChildren;
  /** Still ahead: drawn open, called due. */
  readonly ahead?: boolean | undefined;
};

/** The history of one thing, newest first. */
export const Timeline = ({ ctx, moments }: { readonly ctx: Reader; readonly moments: readonly Moment[] }) => (
  <ol class="al-time">
    {moments.map(({ when, text, ahead }) => (
      <li class={ahead ? "al-time__ahead" : undefined}>
        <time dateTime={isoDay(when)}>
          {dayWithYear(ctx, when)}
          {ahead && `, ${say(ctx)("due")}`}
        </time>
        <div>{text}</div>
      </li>
    ))}
  </ol>
);

export type Station = {
  /** "Beschluss" */
  readonly kind: string;
  /** "12. September 2024" */
  readonly date: string;
  readonly title: string;
  readonly href?: string | undefined;
  readonly text?: ComponentChildren;
  /** Someone's own words, drawn as a quotation. */
  readonly quote?: boolean | undefined;
};

// Heights of the ray at each station, in percent of the drawing: bent, as light is by glass.
const heights = [25, 73, 37, 75, 42, 66];
const height = (index: number): number => heights[index % heights.length] ?? 50;

const Ray = ({ stations }: { readonly stations: number }) => {
  const width = 1000 / stations;
  const points = Array.from(
    { length: stations },
    (_, index) => `${Math.round(width * index)} ${height(index)}`,
  );
  const last = Math.round(width * (stations - 1));
  const y = height(stations - 1);
  return (
    <svg viewBox="0 0 1000 100" preserveAspectRatio="none" aria-hidden="true" focusable="false">
      <path class="al-thread__ray" d={`M${points.join("L")}`} />
      <path class="al-thread__ray al-thread__ray--civil" d={`M${last} ${y}L1000 ${y - 30}`} />
      <path class="al-thread__ray al-thread__ray--business" d={`M${last} ${y}L1000 ${y}`} />
      <path class="al-thread__ray al-thread__ray--public" d={`M${last} ${y}L1000 ${y + 24}`} />
    </svg>
  );
};

/** The golden thread of three to six stations: a ray bent at each and split at the result. */
export const Thread = ({ stations }: { readonly stations: readonly Station[] }) => (
  <div class={`al-thread al-thread--${stations.length}`}>
    <Ray stations={stations.length} />
    <ol>
      {stations.map(({ kind, date, title, href, text, quote }, index) => (
        <li class={`al-thread__at-${index % heights.length}`}>
          <p class="al-thread__kind">
            <b>{kind}</b>
            {date}
          </p>
          {quote ? (
            <p>
              <q>{title}</q>
            </p>
          ) : (
            <h3>{href ? <a href={href}>{title}</a> : title}</h3>
          )}
          {text && <div>{text}</div>}
        </li>
      ))}
    </ol>
  </div>
);
