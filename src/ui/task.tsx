import type { ComponentChildren } from "preact";
import { ItemHeading } from "./heading.tsx";

export type Task = {
  /** "Di 24. November" */
  readonly when: string;
  /** "15–17 Uhr" */
  readonly time?: string | undefined;
  readonly title: string;
  readonly href: string;
  readonly where?: ComponentChildren;
  /** "2 Stunden" */
  readonly long?: string | undefined;
  /** "noch 2 Plätze" */
  readonly seats?: string | undefined;
  /** One or more `Why`, or a line of states. */
  readonly reason?: ComponentChildren;
};

/** Something a person could take on: time first, then the task, then who, where and how long. */
export const TaskRow = ({ when, time, title, href, where, long, seats, reason }: Task) => (
  <li>
    <article class="al-task">
      <p class="al-task__when">
        {when} {time && <span>{time}</span>}
      </p>
      <div>
        <ItemHeading>
          <a href={href}>{title}</a>
        </ItemHeading>
        {where && <p>{where}</p>}
        {reason}
      </div>
      {(long || seats) && (
        <p class="al-task__long">
          {long && <b>{long}</b>} {seats && <span>{seats}</span>}
        </p>
      )}
    </article>
  </li>
);

/** The list of such rows; `ordered` where the order means something, as with suggestions. */
export const TaskList = ({
  tasks,
  ordered,
}: {
  readonly tasks: readonly Task[];
  readonly ordered?: boolean | undefined;
}) => {
  const rows = tasks.map((task) => <TaskRow {...task} />);
  return ordered ? <ol class="al-tasks">{rows}</ol> : <ul class="al-tasks">{rows}</ul>;
};

export type Item = {
  readonly title: string;
  readonly href?: string | undefined;
  /** The quiet line above the title: kind, sector, date. */
  readonly kind?: ComponentChildren;
  readonly text?: ComponentChildren;
  /** At the end of the row: a state, a number, a button. */
  readonly end?: ComponentChildren;
};

/** Any other list: a title that leads on, a line or two, and what stands at its end. */
export const ItemList = ({ items }: { readonly items: readonly Item[] }) => (
  <ul class="al-items">
    {items.map(({ title, href, kind, text, end }) => (
      <li>
        <div>
          {kind && <p class="al-soft al-small">{kind}</p>}
          <ItemHeading>{href ? <a href={href}>{title}</a> : title}</ItemHeading>
          {text && <div>{text}</div>}
        </div>
        {end && <div class="al-items__end">{end}</div>}
      </li>
    ))}
  </ul>
);
