import type { Context } from "#core/context.ts";
import type { Filled } from "#core/input.ts";
import { BallotTitle } from "#modules/participation/ballot-letters/views.tsx";
import { paths } from "#modules/participation/paths.ts";
import type { Ballot } from "#modules/participation/schema.ts";
import { NumberField } from "#ui/fields.tsx";
import { Form } from "#ui/form.tsx";
import { Notice } from "#ui/notice.tsx";
import { Actions, Section, Stack } from "#ui/page.tsx";
import { mostAtOnce } from "./commands.ts";
import { say } from "./messages.ts";

type BlanksProps = {
  readonly ctx: Context;
  readonly ballot: Ballot;
  readonly printed: number;
  /** Why nothing can be printed now. */
  readonly why?: string | undefined;
  readonly refusal?: string | undefined;
  readonly form?: Filled | undefined;
};

/** How many papers were printed, and the form that prints more. */
export const BlanksView = ({ ctx, ballot, printed, why, refusal, form }: BlanksProps) => {
  const words = say(ctx);
  const problem = refusal ?? why;
  return (
    <>
      <BallotTitle ctx={ctx} ballot={ballot} heading={words("heading")} lead={words("lead")} />
      {problem && <Notice ctx={ctx} kind="warning" heading={problem} />}
      <Stack wide>
        <p>
          <strong>{printed === 0 ? words("noneYet") : words("printed", { n: printed })}</strong>
        </p>
        {!why && (
          <Form
            ctx={ctx}
            action={paths.blanks(ballot.id)}
            submit={words("print")}
            next={words("next")}
            form={form}
          >
            <NumberField
              name="anzahl"
              label={words("countLabel")}
              hint={words("countHint", { n: mostAtOnce })}
            />
          </Form>
        )}
        {ballot.takesPaper && (
          <p>
            <a href={`${paths.blanks(ballot.id)}/muster.pdf`}>{words("trial")}</a>. {words("trialText")}
          </p>
        )}
      </Stack>
      <Section id="ablauf" heading={words("toolHeading")}>
        <ol class="al-stack">
          <li>{words("tool1")}</li>
          <li>{words("tool2")}</li>
          <li>{words("tool3")}</li>
        </ol>
        <Actions>
          <a href={paths.counter(ballot.id)}>{words("toCounter")}</a>
          <a href={paths.piles(ballot.id)}>{words("toPiles")}</a>
        </Actions>
      </Section>
    </>
  );
};
