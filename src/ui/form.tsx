import type { ComponentChildren } from "preact";
import { blank, type Filled } from "#core/input.ts";
import { Button } from "./button.tsx";
import { Icon } from "./icon.tsx";
import type { Link } from "./link.ts";
import { type Reader, say } from "./messages.ts";
import { FormScope, fieldId } from "./scope.ts";

type SummaryProps = { readonly ctx: Reader; readonly form: Filled; readonly id?: string | undefined };

/** What to put right, each a link to its field. Drawn by `Form`; a page may draw it again on top. */
export const ErrorSummary = ({ ctx, form, id = "f" }: SummaryProps) => {
  const errors = Object.entries(form.errors);
  if (errors.length === 0) return null;
  const words = say(ctx);
  return (
    <div class="al-errors" role="alert" tabIndex={-1} aria-labelledby={`${id}-errors`}>
      <h2 id={`${id}-errors`}>
        <Icon name="late" />
        {words("errorSummary", { n: errors.length })}
      </h2>
      <ul>
        {errors.map(([name, sentence]) => (
          <li>{name === "" ? sentence : <a href={`#${fieldId({ id }, name)}`}>{sentence}</a>}</li>
        ))}
      </ul>
      <p class="al-small">{words("errorSummaryText")}</p>
    </div>
  );
};

type FormProps = {
  readonly ctx: Reader;
  readonly action: string;
  readonly method?: "post" | "get" | undefined;
  /** The words of the main button: what happens. */
  readonly submit: ComponentChildren;
  /** A second way on the same page stands back: one primary button a view. */
  readonly quiet?: boolean | undefined;
  readonly form?: Filled | undefined;
  /** Sent as `_key`: the same form sent twice is done once. */
  readonly formKey?: string | undefined;
  /** Only where a page has two forms with fields of the same name. */
  readonly id?: string | undefined;
  readonly label?: string | undefined;
  readonly files?: boolean | undefined;
  /** What happens next, said beside the button. */
  readonly next?: ComponentChildren;
  readonly secondary?:
    | readonly { readonly label: string; readonly name: string; readonly value: string }[]
    | undefined;
  readonly cancel?: Link | undefined;
  /** Filters need no room between fields and no measure. */
  readonly narrow?: boolean | undefined;
  readonly children?: ComponentChildren;
};

/** A form that works without scripts and comes back with every word that was typed. */
export const Form = (props: FormProps) => {
  const { ctx, action, method = "post", submit, form = blank, formKey, id = "f", label, files } = props;
  return (
    <FormScope.Provider value={{ ctx, form, id, narrow: props.narrow }}>
      <form
        class={props.narrow ? "al-form al-form--narrow" : "al-form"}
        action={action}
        method={method}
        encType={files ? "multipart/form-data" : undefined}
        aria-label={label}
        noValidate
        {...(method === "post" ? { "data-kept": say(ctx)("kept"), "data-offline": say(ctx)("offline") } : {})}
      >
        {formKey && <input type="hidden" name="_key" value={formKey} />}
        <ErrorSummary ctx={ctx} form={form} id={id} />
        {props.children}
        <div class="al-actions">
          <Button kind={props.quiet ? "secondary" : "primary"}>{submit}</Button>
          {props.secondary?.map(({ label: words, name, value }) => (
            <Button kind="secondary" name={name} value={value}>
              {words}
            </Button>
          ))}
          {props.cancel && <a href={props.cancel.href}>{props.cancel.label}</a>}
        </div>
        {props.next && <p class="al-soft">{props.next}</p>}
      </form>
    </FormScope.Provider>
  );
};
