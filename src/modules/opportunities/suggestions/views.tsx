import type { Context } from "#core/context.ts";
import {
  companyName,
  elsewhereOf,
  longOf,
  rhythmName,
  rhythms,
  seatsOf,
  skillName,
  skills,
  whenOf,
} from "#modules/opportunities/vocabulary.ts";
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
import { ActionForm, ButtonLink } from "#ui/button.tsx";
import { CheckboxGroup, RadioGroup } from "#ui/choices.tsx";
import { Steps, Why } from "#ui/facts.tsx";
import { HiddenField, TextField } from "#ui/fields.tsx";
import { Form } from "#ui/form.tsx";
import { telephone } from "#ui/link.ts";
import { Actions, Empty, More, Note, Section, Stack, Title } from "#ui/page.tsx";
import { TaskList } from "#ui/task.tsx";
import { say } from "./messages.ts";
import { type Answers, ageBands, companions, pairsOf, questionPaths, ranges, steps, times } from "./paths.ts";
import type { Suggestion, Suggestions } from "./queries.ts";
import { confidenceInWords } from "./vocabulary.ts";

type Props = { readonly ctx: Context; readonly answers: Answers };

const options = <Code extends string>(codes: readonly Code[], name: (code: Code) => string) =>
  codes.map((value) => ({ value, label: name(value) }));

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
    <>
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
    </>
  );
};

const taskOf = (ctx: Context, { opportunity, reasons, buts }: Suggestion) => {
  const { when, time } = whenOf(ctx, opportunity);
  return {
    when,
    time: time || undefined,
    title: opportunity.title,
    href: questionPaths.show(opportunity.slug),
    where: [opportunity.organization, elsewhereOf(ctx, opportunity.placeKind) ?? opportunity.townName]
      .filter(Boolean)
      .join(" · "),
    long: longOf(ctx, opportunity),
    seats: seatsOf(ctx, opportunity),
    reason: (
      <>
        {reasons.length > 0 && <Why ctx={ctx}>{reasons.join(` ${say(ctx)("andBecause")} `)}</Why>}
        {buts.length > 0 && (
          <Why ctx={ctx} but>
            {buts.join(" ")}
          </Why>
        )}
      </>
    ),
  };
};

const Talk = ({ ctx, answers }: Props) => {
  const words = say(ctx);
  const { officePhone } = ctx.place;
  return (
    <Note id="gespraech" heading={words("talkHeading")}>
      <p>{words("talkText")}</p>
      <Actions>
        <ButtonLink href={questionPaths.ask(answers)}>{words("talk")}</ButtonLink>
        {officePhone && <a href={telephone(officePhone)}>{words("call", { phone: officePhone })}</a>}
      </Actions>
    </Note>
  );
};

const Closed = ({ ctx, closed }: { readonly ctx: Context; readonly closed: Suggestions["closed"] }) =>
  closed.length === 0 ? null : (
    <More summary={say(ctx)("closed")}>
      <ul>
        {closed.slice(0, 30).map(({ opportunity, reasons }) => (
          <li>
            <a href={questionPaths.show(opportunity.slug)}>{opportunity.title}</a>: {reasons.join(" ")}
          </li>
        ))}
      </ul>
    </More>
  );

type ResultProps = Props & { readonly result: Suggestions; readonly formKey: string };

/** What suits somebody, with the reasons; what does not, with the reasons; and then the conversation. */
export const ResultPage = ({ ctx, answers, result, formKey }: ResultProps) => {
  const words = say(ctx);
  const { suggestions, closed, confidence, total } = result;
  return (
    <>
      <Title heading={words("resultHeading")} lead={confidenceInWords(ctx, confidence)} />
      {suggestions.length === 0 && (
        <Empty heading={words("resultNone")}>
          <p>{words("resultNoneText")}</p>
        </Empty>
      )}
      <TaskList ordered tasks={suggestions.map((suggestion) => taskOf(ctx, suggestion))} />
      <Closed ctx={ctx} closed={closed} />
      <Talk ctx={ctx} answers={answers} />
      {ctx.actor.kind === "person" && (
        <Section id="merken" heading={words("remember")}>
          <Stack>
            <p>{words("rememberText")}</p>
            <RememberForm ctx={ctx} answers={answers} formKey={formKey} />
          </Stack>
        </Section>
      )}
      <Actions>
        <a href={questionPaths.step(1, answers)}>{words("change")}</a>
        <a href={questionPaths.offers(answers)}>{words("allOffers", { n: total })}</a>
      </Actions>
    </>
  );
};

const RememberForm = ({ ctx, answers, formKey }: Props & { readonly formKey: string }) => (
  <ActionForm
    action={questionPaths.remember}
    label={say(ctx)("remember")}
    formKey={formKey}
    kind="secondary"
    values={{
      antworten: new URLSearchParams(pairsOf(answers).map(([name, value]) => [name, value])).toString(),
    }}
  />
);
