import type { ComponentChildren } from "preact";

export type ButtonKind = "primary" | "secondary" | "tertiary";
/** A key of the desk that presses this, see `enhance/desk.ts`. */
export type ShortKey = "E" | "V" | "Z";

type ButtonProps = {
  readonly kind?: ButtonKind | undefined;
  readonly name?: string | undefined;
  readonly value?: string | undefined;
  readonly shortKey?: ShortKey | undefined;
  readonly children?: ComponentChildren;
};

/** Sends the form it stands in. Its words say what happens: "Angebote zeigen", never "Absenden". */
export const Button = ({ kind = "primary", name, value, shortKey, children }: ButtonProps) => (
  <button
    class={`kern-btn kern-btn--${kind}`}
    type="submit"
    name={name}
    value={value}
    aria-keyshortcuts={shortKey}
  >
    <span class="kern-label">{children}</span>
  </button>
);

type ButtonLinkProps = {
  readonly href: string;
  readonly kind?: ButtonKind | undefined;
  readonly shortKey?: ShortKey | undefined;
  readonly children?: ComponentChildren;
};

/** A link that is the action of its page. */
export const ButtonLink = ({ href, kind = "primary", shortKey, children }: ButtonLinkProps) => (
  <a class={`kern-btn kern-btn--${kind}`} href={href} aria-keyshortcuts={shortKey}>
    <span class="kern-label">{children}</span>
  </a>
);

type ActionFormProps = {
  readonly action: string;
  readonly label: ComponentChildren;
  /** What the action is done to; said to screen readers, where the row cannot be seen. */
  readonly object?: string | undefined;
  readonly formKey?: string | undefined;
  readonly values?: Readonly<Record<string, string>> | undefined;
  /** Without a kind: the small button of a row. */
  readonly kind?: ButtonKind | undefined;
  readonly shortKey?: ShortKey | undefined;
};

/** One button that changes something: a form of its own, so it works without scripts. */
export const ActionForm = ({
  action,
  label,
  object,
  formKey,
  values = {},
  kind,
  shortKey,
}: ActionFormProps) => (
  <form class="al-action" method="post" action={action}>
    {formKey && <input type="hidden" name="_key" value={formKey} />}
    {Object.entries(values).map(([name, value]) => (
      <input type="hidden" name={name} value={value} />
    ))}
    <button class={kind ? `kern-btn kern-btn--${kind}` : "al-do"} type="submit" aria-keyshortcuts={shortKey}>
      <span class={kind ? "kern-label" : undefined}>
        {label}
        {object && <span class="al-hidden">: {object}</span>}
      </span>
    </button>
  </form>
);

type ActionLinkProps = {
  readonly href: string;
  readonly label: ComponentChildren;
  readonly object?: string | undefined;
  readonly shortKey?: ShortKey | undefined;
};

/** The small button of a row that leads to a page instead of changing something at once. */
export const ActionLink = ({ href, label, object, shortKey }: ActionLinkProps) => (
  <a class="al-do" href={href} aria-keyshortcuts={shortKey}>
    {label}
    {object && <span class="al-hidden">: {object}</span>}
  </a>
);
