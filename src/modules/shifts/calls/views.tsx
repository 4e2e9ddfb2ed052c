import type { Context } from "#core/context.ts";
import { ago, dayAndTime } from "#core/date.ts";
import type { Filled } from "#core/input.ts";
import { paths } from "#modules/shifts/paths.ts";
import type { Need, Plan, ShiftRow } from "#modules/shifts/queries.ts";
import { PlanHead } from "#modules/shifts/views.tsx";
import { ActionForm } from "#ui/button.tsx";
import { State } from "#ui/facts.tsx";
import { HiddenField, NumberField, TextArea } from "#ui/fields.tsx";
import { Form } from "#ui/form.tsx";
import { Notice } from "#ui/notice.tsx";
import { Empty, Section, Stack } from "#ui/page.tsx";
import { ItemList } from "#ui/task.tsx";
import { say } from "./messages.ts";
import type { CallRow } from "./queries.ts";

/** A role that lacks people, and how many could be asked. */
export type Thin = { readonly need: Need; readonly askable: number; readonly spent: number };

type Props = {
  readonly ctx: Context;
  readonly formKey: string;
  readonly plan: Plan;
  readonly shift: ShiftRow;
  readonly thin: readonly Thin[];
  readonly calls: readonly CallRow[];
  readonly isPast: boolean;
  readonly form?: Filled | undefined;
  readonly refusal?: string | undefined;
  readonly notice?: string | undefined;
};

const OneRole = ({
  ctx,
  formKey,
  plan,
  shift,
  form,
  thin,
}: Omit<Props, "thin"> & { readonly thin: Thin }) => {
  const words = say(ctx);
  const { need, askable, spent } = thin;
  const lacking = need.minimum - need.taken;
  return (
    <Section id={`aufgabe-${need.id}`} heading={words("missing", { n: lacking, role: need.role })}>
      <p>
        {askable > 0 ? words("fits", { n: askable }) : words("fitsNone")}{" "}
        {spent > 0 && words("spent", { n: spent })} {askable > 0 && words("noNames")}
      </p>
      {askable > 0 && (
        <Form
          ctx={ctx}
          id={`ruf-${need.id}`}
          action={paths.calls(plan.id, shift.id)}
          formKey={`${formKey}${need.id}`}
          form={form?.values["need"] === need.id ? form : undefined}
          submit={words("submit")}
          next={words("next")}
          label={`${words("heading")}: ${need.role}`}
        >
          <HiddenField name="need" value={need.id} />
          <NumberField
            name="most"
            label={words("most")}
            hint={words("mostHint")}
            value={String(Math.min(askable, lacking * 3))}
          />
          <TextArea
            name="words"
            label={words("words")}
            hint={words("wordsHint")}
            rows={2}
            maximum={300}
            optional
          />
        </Form>
      )}
    </Section>
  );
};

const Calls = ({ ctx, formKey, plan, shift, calls }: Props) => {
  const words = say(ctx);
  return (
    <Section id="hilferufe" heading={words("calls")}>
      <ItemList
        items={calls.map((call) => ({
          title: words("call", call),
          kind: ago(ctx, call.madeAt),
          text: call.words && `„${call.words}“`,
          end: call.endedAt ? (
            <State kind="no">{words("callEnded")}</State>
          ) : (
            <>
              <State kind="wait">{words("callOpen")}</State>
              <ActionForm
                action={paths.calls(plan.id, shift.id)}
                formKey={`${formKey}${call.id}`}
                label={words("end")}
                object={call.role}
                values={{ end: call.id }}
              />
            </>
          ),
        }))}
      />
    </Section>
  );
};

/** Where people are missing, how many could be asked, and what became of earlier calls. */
export const CallsPage = (props: Props) => {
  const { ctx, plan, shift, thin, calls, isPast, refusal, notice } = props;
  const words = say(ctx);
  const known = (["gerufen", "beendet"] as const).find((name) => name === notice);
  return (
    <Stack wide>
      <PlanHead
        ctx={ctx}
        plan={plan}
        heading={words("heading")}
        lead={[dayAndTime(ctx, shift.startsAt, shift.endsAt), shift.title].filter(Boolean).join(" · ")}
      />
      {refusal && <Notice ctx={ctx} kind="warning" heading={refusal} />}
      {known && <Notice ctx={ctx} kind="success" heading={words(`notice_${known}`)} />}
      <p>{words("lead")}</p>
      {isPast && <Empty heading={words("past")} />}
      {!isPast && thin.length === 0 && (
        <Empty heading={words("enough")}>
          <p>{words("enoughText")}</p>
        </Empty>
      )}
      {thin.map((one) => (
        <OneRole {...props} thin={one} />
      ))}
      {calls.length > 0 && <Calls {...props} />}
    </Stack>
  );
};
