import { holds } from "#methods/expression-value.ts";
import { fieldOf } from "#methods/questionnaire-form.ts";
import { RadioGroup, Select } from "./choices.tsx";
import { say } from "./messages.ts";
import { common, labelOf, type Of, optionsOf, words } from "./question-words.ts";
import { useScope } from "./scope.ts";

/** A table of questions: each line is a group of its own, which can be read aloud and fits a phone. */
export const Matrix = ({ question, drawing }: Of<"matrix">) => {
  const scope = useScope();
  const options = optionsOf(question, drawing);
  const hint = words(drawing, question.hint);
  return (
    <fieldset class="al-fieldset" id={`${scope.id}-${fieldOf(question.name)}`}>
      <legend>{labelOf(question, drawing)}</legend>
      <p class="al-soft">{hint || say(scope.ctx)("chooseLine")}</p>
      {question.rows
        .filter(({ when }) => holds(when, drawing.asked))
        .map((row) => (
          <RadioGroup
            name={fieldOf(question.name, row.name)}
            label={words(drawing, row.label)}
            options={options}
            optional={!question.required}
            row
          />
        ))}
    </fieldset>
  );
};

/** From one end to the other. */
export const Scale = ({ question, drawing }: Of<"scale">) => {
  const text = say(useScope().ctx);
  const [low, high] = [words(drawing, question.low), words(drawing, question.high)];
  const ends = low && high ? text("scaleEnds", { from: question.from, low, to: question.to, high }) : "";
  const steps = Array.from({ length: Math.min(question.to - question.from + 1, 101) }, (_, n) =>
    String(question.from + n),
  );
  const options = steps.map((value) => ({ value, label: value }));
  const props = { ...common(question, drawing, ends), options };
  return steps.length > 12 ? <Select {...props} /> : <RadioGroup {...props} row />;
};

/** What comes first, second, third. */
export const Ranking = ({ question, drawing }: Of<"ranking">) => {
  const scope = useScope();
  const text = say(scope.ctx);
  const limit = question.most === undefined ? "" : text("rankMost", { n: question.most });
  const options = optionsOf(question, drawing);
  const places = options
    .slice(0, question.most)
    .map((_, index) => ({ value: String(index + 1), label: `${index + 1}.` }));
  return (
    <fieldset class="al-fieldset" id={`${scope.id}-${fieldOf(question.name)}`}>
      <legend>{labelOf(question, drawing)}</legend>
      <p class="al-soft">
        {[words(drawing, question.hint), text("rankHint"), limit].filter(Boolean).join(" ")}
      </p>
      {options.map(({ value, label }) => (
        <Select name={fieldOf(question.name, value)} label={label} options={places} blank="–" optional />
      ))}
    </fieldset>
  );
};
