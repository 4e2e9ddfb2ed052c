import type { Context } from "#core/context.ts";
import { dayWithYear } from "#core/date.ts";
import type { Filled } from "#core/input.ts";
import { money } from "#core/number.ts";
import { ruleOf } from "#modules/participation/funds/queries.ts";
import { FundRuleList } from "#modules/participation/funds/views.tsx";
import { paths } from "#modules/participation/paths.ts";
import type { Fund, Process } from "#modules/participation/schema.ts";
import { ButtonLink } from "#ui/button.tsx";
import { Checkbox, Fieldset, options, RadioGroup } from "#ui/choices.tsx";
import { Pairs } from "#ui/facts.tsx";
import { NumberField, TextArea } from "#ui/fields.tsx";
import { Form } from "#ui/form.tsx";
import { Notice } from "#ui/notice.tsx";
import { Actions, Section, Stack, Title, TwoColumns } from "#ui/page.tsx";
import { say } from "./messages.ts";

type Props = {
  readonly ctx: Context;
  readonly formKey: string;
  readonly process: Process;
  readonly fund: Fund | undefined;
  readonly form: Filled;
  readonly saved: boolean;
};

const Pot = ({ ctx }: Pick<Props, "ctx">) => {
  const words = say(ctx);
  return (
    <Fieldset legend={words("pot")}>
      <NumberField
        name="budgetCents"
        label={words("budget")}
        hint={words("budgetHint")}
        width="medium"
        decimal
      />
      <NumberField name="leastCostCents" label={words("least")} width="medium" decimal />
      <NumberField name="mostCostCents" label={words("most")} width="medium" decimal />
      <NumberField name="leastSupports" label={words("leastSupports")} hint={words("leastSupportsHint")} />
    </Fieldset>
  );
};

const WordFields = ({ ctx }: Pick<Props, "ctx">) => (
  <>
    <TextArea
      name="criteriaWords"
      label={say(ctx)("criteria")}
      hint={say(ctx)("criteriaHint")}
      rows={6}
      maximum={6_000}
      optional
    />
    <TextArea
      name="sourceWords"
      label={say(ctx)("source")}
      hint={say(ctx)("sourceHint")}
      rows={2}
      maximum={2_000}
      optional
    />
  </>
);

const Left = ({ ctx }: Pick<Props, "ctx">) => {
  const words = say(ctx);
  return (
    <>
      <RadioGroup
        name="completion"
        label={words("completion")}
        options={options(["add1", "add1-exhaustive", "none"] as const, (code) => words(`completion_${code}`))}
      />
      <NumberField name="step" label={words("step")} hint={words("stepHint")} decimal />
      <Checkbox name="thenByVotes" label={words("thenByVotes")} />
      <Checkbox name="comparison" label={words("comparison")} />
    </>
  );
};

const RuleFields = ({ ctx }: Pick<Props, "ctx">) => {
  const words = say(ctx);
  const kinds = ["equalShares", "greedy"] as const;
  return (
    <Fieldset legend={words("ruleHeading")}>
      <RadioGroup
        name="kind"
        label={words("kind")}
        options={kinds.map((kind) => ({
          value: kind,
          label: words(`kind_${kind}`),
          hint: words(`kind_${kind}Hint`),
        }))}
      />
      <RadioGroup
        name="paper"
        label={words("paper")}
        options={options(["approval", "points"] as const, (code) => words(`paper_${code}`))}
        row
      />
      <NumberField name="most" label={words("mostMarks")} hint={words("mostMarksHint")} />
      <NumberField name="leastVotes" label={words("leastVotes")} />
      <RadioGroup
        name="utility"
        label={words("utility")}
        options={options(["cost", "cardinality", "given"] as const, (code) => words(`utility_${code}`))}
      />
      <Left ctx={ctx} />
    </Fieldset>
  );
};

const Frozen = ({ ctx, fund }: { readonly ctx: Context; readonly fund: Fund }) => {
  const words = say(ctx);
  return (
    <>
      <Notice ctx={ctx} heading={words("frozen")}>
        {fund.frozenAt && words("frozenText", { day: dayWithYear(ctx, fund.frozenAt) })}
      </Notice>
      <Pairs
        pairs={[
          [words("budget"), money(ctx, fund.budgetCents)],
          [words("least"), money(ctx, fund.leastCostCents)],
          [words("most"), money(ctx, fund.mostCostCents)],
          [words("leastSupports"), fund.leastSupports],
        ]}
      />
    </>
  );
};

const InWords = ({ ctx, process, fund }: Pick<Props, "ctx" | "process"> & { readonly fund: Fund }) => {
  const words = say(ctx);
  return (
    <>
      <Section id="regel" heading={words("inWords")} space="none">
        <FundRuleList ctx={ctx} rule={ruleOf(fund)} />
      </Section>
      <Section id="weiter" heading={words("next")}>
        <Actions>
          <ButtonLink href={paths.officeChecks(process.id)} kind="secondary">
            {words("toChecks")}
          </ButtonLink>
          <ButtonLink href={paths.officeFundBallot(process.id)} kind="secondary">
            {words("toBallot")}
          </ButtonLink>
          <ButtonLink href={paths.officeProjects(process.id)} kind="secondary">
            {words("toProjects")}
          </ButtonLink>
        </Actions>
      </Section>
    </>
  );
};

/** The pot and the rule: a form until the round begins, then what stands. */
export const FundView = ({ ctx, formKey, process, fund, form, saved }: Props) => {
  const words = say(ctx);
  const frozen = fund?.frozenAt !== undefined && fund.frozenAt !== null;
  return (
    <>
      <Title kind={process.title} heading={words("heading")} lead={words("lead")} />
      {saved && <Notice ctx={ctx} kind="success" heading={words("saved")} />}
      {frozen && <Frozen ctx={ctx} fund={fund} />}
      <TwoColumns>
        <Form
          ctx={ctx}
          formKey={formKey}
          action={paths.officeFund(process.id)}
          submit={frozen ? words("words") : words("save")}
          form={form}
        >
          {!frozen && <Pot ctx={ctx} />}
          <WordFields ctx={ctx} />
          {!frozen && <RuleFields ctx={ctx} />}
        </Form>
        <Stack wide>{fund && <InWords ctx={ctx} process={process} fund={fund} />}</Stack>
      </TwoColumns>
    </>
  );
};
