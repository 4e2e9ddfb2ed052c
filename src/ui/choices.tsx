import type { ComponentChildren } from "preact";
import { type FieldProps, Labeled, Optional, Remarks, useField } from "./field.tsx";
import { say } from "./messages.ts";
import { typed, useScope } from "./scope.ts";

export type Option = {
  readonly value: string;
  readonly label: ComponentChildren;
  readonly hint?: ComponentChildren;
};

/** A closed list of codes as options, each under its name. */
export const options = <Code extends string>(
  codes: readonly Code[],
  name: (code: Code) => string,
): { readonly value: Code; readonly label: string }[] =>
  codes.map((value) => ({ value, label: name(value) }));

type SelectProps = FieldProps & {
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly value?: string | undefined;
  /** The words of the empty choice; `false` where the first option is a good answer. */
  readonly blank?: string | false | undefined;
  readonly autocomplete?: string | undefined;
};

/** One of many. Up to five: better a RadioGroup, where all can be seen. */
export const Select = ({ name, label, hint, optional, options, value, blank, autocomplete }: SelectProps) => {
  const scope = useScope();
  const { error, ...described } = useField({ name, hint });
  const chosen = typed(scope, name, value)[0];
  return (
    <Labeled id={described.id} label={label} hint={hint} optional={optional} error={error}>
      <select {...described} name={name} required={!optional && blank !== false} autoComplete={autocomplete}>
        {blank !== false && <option value="">{blank ?? say(scope.ctx)("choose")}</option>}
        {options.map((option) => (
          <option value={option.value} selected={option.value === chosen}>
            {option.label}
          </option>
        ))}
      </select>
    </Labeled>
  );
};

type BoxProps = {
  readonly kind: "checkbox" | "radio";
  readonly id: string;
  readonly name: string;
  readonly value: string;
  readonly checked: boolean;
  readonly label: ComponentChildren;
  readonly hint?: ComponentChildren;
  readonly required?: boolean | undefined;
  readonly describedBy?: string | undefined;
  readonly invalid?: "true" | undefined;
};

const Box = ({ kind, id, name, value, checked, label, hint, required, describedBy, invalid }: BoxProps) => {
  const described = [describedBy, hint ? `${id}-note` : ""].filter(Boolean).join(" ");
  return (
    <div class="al-check">
      <input
        type={kind}
        id={id}
        name={name}
        value={value}
        checked={checked}
        required={required}
        aria-describedby={described || undefined}
        aria-invalid={invalid}
      />
      <label for={id}>
        {label}
        {hint && (
          <span class="al-check__hint" id={`${id}-note`}>
            {hint}
          </span>
        )}
      </label>
    </div>
  );
};

type CheckboxProps = FieldProps & {
  readonly value?: string | undefined;
  readonly checked?: boolean | undefined;
};

/** A single yes. It is voluntary unless `optional={false}` says that nothing goes on without it. */
export const Checkbox = ({ name, label, hint, optional = true, value = "on", checked }: CheckboxProps) => {
  const scope = useScope();
  const { error, ...described } = useField({ name, hint: undefined });
  return (
    <div class={error ? "al-field al-field--wrong" : "al-field"}>
      <Remarks id={described.id} error={error} />
      <Box
        kind="checkbox"
        id={described.id}
        name={name}
        value={value}
        checked={typed(scope, name, checked ? value : undefined).includes(value)}
        label={label}
        hint={hint}
        required={!optional}
        describedBy={described["aria-describedby"]}
        invalid={described["aria-invalid"]}
      />
    </div>
  );
};

type GroupProps = FieldProps & {
  readonly options: readonly Option[];
  /** Side by side where there is room: for short answers. */
  readonly row?: boolean | undefined;
};

const Group = ({
  kind,
  name,
  label,
  hint,
  optional,
  options,
  row,
  chosen,
}: GroupProps & { kind: BoxProps["kind"]; chosen: readonly string[] }) => {
  const { error, ...described } = useField({ name, hint });
  const style = ["al-field al-fields", row && "al-fields--row", error && "al-field--wrong"]
    .filter(Boolean)
    .join(" ");
  return (
    <fieldset class={style} aria-describedby={described["aria-describedby"]}>
      <legend>
        {label}
        {optional && <Optional />}
      </legend>
      <Remarks id={described.id} hint={hint} error={error} />
      <div class="al-fields__options">
        {options.map((option, index) => (
          <Box
            kind={kind}
            // The first answer carries the field's own id: the summary of errors leads there.
            id={index === 0 ? described.id : `${described.id}-${index}`}
            name={name}
            value={option.value}
            checked={chosen.includes(option.value)}
            label={option.label}
            hint={option.hint}
            required={kind === "radio" && !optional}
            invalid={described["aria-invalid"]}
          />
        ))}
      </div>
    </fieldset>
  );
};

/** Any number of answers. */
export const CheckboxGroup = ({
  value,
  ...group
}: GroupProps & { readonly value?: readonly string[] | undefined }) => (
  <Group {...group} kind="checkbox" chosen={typed(useScope(), group.name, value)} />
);

/** One answer of a few, all of them visible. */
export const RadioGroup = ({ value, ...group }: GroupProps & { readonly value?: string | undefined }) => (
  <Group {...group} kind="radio" chosen={typed(useScope(), group.name, value)} />
);

type FieldsetProps = {
  readonly legend: ComponentChildren;
  readonly hint?: ComponentChildren;
  readonly children?: ComponentChildren;
};

/** Fields that belong together under one heading. */
export const Fieldset = ({ legend, hint, children }: FieldsetProps) => (
  <fieldset class="al-fieldset">
    <legend>{legend}</legend>
    {hint && <p class="al-soft">{hint}</p>}
    {children}
  </fieldset>
);
