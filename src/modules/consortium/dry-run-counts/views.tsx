import type { Context } from "#core/context.ts";
import { filledWith } from "#core/input.ts";
import type { TrialInput, Trials } from "#modules/consortium/dry-run/queries.ts";
import { Circumstances, OtherRules, Result } from "#modules/consortium/dry-run/views.tsx";
import { paths } from "#modules/consortium/paths.ts";
import { sectorName } from "#modules/consortium/vocabulary.ts";
import { Fieldset } from "#ui/choices.tsx";
import { NumberField } from "#ui/fields.tsx";
import { Form } from "#ui/form.tsx";
import { Notice } from "#ui/notice.tsx";
import { Empty, Stack, Title } from "#ui/page.tsx";
import { say } from "./messages.ts";
import { counted, fieldOf, type Misfit, type Sketch } from "./queries.ts";

type Props = {
  readonly ctx: Context;
  readonly sketch: readonly Sketch[];
  readonly misfits: readonly Misfit[];
  readonly trials: Trials;
  readonly input: TrialInput;
};

const typedOf = ({ sketch, input }: Props) => {
  const { gegenstand, unangekuendigt, vorsitz } = input;
  const counts = sketch.flatMap((one) =>
    counted.map((count) => [fieldOf(one.sector, count), one[count]] as const),
  );
  return filledWith({ gegenstand, unangekuendigt, vorsitz, ...Object.fromEntries(counts) });
};

const Counts = ({ ctx, one }: { readonly ctx: Context; readonly one: Sketch }) => {
  const words = say(ctx);
  return (
    <Fieldset legend={words("legend", { sector: sectorName(ctx, one.sector), n: one.entitled })}>
      <div class="al-counts">
        {counted.map((count) => (
          <NumberField name={fieldOf(one.sector, count)} label={words(count)} />
        ))}
      </div>
    </Fieldset>
  );
};

/** Would this pass, and why? Without naming seats. */
export const CountsView = (props: Props) => {
  const { ctx, sketch, misfits, trials } = props;
  const words = say(ctx);
  return (
    <Stack wide>
      <Title heading={words("heading")} lead={words("lead")}>
        <p>
          <a href={paths.dryRun}>{words("bySeats")}</a>
        </p>
      </Title>
      {misfits.length > 0 && (
        <Notice ctx={ctx} kind="warning" heading={words("problem")}>
          {misfits.map(({ sector, kind }) => (
            <p>{words(kind, { sector: sectorName(ctx, sector) })}</p>
          ))}
        </Notice>
      )}
      {sketch.length === 0 ? (
        <Empty heading={words("nobody")} />
      ) : (
        <>
          {misfits.length === 0 && <Result ctx={ctx} trials={trials} />}
          <Form
            ctx={ctx}
            action={paths.dryRunCounts}
            method="get"
            form={typedOf(props)}
            submit={words("try")}
            next={words("tryNext")}
          >
            <Circumstances ctx={ctx} trials={trials} />
            {sketch.map((one) => (
              <Counts ctx={ctx} one={one} />
            ))}
          </Form>
          {misfits.length === 0 && <OtherRules ctx={ctx} trials={trials} />}
        </>
      )}
    </Stack>
  );
};
