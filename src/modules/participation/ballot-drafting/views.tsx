import type { Context } from "#core/context.ts";
import type { Filled } from "#core/input.ts";
import { BallotTitle } from "#modules/participation/ballot-letters/views.tsx";
import { paths } from "#modules/participation/paths.ts";
import type { Ballot, Process } from "#modules/participation/schema.ts";
import { electorateName, type RuleKind, ruleName, secrecyName } from "#modules/participation/vocabulary.ts";
import { Checkbox, Fieldset, options, RadioGroup, Select } from "#ui/choices.tsx";
import { DateField, NumberField, TextArea, TextField, TimeField } from "#ui/fields.tsx";
import { Form } from "#ui/form.tsx";
import { Notice } from "#ui/notice.tsx";
import { Title } from "#ui/page.tsx";
import { ItemList } from "#ui/task.tsx";
import { say } from "./messages.ts";
import { majorities, ownKinds } from "./queries.ts";

/** Which kind of ballot it shall be. */
export const KindsView = ({ ctx }: { readonly ctx: Context }) => (
  <>
    <Title heading={say(ctx)("kindHeading")} lead={say(ctx)("kindLead")} />
    <ItemList
      items={ownKinds.map((kind) => ({
        title: ruleName(ctx, kind),
        href: `${paths.addBallot}?art=${kind}`,
        text: say(ctx)(`kind_${kind}`),
      }))}
    />
    <p class="al-soft">{say(ctx)("fund")}</p>
  </>
);

type Base = { readonly ctx: Context };

const RuleFields = ({ ctx, kind }: Base & { readonly kind: RuleKind }) => {
  const words = say(ctx);
  switch (kind) {
    case "majority":
      return (
        <>
          <RadioGroup
            name="passes"
            label={words("passes")}
            options={options(majorities, (code) => words(`passes_${code}`))}
          />
          <NumberField name="quorum" label={words("quorum")} hint={words("quorumHint")} />
        </>
      );
    case "approval":
      return (
        <>
          <NumberField name="seats" label={words("seats")} />
          <NumberField name="most" label={words("most")} hint={words("mostHint")} />
        </>
      );
    case "points":
      return (
        <>
          <NumberField name="seats" label={words("seats")} />
          <NumberField name="points" label={words("points")} />
          <NumberField name="mostEach" label={words("mostEach")} />
        </>
      );
    case "schulze":
    case "irv":
      return <Checkbox name="quo" label={words("quo")} />;
    case "stv":
      return <NumberField name="seats" label={words("seats")} />;
    case "consensing":
      return <NumberField name="needed" label={words("needed")} />;
    default:
      return <p>{words("fundRule")}</p>;
  }
};

const WhoFields = ({ ctx }: Base) => {
  const words = say(ctx);
  return (
    <Fieldset legend={words("partWho")}>
      <RadioGroup
        name="electorate"
        label={words("electorate")}
        options={[
          { value: "everybody", label: electorateName(ctx, "everybody") },
          { value: "residents", label: electorateName(ctx, "residents") },
          { value: "roll", label: electorateName(ctx, "roll"), hint: words("electorateRoll") },
        ]}
      />
      <TextField name="postcodes" label={words("postcodes")} hint={words("postcodesHint")} optional />
      <RadioGroup
        name="leastAge"
        label={words("leastAge")}
        options={options(["0", "16", "18"] as const, (code) => words(`age_${code}`))}
        row
      />
      <TextField name="electorateWords" label={words("electorateWords")} optional />
      <RadioGroup
        name="secrecy"
        label={words("secrecy")}
        options={[
          { value: "secret", label: secrecyName(ctx, "secret"), hint: words("secrecySecret") },
          { value: "named", label: secrecyName(ctx, "named"), hint: words("secrecyNamed") },
        ]}
      />
    </Fieldset>
  );
};

const WhenFields = ({ ctx }: Base) => {
  const words = say(ctx);
  return (
    <Fieldset legend={words("partWhen")}>
      <DateField name="opensOn" label={words("opensOn")} />
      <TimeField name="opensTime" label={words("opensTime")} />
      <DateField name="closesOn" label={words("closesOn")} />
      <TimeField name="closesTime" label={words("closesTime")} />
      <DateField name="countsUntil" label={words("countsUntil")} hint={words("countsUntilHint")} optional />
      <Checkbox name="takesOnline" label={words("takesOnline")} />
      <Checkbox name="takesPaper" label={words("takesPaper")} />
    </Fieldset>
  );
};

type FormProps = Base & {
  readonly formKey: string;
  readonly heading: string;
  readonly kind: RuleKind;
  readonly action: string;
  readonly processes: readonly Pick<Process, "id" | "title">[];
  readonly form: Filled;
  readonly ballot?: Ballot | undefined;
};

/** A ballot is written down or changed, as long as it is a draft. */
export const BallotFormView = (props: FormProps) => {
  const { ctx, formKey, heading, kind, action, processes, form, ballot } = props;
  const words = say(ctx);
  if (ballot && ballot.state !== "draft")
    return (
      <>
        <BallotTitle ctx={ctx} ballot={ballot} heading={heading} />
        <Notice ctx={ctx} kind="warning" heading={words("frozen")} />
      </>
    );
  return (
    <>
      <Title heading={heading} lead={ballot ? ruleName(ctx, kind) : undefined} />
      <Form
        ctx={ctx}
        action={action}
        formKey={formKey}
        form={form}
        submit={words("save")}
        next={words("saveNext")}
      >
        <Fieldset legend={words("partWhat")}>
          <TextField name="title" label={words("title")} hint={words("titleHint")} maximum={300} />
          <TextField name="question" label={words("question")} hint={words("questionHint")} maximum={1_000} />
          <TextArea
            name="words"
            label={words("words")}
            hint={words("wordsHint")}
            rows={5}
            maximum={6_000}
            optional
          />
          {processes.length > 0 && (
            <Select
              name="process"
              label={words("process")}
              options={processes.map(({ id, title }) => ({ value: id, label: title }))}
              blank={words("noProcess")}
              optional
            />
          )}
        </Fieldset>
        <Fieldset legend={words("partRule")}>
          <RuleFields ctx={ctx} kind={kind} />
        </Fieldset>
        <WhoFields ctx={ctx} />
        <WhenFields ctx={ctx} />
      </Form>
    </>
  );
};
