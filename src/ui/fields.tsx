import type { InputHTMLAttributes } from "preact";
import { type FieldProps, Labeled, useField } from "./field.tsx";
import { say } from "./messages.ts";
import { typed, useScope } from "./scope.ts";

type Width = "short" | "medium";
type InputProps = FieldProps & {
  /** What the page suggests before anything was sent. */
  readonly value?: string | undefined;
  readonly autocomplete?: string | undefined;
  readonly width?: Width | undefined;
};
type Control = {
  readonly control: InputHTMLAttributes;
  readonly secret?: boolean | undefined;
  /** What the browser offers while somebody types; anything else may be typed as well. */
  readonly suggestions?: readonly string[] | undefined;
};

const listOf = (name: string): string => `${name}-suggestions`;

const Input = ({
  name,
  label,
  hint,
  optional,
  value,
  autocomplete,
  width,
  control,
  secret,
  suggestions,
}: InputProps & Control) => {
  const scope = useScope();
  const { error, ...described } = useField({ name, hint });
  return (
    <Labeled id={described.id} label={label} hint={hint} optional={optional} error={error}>
      <input
        {...control}
        {...described}
        name={name}
        // A password is never sent back to the page it came from.
        value={secret ? undefined : typed(scope, name, value)[0]}
        required={!optional}
        autoComplete={autocomplete}
        class={width && `al-input--${width}`}
      />
      {suggestions && (
        <datalist id={listOf(name)}>
          {suggestions.map((suggestion) => (
            <option value={suggestion} />
          ))}
        </datalist>
      )}
    </Labeled>
  );
};

// One literal each: the types of Preact tell the kinds of inputs apart by it.
const controls = {
  text: { type: "text" },
  search: { type: "search" },
  tel: { type: "tel" },
  email: { type: "email", spellcheck: false },
  url: { type: "url", spellcheck: false },
  password: { type: "password", spellcheck: false },
} satisfies Readonly<Record<string, InputHTMLAttributes>>;

type TextFieldProps = InputProps & {
  readonly type?: keyof typeof controls | undefined;
  readonly maximum?: number | undefined;
  readonly suggestions?: Control["suggestions"];
  /** One begins to type here: for pages that do nothing else, again and again. */
  readonly focus?: boolean | undefined;
};

/** One line of text: a name, an address, a password. */
export const TextField = ({ type = "text", maximum, focus, suggestions, ...field }: TextFieldProps) => (
  <Input
    {...field}
    secret={type === "password"}
    suggestions={suggestions}
    control={{
      ...(suggestions ? { ...controls.text, list: listOf(field.name) } : controls[type]),
      maxLength: maximum,
      autofocus: focus,
    }}
  />
);

/** A number. Free text with a number pad: browsers' own number fields lose what they do not understand. */
export const NumberField = ({
  decimal,
  ...field
}: InputProps & { readonly decimal?: boolean | undefined }) => (
  <Input
    {...field}
    width={field.width ?? "short"}
    control={{ type: "text", inputMode: decimal ? "decimal" : "numeric" }}
  />
);

type Limits = { readonly min?: string | undefined; readonly max?: string | undefined };

/** A day, sent as "2026-11-24". */
export const DateField = ({ min, max, ...field }: InputProps & Limits) => (
  <Input {...field} width="medium" control={{ type: "date", min, max }} />
);

/** An hour of the day, sent as "17:30". */
export const TimeField = ({ min, max, ...field }: InputProps & Limits) => (
  <Input {...field} width="short" control={{ type: "time", min, max }} />
);

type TextAreaProps = FieldProps & {
  readonly value?: string | undefined;
  readonly rows?: number | undefined;
  readonly maximum?: number | undefined;
};

/** Several lines of text. */
export const TextArea = ({ name, label, hint, optional, value, rows = 5, maximum }: TextAreaProps) => {
  const scope = useScope();
  const { error, ...described } = useField({ name, hint });
  return (
    <Labeled id={described.id} label={label} hint={hint} optional={optional} error={error}>
      <textarea
        {...described}
        name={name}
        rows={rows}
        required={!optional}
        {...(maximum ? { maxLength: maximum } : {})}
      >
        {typed(scope, name, value)[0]}
      </textarea>
    </Labeled>
  );
};

type FileFieldProps = FieldProps & {
  /** As the browser wants it: ".pdf,.jpg". */
  readonly accept: string;
  /** As people read it: "PDF, JPG". */
  readonly kinds: string;
  readonly megabytes: number;
  readonly several?: boolean | undefined;
};

/** A file from the reader's device; its limits are said before, not after. */
export const FileField = ({
  name,
  label,
  hint,
  optional,
  accept,
  kinds,
  megabytes,
  several,
}: FileFieldProps) => {
  const { ctx } = useScope();
  const words = say(ctx);
  const rules = (
    <>
      {hint} {words("fileKinds", { kinds })} {words("fileLimit", { megabytes })}
    </>
  );
  const { error, ...described } = useField({ name, hint: rules });
  return (
    <Labeled id={described.id} label={label} hint={rules} optional={optional} error={error}>
      <input {...described} type="file" name={name} accept={accept} multiple={several} required={!optional} />
    </Labeled>
  );
};

/** A value that travels with the form and is not asked. */
export const HiddenField = ({ name, value }: { readonly name: string; readonly value: string }) => (
  <input type="hidden" name={name} value={value} />
);
