import { fieldOf } from "#methods/questionnaire-form.ts";
import { Select } from "./choices.tsx";
import { Labeled, useField } from "./field.tsx";
import { say } from "./messages.ts";
import { common, type Of } from "./question-words.ts";
import { typed, useScope } from "./scope.ts";

/** The id of the list of all organizations, which stands once on a page. */
export const directoryId = "verzeichnis";

/** Organizations by their names; who is not in the directory is written out. */
export const Organization = ({ question, drawing }: Of<"organization">) => {
  const scope = useScope();
  const text = say(scope.ctx);
  const name = fieldOf(question.name);
  const { error, ...described } = useField({ name, hint: "x" });
  const given = typed(scope, name, undefined);
  const lines = question.several ? Math.max(3, given.length + 2) : 1;
  const { label, hint } = common(question, drawing, text("organizationHint"));
  return (
    <Labeled id={described.id} label={label} hint={hint} optional={!question.required} error={error}>
      {Array.from({ length: lines }, (_, line) => (
        <input
          {...(line === 0 ? described : { "aria-label": text("organizationNumber", { n: line + 1 }) })}
          name={name}
          type="text"
          list={directoryId}
          autoComplete="off"
          maxLength={300}
          value={given[line]}
        />
      ))}
    </Labeled>
  );
};

/** One of the municipalities around, or somewhere else. */
export const Municipality = ({ question, drawing }: Of<"municipality">) => (
  <Select
    {...common(question, drawing)}
    options={[
      ...drawing.municipalities.map(({ key, name }) => ({ value: key, label: name })),
      { value: "00000000", label: say(useScope().ctx)("elsewhere") },
    ]}
  />
);

/** The names of all organizations, once on a page that asks for one. */
export const DirectoryList = ({ names }: { readonly names: readonly string[] }) => (
  <datalist id={directoryId}>
    {names.map((name) => (
      <option value={name} />
    ))}
  </datalist>
);
