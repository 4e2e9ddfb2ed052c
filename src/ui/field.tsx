import type { ComponentChildren } from "preact";
import { Icon } from "./icon.tsx";
import { say } from "./messages.ts";
import { fieldId, useScope } from "./scope.ts";

/** What every field has. */
export type FieldProps = {
  readonly name: string;
  readonly label: ComponentChildren;
  readonly hint?: ComponentChildren;
  /** Marked "freiwillig" in words; everything else is required. */
  readonly optional?: boolean | undefined;
};

export type Described = {
  readonly id: string;
  readonly "aria-describedby"?: string;
  readonly "aria-invalid"?: "true";
};

/** The attributes that tie a control to its label, hint and error. */
export const useField = ({
  name,
  hint,
}: Pick<FieldProps, "name" | "hint">): Described & { readonly error?: string } => {
  const scope = useScope();
  const id = fieldId(scope, name);
  const error = scope.form.errors[name];
  const described = [hint ? `${id}-hint` : "", error ? `${id}-error` : ""].filter(Boolean).join(" ");
  return {
    id,
    ...(described ? { "aria-describedby": described } : {}),
    ...(error ? { "aria-invalid": "true" as const, error } : {}),
  };
};

export const Optional = () => {
  const { ctx, narrow } = useScope();
  return narrow ? null : <span class="al-optional"> ({say(ctx)("optional")})</span>;
};

type RemarksProps = {
  readonly id: string;
  readonly hint?: ComponentChildren;
  readonly error?: string | undefined;
};

/** Hint and error, both read out with the control. */
export const Remarks = ({ id, hint, error }: RemarksProps) => {
  const { ctx } = useScope();
  return (
    <>
      {hint && (
        <p class="al-field__hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {error && (
        <p class="al-field__error" id={`${id}-error`}>
          <Icon name="late" />
          <span>
            <span class="al-hidden">{say(ctx)("error")} </span>
            {error}
          </span>
        </p>
      )}
    </>
  );
};

type LabeledProps = Omit<FieldProps, "name"> & {
  readonly id: string;
  readonly error?: string | undefined;
  readonly children: ComponentChildren;
};

/** Label, hint and error above the control, so that nothing hides behind a keyboard on a phone. */
export const Labeled = ({ id, label, hint, optional, error, children }: LabeledProps) => (
  <div class={error ? "al-field al-field--wrong" : "al-field"}>
    <label for={id}>
      {label}
      {optional && <Optional />}
    </label>
    <Remarks id={id} hint={hint} error={error} />
    {children}
  </div>
);
