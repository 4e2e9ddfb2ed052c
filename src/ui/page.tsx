import type { ComponentChildren } from "preact";
import { UnderHeading } from "./heading.tsx";
import { Icon } from "./icon.tsx";
import type { Link } from "./link.ts";
import { Glass } from "./mark.tsx";

type Children = { readonly children?: ComponentChildren };
type Words = ComponentChildren;

type TitleProps = Children & {
  readonly heading: Words;
  readonly lead?: Words;
  /** A quiet line above the heading: the kind of thing, a file number. */
  readonly kind?: Words;
};

/** The one `h1` of a page, what it is for, and at most one line of actions. */
export const Title = ({ heading, lead, kind, children }: TitleProps) => (
  <div class="al-title">
    <div>
      {kind && <p class="al-title__kind">{kind}</p>}
      <h1>{heading}</h1>
    </div>
    {lead && <p class="al-title__lead">{lead}</p>}
    {children}
  </div>
);

type HeadingProps = {
  readonly id: string;
  readonly heading: Words;
  readonly link?: Link | undefined;
  /** A quiet remark instead of a link: "Stand 31. Oktober 2026". */
  readonly aside?: Words;
};

const Head = ({ id, heading, link, aside }: HeadingProps) => (
  <div class="al-head">
    <h2 id={id}>{heading}</h2>
    {aside && <p class="al-soft al-small">{aside}</p>}
    {link && <a href={link.href}>{link.label}</a>}
  </div>
);

type SectionProps = Children & HeadingProps & { readonly space?: "wide" | "none" | undefined };

/** A part of a page under its heading and a strong line. */
export const Section = ({ id, heading, link, aside, space = "wide", children }: SectionProps) => (
  <section class={space === "wide" ? "al-section" : undefined} aria-labelledby={id}>
    <Head id={id} heading={heading} link={link} aside={aside} />
    <UnderHeading>{children}</UnderHeading>
  </section>
);

/** Paragraphs with even space between them. */
export const Stack = ({ wide, children }: Children & { readonly wide?: boolean | undefined }) => (
  <div class={wide ? "al-stack al-stack--wide" : "al-stack"}>{children}</div>
);

/** Equal columns, as many as fit. */
export const Columns = ({ children }: Children) => <div class="al-columns">{children}</div>;

/** The main thing and, beside it on wide screens, what goes with it. */
export const TwoColumns = ({ children }: Children) => <div class="al-two">{children}</div>;

/** A list with its filters: filters on the left, above it on a phone. */
export const SideBySide = ({ side, children }: Children & { readonly side: ComponentChildren }) => (
  <div class="al-side">
    <div class="al-side__filters">{side}</div>
    <div>{children}</div>
  </div>
);

type FrontProps = Children & {
  readonly name: string;
  readonly nameSorbian?: string | undefined;
  readonly lead: Words;
};

/** The front page's head: the town's name in large letters, and the way in beside it. */
export const Front = ({ name, nameSorbian, lead, children }: FrontProps) => (
  <div class="al-front">
    <div>
      <h1 class={name.length > 12 ? "al-front__name al-front__name--long" : "al-front__name"}>
        {name} {nameSorbian && <span lang="hsb">{nameSorbian}</span>}
      </h1>
      <p class="al-front__lead">{lead}</p>
    </div>
    {children}
  </div>
);

export type Answer = { readonly href: string; readonly label: string; readonly hint?: string | undefined };

type WayProps = {
  readonly id: string;
  readonly heading: string;
  readonly question: string;
  readonly answers: readonly Answer[];
};

/** The one filled panel: a question with two to four answers that lead on. At most one a page. */
export const Way = ({ id, heading, question, answers }: WayProps) => (
  <section class="al-way" aria-labelledby={id}>
    <Glass />
    <h2 id={id}>{heading}</h2>
    <p>{question}</p>
    <ul>
      {answers.map(({ href, label, hint }) => (
        <li>
          <a href={href}>
            <span>
              {label} {hint && <small>{hint}</small>}
            </span>
            <Icon name="arrow" />
          </a>
        </li>
      ))}
    </ul>
  </section>
);

type NoteProps = Children & { readonly id: string; readonly heading?: Words };

/** The honest sentence of a page, with its cut corner. One a page; other hints are plain text. */
export const Note = ({ id, heading, children }: NoteProps) => (
  <aside class="al-note al-stack" aria-labelledby={heading ? id : undefined} id={heading ? undefined : id}>
    {heading && <h2 id={id}>{heading}</h2>}
    {heading ? <UnderHeading>{children}</UnderHeading> : children}
  </aside>
);

export type Door = { readonly heading: string; readonly text: string; readonly link: Link };

/** Two to four ways for other people than the one the page speaks to. */
export const Doors = ({ doors }: { readonly doors: readonly Door[] }) => (
  <ul class="al-doors">
    {doors.map(({ heading, text, link }) => (
      <li>
        <h3>{heading}</h3>
        <p>{text}</p>
        <a href={link.href}>{link.label}</a>
      </li>
    ))}
  </ul>
);

/** Text that people wrote with a formatting editor. The caller has sanitized it. */
export const Prose = ({ html, lang }: { readonly html: string; readonly lang?: string | undefined }) => (
  <div class="al-prose" lang={lang} dangerouslySetInnerHTML={{ __html: html }} />
);

type EmptyProps = Children & { readonly heading: Words };

/** Nothing here yet: says so, says why, and offers the next step. */
export const Empty = ({ heading, children }: EmptyProps) => (
  <div class="al-empty al-stack">
    <p class="al-empty__heading">{heading}</p>
    {children}
  </div>
);

/** More of the same for those who want it; never the task itself. */
export const More = ({
  summary,
  open,
  children,
}: Children & { readonly summary: Words; readonly open?: boolean | undefined }) => (
  <details open={open}>
    <summary>{summary}</summary>
    {children}
  </details>
);

/** What one can do here, side by side; the first is the main one. */
export const Actions = ({ children }: Children) => <div class="al-actions">{children}</div>;
