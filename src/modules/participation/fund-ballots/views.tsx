import type { Context } from "#core/context.ts";
import type { Filled } from "#core/input.ts";
import { money } from "#core/number.ts";
import type { Candidate } from "#modules/participation/checks/queries.ts";
import { paths } from "#modules/participation/paths.ts";
import type { Ballot, Fund, Process } from "#modules/participation/schema.ts";
import { ballotStateName, electorateName, electorates } from "#modules/participation/vocabulary.ts";
import { ActionForm, ButtonLink } from "#ui/button.tsx";
import { options, RadioGroup } from "#ui/choices.tsx";
import { DateField, TextArea, TextField } from "#ui/fields.tsx";
import { Form } from "#ui/form.tsx";
import { Notice } from "#ui/notice.tsx";
import { Actions, Empty, Section, Title } from "#ui/page.tsx";
import { Table } from "#ui/table.tsx";
import { say } from "./messages.ts";

type Props = {
  readonly ctx: Context;
  readonly formKey: string;
  readonly process: Process;
  readonly fund: Fund;
  readonly ballot: Ballot | undefined;
  readonly ready: readonly Candidate[];
  readonly form: Filled;
  readonly renewed: boolean;
};

const Ready = ({ ctx, fund, ready }: Pick<Props, "ctx" | "fund" | "ready">) => {
  const words = say(ctx);
  const sum = ready.reduce((all, { checkedCents }) => all + (checkedCents ?? 0), 0);
  return (
    <>
      <p>{words("sum", { sum: money(ctx, sum), pot: money(ctx, fund.budgetCents) })}</p>
      <Table
        id="bereit"
        caption={words("caption")}
        rows={ready}
        columns={[
          { heading: words("proposal"), cell: ({ number, title }) => `${number} · ${title}` },
          {
            heading: words("cost"),
            cell: ({ checkedCents }) => money(ctx, checkedCents ?? 0),
            number: true,
          },
        ]}
      />
    </>
  );
};

const Who = ({ ctx }: Pick<Props, "ctx">) => {
  const words = say(ctx);
  return (
    <>
      <RadioGroup
        name="electorate"
        label={words("electorate")}
        options={options(electorates, (code) => electorateName(ctx, code))}
      />
      <TextField name="postcodes" label={words("postcodes")} hint={words("postcodesHint")} optional />
      <RadioGroup
        name="leastAge"
        label={words("leastAge")}
        options={options(["0", "16", "18"] as const, (code) => words(`age_${code}`))}
        row
      />
      <TextArea
        name="electorateWords"
        label={words("electorateWords")}
        hint={words("electorateWordsHint")}
        rows={2}
        maximum={1_000}
        optional
      />
    </>
  );
};

const MakeForm = ({ ctx, formKey, process, form }: Props) => {
  const words = say(ctx);
  return (
    <Form
      ctx={ctx}
      formKey={formKey}
      action={paths.officeFundBallot(process.id)}
      submit={words("make")}
      next={words("makeText")}
      form={form}
    >
      <DateField name="opensOn" label={words("opensOn")} />
      <DateField name="closesOn" label={words("closesOn")} />
      <DateField name="countsUntil" label={words("countsUntil")} hint={words("countsUntilHint")} optional />
      <Who ctx={ctx} />
    </Form>
  );
};

const Made = ({ ctx, formKey, process, ballot, renewed }: Props & { readonly ballot: Ballot }) => {
  const words = say(ctx);
  return (
    <>
      {renewed && <Notice ctx={ctx} kind="success" heading={words("renewed")} />}
      <Notice ctx={ctx} heading={`${words("made")}: ${ballotStateName(ctx, ballot.state)}`}>
        {words("madeText")}
      </Notice>
      <Actions>
        <ButtonLink href={paths.officeBallot(ballot.id)}>{words("toBallot")}</ButtonLink>
        {ballot.state === "draft" && (
          <ActionForm
            action={paths.renewFundBallot(process.id)}
            formKey={formKey}
            label={words("renew")}
            kind="secondary"
          />
        )}
      </Actions>
    </>
  );
};

/** From checked proposals to a ballot. */
export const FundBallotView = (props: Props) => {
  const { ctx, process, fund, ballot, ready } = props;
  const words = say(ctx);
  return (
    <>
      <Title kind={process.title} heading={words("heading")} lead={words("lead")} />
      {ballot && <Made {...props} ballot={ballot} />}
      {ready.length > 0 ? (
        <Ready ctx={ctx} fund={fund} ready={ready} />
      ) : (
        <Empty heading={words("none")}>
          <p>{words("noneText")}</p>
          <p>
            <a href={paths.officeChecks(process.id)}>{words("toChecks")}</a>
          </p>
        </Empty>
      )}
      {!ballot && ready.length > 0 && (
        <Section id="anlegen" heading={words("make")}>
          <MakeForm {...props} />
        </Section>
      )}
    </>
  );
};
