import type { Context } from "#core/context.ts";
import { day } from "#core/date.ts";
import type { Filled } from "#core/input.ts";
import { paths } from "#modules/shifts/paths.ts";
import { stateName } from "#modules/shifts/places/vocabulary.ts";
import type { Plan } from "#modules/shifts/queries.ts";
import { PlanHead } from "#modules/shifts/views.tsx";
import { ActionForm } from "#ui/button.tsx";
import { options, RadioGroup, Select } from "#ui/choices.tsx";
import { State } from "#ui/facts.tsx";
import { NumberField, TextField } from "#ui/fields.tsx";
import { Form } from "#ui/form.tsx";
import { Notice } from "#ui/notice.tsx";
import { Actions, Empty, Section, Stack } from "#ui/page.tsx";
import { Table } from "#ui/table.tsx";
import { ItemList } from "#ui/task.tsx";
import { say } from "./messages.ts";
import type { DecisionRow, PreviewRow, RuleRow } from "./queries.ts";
import { conditionName, conditions, decisionName, decisions, inWords } from "./vocabulary.ts";

const notices = ["angelegt", "beendet", "geordnet"] as const;

type Props = {
  readonly ctx: Context;
  readonly formKey: string;
  readonly plan: Plan;
  readonly rules: readonly RuleRow[];
  readonly counts: ReadonlyMap<string, number>;
  readonly log: readonly DecisionRow[];
  readonly form: Filled | undefined;
  readonly preview: readonly PreviewRow[] | undefined;
  readonly refusal: "many" | undefined;
  readonly notice: string | undefined;
};

const Rules = ({ ctx, formKey, plan, rules, counts }: Props) => {
  const words = say(ctx);
  return (
    <ItemList
      items={rules.map((rule, at) => {
        const condition = inWords(ctx, rule);
        const n = counts.get(rule.id) ?? 0;
        const all = rule.opportunityId === null;
        const scope = all ? words("forAll", { organization: plan.organization }) : words("forOffer");
        const isFirst = at === 0 || (rules[at - 1]?.opportunityId === null) !== all;
        return {
          title: words("row", { condition, decision: decisionName(ctx, rule.decision) }),
          text: [scope, n > 0 ? words("decided", { n }) : words("neverDecided"), rule.words]
            .filter(Boolean)
            .join(" · "),
          end: (
            <Actions>
              {!isFirst && (
                <ActionForm
                  action={`${paths.rules(plan.id)}/${rule.id}/hoch`}
                  formKey={`${formKey}u${at}`}
                  label={words("up")}
                  object={condition}
                />
              )}
              <ActionForm
                action={`${paths.rules(plan.id)}/${rule.id}/ende`}
                formKey={`${formKey}e${at}`}
                label={words("end")}
                object={condition}
              />
            </Actions>
          ),
        };
      })}
    />
  );
};

const NewRule = ({ ctx, formKey, plan, form }: Props) => {
  const words = say(ctx);
  return (
    <Form
      ctx={ctx}
      action={paths.rules(plan.id)}
      formKey={formKey}
      form={form}
      submit={words("submit")}
      secondary={[{ label: words("try"), name: "probe", value: "on" }]}
      next={words("next")}
    >
      <Select
        name="wenn"
        label={words("condition")}
        hint={words("conditionHint")}
        value="attended_at_least"
        blank={false}
        options={options(conditions, (code) => conditionName(ctx, code, "…"))}
      />
      <NumberField name="zahl" label={words("value")} hint={words("valueHint")} value="3" optional />
      <RadioGroup
        name="dann"
        label={words("decision")}
        value="approve"
        options={options(decisions, (code) => decisionName(ctx, code))}
      />
      <RadioGroup
        name="wo"
        label={words("scope")}
        value="hier"
        options={[
          { value: "hier", label: words("forOffer") },
          { value: "alle", label: words("forAll", { organization: plan.organization }) },
        ]}
      />
      <TextField name="warum" label={words("words")} hint={words("wordsHint")} optional maximum={300} />
    </Form>
  );
};

const Preview = ({ ctx, preview }: { readonly ctx: Context; readonly preview: readonly PreviewRow[] }) => {
  const words = say(ctx);
  if (preview.length === 0) return <Notice ctx={ctx} heading={words("previewNone")} />;
  const hits = preview.filter((row) => row.hits).length;
  return (
    <Section id="vorschau" heading={words("preview")} space="none">
      <p>{words("previewCount", { n: preview.length, hits })}</p>
      <Table
        id="vorschau-tabelle"
        caption={words("preview")}
        rows={preview}
        columns={[
          { heading: words("name"), cell: ({ name }) => name },
          { heading: words("at"), cell: ({ madeAt }) => day(ctx, madeAt) },
          { heading: words("found"), cell: ({ found }) => found ?? words("notKnown"), number: true },
          { heading: words("became"), cell: ({ state }) => stateName(ctx, state) },
          {
            heading: words("would"),
            cell: (row) => <State kind={row.hits ? "yes" : "no"}>{words(row.hits ? "hit" : "noHit")}</State>,
          },
        ]}
      />
    </Section>
  );
};

const Log = ({ ctx, plan, log }: Pick<Props, "ctx" | "plan" | "log">) => {
  const words = say(ctx);
  return (
    <Section id="entscheidungen" heading={words("log")} space="none">
      {log.length === 0 ? (
        <p>{words("logNone")}</p>
      ) : (
        <ItemList
          items={log.map((row) => ({
            kind: day(ctx, row.at),
            title: row.name,
            href: paths.signup(plan.id, row.signupId),
            text: words("logRow", { condition: inWords(ctx, row), found: row.found }),
            end: decisionName(ctx, row.decision),
          }))}
        />
      )}
    </Section>
  );
};

/** The rules of a plan in their order, a new one with a trial run, and what they decided. */
export const RulesPage = (props: Props) => {
  const { ctx, plan, rules, preview, refusal } = props;
  const words = say(ctx);
  const notice = notices.find((name) => name === props.notice);
  return (
    <Stack wide>
      <PlanHead
        ctx={ctx}
        plan={plan}
        part="rules"
        heading={words("heading")}
        lead={words("lead", { approval: words(`approval_${plan.approval}`) })}
      />
      {notice && <Notice ctx={ctx} kind="success" heading={words(`notice_${notice}`)} />}
      {refusal && <Notice ctx={ctx} kind="warning" heading={words(`refused_${refusal}`)} />}
      {preview && <Preview ctx={ctx} preview={preview} />}
      {rules.length === 0 ? (
        <Empty heading={words("none")}>
          <p>{words("noneText")}</p>
        </Empty>
      ) : (
        <Rules {...props} />
      )}
      <Section id="neu" heading={words("add")} space="none">
        <NewRule {...props} />
      </Section>
      <Log ctx={ctx} plan={plan} log={props.log} />
    </Stack>
  );
};
