import type { ComponentChildren } from "preact";
import { type Clock, dayNumber, isoDay, month, type When } from "#core/date.ts";
import { ItemHeading } from "./heading.tsx";

export type DatedEvent = {
  readonly when: When;
  readonly title: string;
  readonly href: string;
  /** "18 Uhr · Gasthaus Zur Glashütte · ohne Anmeldung" */
  readonly text?: ComponentChildren;
};

/** What is ahead, day by day. */
export const DateList = ({
  ctx,
  events,
}: {
  readonly ctx: Clock;
  readonly events: readonly DatedEvent[];
}) => (
  <ul class="al-dates">
    {events.map(({ when, title, href, text }) => (
      <li>
        <time dateTime={when instanceof Date ? when.toISOString() : isoDay(when)}>
          <b>{dayNumber(when)}</b> {month(ctx, when)}
        </time>
        <div>
          <ItemHeading>
            <a href={href}>{title}</a>
          </ItemHeading>
          {text && <p>{text}</p>}
        </div>
      </li>
    ))}
  </ul>
);
