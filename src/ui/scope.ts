import { createContext } from "preact";
import { useContext } from "preact/hooks";
import type { Filled } from "#core/input.ts";
import type { Reader } from "./messages.ts";

/** What the fields of a form know of it: whose language, what was typed, what was wrong. */
export type Scope = {
  readonly ctx: Reader;
  readonly form: Filled;
  readonly id: string;
  /** In a filter everything is optional, so nothing says it. */
  readonly narrow?: boolean | undefined;
};

/** Given by `Form`, so that no field can show another form's value or forget its error. */
export const FormScope = createContext<Scope | undefined>(undefined);

export const useScope = (): Scope => {
  const scope = useContext(FormScope);
  if (!scope) throw new Error("A field stands outside of a Form.");
  return scope;
};

/** The id of a field: the summary of errors links to it. */
export const fieldId = (scope: Pick<Scope, "id">, name: string): string => `${scope.id}-${name}`;

/** What was typed; before anything was sent, what the page suggests. */
export const typed = (
  { form }: Scope,
  name: string,
  suggested: string | readonly string[] | undefined,
): readonly string[] => {
  const known = form.values[name];
  if (known !== undefined) return typeof known === "string" ? [known] : known;
  // A box that was unticked is missing from what was sent; the suggestion must not tick it again.
  const wasSent = Object.keys(form.values).length > 0;
  if (wasSent || suggested === undefined) return [];
  return typeof suggested === "string" ? [suggested] : suggested;
};
