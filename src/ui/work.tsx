import type { ComponentChildren } from "preact";
import { number } from "#core/number.ts";
import { State } from "./facts.tsx";
import { UnderHeading } from "./heading.tsx";
import { type Reader, say } from "./messages.ts";

export type WorkRow = {
  readonly id: string;
  /** "Nachfrage" */
  readonly kind: string;
  readonly title: string;
  readonly href: string;
  readonly meta?: ComponentChildren;
  readonly who?: string | undefined;
  readonly due?: string | undefined;
  readonly late?: boolean | undefined;
  /** The row whose file stands beside the list. */
  readonly current?: boolean | undefined;
  /** The one next action: an `ActionForm` or `ActionLink` that names its object. */
  readonly action?: ComponentChildren;
};

export type WorkGroup = {
  readonly id: string;
  readonly heading: string;
  readonly rows: readonly WorkRow[];
  /** How many there are, when not all are shown. */
  readonly total?: number | undefined;
  readonly moreHref?: string | undefined;
};

const Row = ({ ctx, row }: { ctx: Reader; row: WorkRow }) => (
  <li id={row.id} aria-current={row.current ? "true" : undefined} data-row>
    <span class="al-work__kind">{row.kind}</span>
    <div class="al-work__what">
      <a href={row.href}>{row.title}</a>
      {row.meta && <p class="al-work__meta">{row.meta}</p>}
    </div>
    <span class="al-work__who">{row.who ?? say(ctx)("nobody")}</span>
    <span class="al-work__due">{row.late ? <State kind="late">{row.due}</State> : row.due}</span>
    <span class="al-work__act">{row.action}</span>
  </li>
);

/** What waits, in groups; a group without rows is not drawn. */
export const WorkList = ({
  ctx,
  groups,
}: {
  readonly ctx: Reader;
  readonly groups: readonly WorkGroup[];
}) => (
  <>
    {groups
      .filter(({ rows }) => rows.length > 0)
      .map(({ id, heading, rows, total, moreHref }) => {
        const hidden = (total ?? rows.length) - rows.length;
        return (
          <section class="al-work" aria-labelledby={id}>
            <h2 id={id}>
              {heading} <span>{number(ctx, total ?? rows.length)}</span>
            </h2>
            <ul>
              {rows.map((row) => (
                <Row ctx={ctx} row={row} />
              ))}
            </ul>
            {hidden > 0 && moreHref && (
              <p>
                <a class="al-work__more" href={moreHref}>
                  {say(ctx)("more", { n: hidden })}
                </a>
              </p>
            )}
          </section>
        );
      })}
  </>
);

export type View = {
  readonly href: string;
  readonly label: string;
  readonly count?: number | undefined;
  readonly current?: boolean | undefined;
};

/** The same list, seen differently: all, mine, nobody's, done. */
export const Views = ({ ctx, views }: { readonly ctx: Reader; readonly views: readonly View[] }) => (
  <nav class="al-views" aria-label={say(ctx)("views")}>
    {views.map(({ href, label, count, current }) => (
      <a href={href} aria-current={current ? "page" : undefined}>
        {label} {count !== undefined && number(ctx, count)}
      </a>
    ))}
  </nav>
);

type DeskProps = {
  readonly heading: string;
  readonly lead?: ComponentChildren;
  readonly views?: ComponentChildren;
  readonly file?: ComponentChildren;
  readonly children?: ComponentChildren;
};

/** A page of the office: heading and views, the list, and the file beside it. */
export const Desk = ({ heading, lead, views, file, children }: DeskProps) => (
  <div class={file ? "al-desk al-desk--file" : "al-desk"}>
    <div>
      <div class="al-desk__head">
        <h1>{heading}</h1>
        {views}
      </div>
      {lead && <p class="al-soft">{lead}</p>}
      {children}
    </div>
    {file}
  </div>
);

type FileProps = {
  readonly kind?: string | undefined;
  readonly heading: ComponentChildren;
  readonly lead?: ComponentChildren;
  readonly foot?: ComponentChildren;
  readonly children?: ComponentChildren;
};

/** Everything about the one thing in hand; beside the list, below it on a phone. */
export const File = ({ kind, heading, lead, foot, children }: FileProps) => (
  <aside class="al-file" id="akte" aria-labelledby="akte-titel">
    <div>
      {kind && <p class="al-soft al-small">{kind}</p>}
      <h2 id="akte-titel">{heading}</h2>
      {lead && <p>{lead}</p>}
    </div>
    <UnderHeading>{children}</UnderHeading>
    {foot && <p class="al-small al-soft">{foot}</p>}
  </aside>
);

/** A part of a file under its small heading. */
export const FilePart = ({
  heading,
  children,
}: {
  readonly heading: string;
  readonly children?: ComponentChildren;
}) => (
  <div>
    <h3>{heading}</h3>
    {children}
  </div>
);

/** The short keys in words; shown by the script that makes them work. */
export const Keys = ({ ctx }: { readonly ctx: Reader }) => {
  const words = say(ctx);
  const keys = [
    [["J", "K"], words("keyNext")],
    [["Enter"], words("keyOpen")],
    [["E"], words("keyDone")],
    [["V"], words("keyLater")],
    [["Z"], words("keyAssign")],
    [["/"], words("keySearch")],
  ] as const;
  return (
    <ul class="al-keys" aria-label={words("keys")} data-keys hidden>
      {keys.map(([names, meaning]) => (
        <li>
          {names.map((name) => (
            <>
              <kbd>{name}</kbd>{" "}
            </>
          ))}
          {meaning}
        </li>
      ))}
      <li>
        <kbd>?</kbd>{" "}
        <button class="al-link" type="button" aria-pressed="true" data-keys-switch>
          {words("keyAll")}
        </button>
      </li>
    </ul>
  );
};
