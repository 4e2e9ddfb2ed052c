import type { Context } from "#core/context.ts";
import { say } from "#modules/opportunities/suggestions/messages.ts";
import {
  type Answers,
  ageBands,
  companions,
  pairsOf,
  questionPaths,
  ranges,
  steps,
  times,
} from "#modules/opportunities/suggestions/paths.ts";
import { companyName, rhythmName, rhythms, skillName, skills } from "#modules/opportunities/vocabulary.ts";
import {
  accessibilities,
  accessibilityName,
  fieldName,
  fields,
  languageName,
  spokenLanguages,
  targetGroupName,
  targetGroups,
} from "#modules/organizations/vocabulary.ts";
import { CheckboxGroup, options, RadioGroup } from "#ui/choices.tsx";
import { Steps } from "#ui/facts.tsx";
import { HiddenField, TextField } from "#ui/fields.tsx";
import { Form } from "#ui/form.tsx";
import { Actions, More, Stack, Title } from "#ui/page.tsx";

type Props = { readonly ctx: Context; readonly answers: Answers };

const people = targetGroups.filter((code) => code !== "everyone");

const Time = ({ ctx }: Props) => (
  <>
    <CheckboxGroup
      name="zeit"
      label={say(ctx)("zeit")}
      options={options(times, (code) => say(ctx)(`zeit_${code}`))}
    />
    <CheckboxGroup
      name="rhythmus"
      label={say(ctx)("rhythmus")}
      options={options(rhythms, (code) => rhythmName(ctx, code))}
    />
  </>
);

const Liking = ({ ctx }: Props) => (
  <CheckboxGroup
    name="gern"
    label={say(ctx)("gern")}
    hint={say(ctx)("gernHint")}
    options={options(skills, (code) => skillName(ctx, code))}
  />
);

const ForWhom = ({ ctx, answers }: Props) => (
  <>
    <CheckboxGroup
      name="fuer"
      label={say(ctx)("fuer")}
      options={options(people, (code) => targetGroupName(ctx, code))}
    />
    <More summary={say(ctx)("feldMore")} open={answers.feld.length > 0}>
      <CheckboxGroup
        name="feld"
        label={say(ctx)("feld")}
        options={options(fields, (code) => fieldName(ctx, code))}
      />
    </More>
  </>
);

const Way = ({ ctx }: Props) => (
  <>
    <TextField
      name="plz"
      label={say(ctx)("plz")}
      hint={say(ctx)("plzHint")}
      optional
      width="short"
      maximum={5}
      autocomplete="postal-code"
    />
    <RadioGroup
      name="umkreis"
      label={say(ctx)("umkreis")}
      optional
      options={options(ranges, (code) => say(ctx)(`umkreis_${code}`))}
    />
  </>
);

const Company = ({ ctx }: Props) => (
  <>
    <RadioGroup
      name="mit"
      label={say(ctx)("mit")}
      optional
      options={options(companions, (code) => companyName(ctx, code))}
    />
    <CheckboxGroup
      name="sprachen"
      label={say(ctx)("sprachen")}
      hint={say(ctx)("sprachenHint")}
      options={options(spokenLanguages, (code) => languageName(ctx, code))}
    />
  </>
);

const Besides = ({ ctx, answers }: Props) => (
  <>
    <RadioGroup
      name="alter"
      label={say(ctx)("alter")}
      optional
      options={options(ageBands, (code) => say(ctx)(`alter_${code}`))}
    />
    <CheckboxGroup
      name="braucht"
      label={say(ctx)("braucht")}
      options={options(accessibilities, (code) => accessibilityName(ctx, code))}
    />
    <More summary={say(ctx)("nichtMore")} open={answers.nicht.length > 0}>
      <CheckboxGroup
        name="nicht"
        label={say(ctx)("nicht")}
        options={options(people, (code) => targetGroupName(ctx, code))}
      />
    </More>
  </>
);

const questions = [Time, Liking, ForWhom, Way, Company, Besides];

const titleOf = (ctx: Context, step: number): string => say(ctx)(`step_${step as 1 | 2 | 3 | 4 | 5 | 6}`);

/** One of the six questions: everything before stays in the address, so going back loses nothing. */
export const QuestionPage = ({ ctx, answers, step }: Props & { readonly step: number }) => {
  const words = say(ctx);
  const own = steps[step - 1] ?? [];
  const Question = questions[step - 1] ?? Time;
  const last = step === steps.length;
  const onward = last ? questionPaths.result(answers, own) : questionPaths.step(step + 1, answers, own);
  const values = Object.fromEntries(own.map((name) => [name, answers[name]]));
  return (
    <Stack wide>
      <Title
        heading={titleOf(ctx, step)}
        kind={words("progress", { n: step, all: steps.length })}
        lead={step === 1 ? words("lead") : undefined}
      />
      <Form
        ctx={ctx}
        method="get"
        action={last ? "/helfen/vorschlaege" : "/helfen"}
        submit={words(last ? "toResult" : "next")}
        form={{ values, errors: {} }}
        cancel={{ href: onward, label: words("skip") }}
        next={words("privacy")}
      >
        {pairsOf(answers, own).map(([name, value]) => (
          <HiddenField name={name} value={value} />
        ))}
        {!last && <HiddenField name="schritt" value={String(step + 1)} />}
        <Question ctx={ctx} answers={answers} />
      </Form>
      <Actions>
        {step > 1 && <a href={questionPaths.step(step - 1, answers)}>{words("back")}</a>}
        {!last && <a href={questionPaths.result(answers)}>{words("straight")}</a>}
      </Actions>
      <Steps
        ctx={ctx}
        steps={steps.map((_, index) => ({
          label: titleOf(ctx, index + 1),
          state: index + 1 < step ? "done" : index + 1 === step ? "current" : "ahead",
          href: index + 1 === step ? undefined : questionPaths.step(index + 1, answers),
        }))}
      />
    </Stack>
  );
};
