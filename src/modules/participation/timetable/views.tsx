import type { Context } from "#core/context.ts";
import { type Filled, filledWith } from "#core/input.ts";
import { paths } from "#modules/participation/paths.ts";
import type { Process, ProcessPhase } from "#modules/participation/schema.ts";
import { phaseKinds, phaseName } from "#modules/participation/vocabulary.ts";
import { Fieldset } from "#ui/choices.tsx";
import { DateField, TextArea } from "#ui/fields.tsx";
import { Form } from "#ui/form.tsx";
import { Notice } from "#ui/notice.tsx";
import { Stack, Title } from "#ui/page.tsx";
import type { DatesRefusal } from "./commands.ts";
import { say } from "./messages.ts";
import { fieldsOf } from "./queries.ts";

type Props = {
  readonly ctx: Context;
  readonly formKey: string;
  readonly process: Process;
  readonly phases: readonly ProcessPhase[];
  readonly form?: Filled | undefined;
  readonly refusal?: DatesRefusal | undefined;
  readonly notice?: string | undefined;
};

const formOf = (phases: readonly ProcessPhase[]): Filled =>
  filledWith(
    Object.fromEntries(
      phases.flatMap(({ kind, startsOn, endsOn, words }) => {
        const fields = fieldsOf(kind);
        return [
          [fields.from, startsOn],
          [fields.to, endsOn],
          [fields.words, words],
        ];
      }),
    ),
  );

const standOf = (ctx: Context, phase: ProcessPhase | undefined): string => {
  if (!phase?.begunAt) return "";
  return ` (${say(ctx)(phase.endedAt ? "over" : "running")})`;
};

/** From when to when each phase lasts. */
export const PhasesView = ({ ctx, formKey, process, phases, form, refusal, notice }: Props) => {
  const words = say(ctx);
  const isPublished = process.state === "published";
  return (
    <Stack>
      <Title
        heading={words("heading")}
        kind={process.title}
        lead={words(isPublished ? "leadPublished" : "lead")}
      />
      {notice === "gespeichert" && <Notice ctx={ctx} kind="success" heading={words("notice_gespeichert")} />}
      {refusal && (
        <Notice ctx={ctx} kind="warning" heading={words("refused")}>
          <p>{words(`refused_${refusal}`)}</p>
        </Notice>
      )}
      <Form
        ctx={ctx}
        action={paths.phases(process.id)}
        formKey={formKey}
        form={form ?? formOf(phases)}
        submit={words("save")}
        next={words("saveNext")}
        cancel={{ href: paths.office(process.id), label: words("back") }}
      >
        {phaseKinds.map((kind) => {
          const fields = fieldsOf(kind);
          const phase = phases.find((one) => one.kind === kind);
          return (
            <Fieldset legend={`${phaseName(ctx, kind)}${standOf(ctx, phase)}`}>
              <DateField name={fields.from} label={words("from")} optional />
              <DateField name={fields.to} label={words("to")} optional />
              <TextArea name={fields.words} label={words("words")} rows={2} maximum={2000} optional />
            </Fieldset>
          );
        })}
        {isPublished && (
          <TextArea
            name="grund"
            label={words("reason")}
            hint={words("reasonHint")}
            rows={2}
            maximum={1000}
            optional
          />
        )}
      </Form>
    </Stack>
  );
};
