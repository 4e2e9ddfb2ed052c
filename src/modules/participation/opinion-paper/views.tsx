import type { Context } from "#core/context.ts";
import type { Filled } from "#core/input.ts";
import { paths } from "#modules/participation/paths.ts";
import type { OpinionRound, Statement } from "#modules/participation/schema.ts";
import { RadioGroup } from "#ui/choices.tsx";
import { Form } from "#ui/form.tsx";
import { Notice } from "#ui/notice.tsx";
import { Empty, Title } from "#ui/page.tsx";
import { say } from "./messages.ts";

export type Refusal = "notOpen" | "unknown" | "empty";

type Props = {
  readonly ctx: Context;
  readonly formKey: string;
  readonly round: OpinionRound;
  readonly statements: readonly Statement[];
  readonly sheets: number;
  readonly form?: Filled | undefined;
  readonly refused?: Refusal | undefined;
  readonly kept: boolean;
};

const Sheet = ({ ctx, formKey, round, statements, form }: Props) => {
  const words = say(ctx);
  const crosses = (["agree", "disagree", "pass", "none"] as const).map((value) => ({
    value,
    label: words(value),
  }));
  return (
    <Form
      ctx={ctx}
      action={paths.paperVotes(round.id)}
      formKey={formKey}
      form={form}
      submit={words("save")}
      next={words("next")}
      cancel={{ href: paths.officeRound(round.id), label: words("back") }}
    >
      {statements.map(({ number, text }) => (
        <RadioGroup
          name={`a${number}`}
          label={words("statement", { n: number, text })}
          options={crosses}
          value="none"
          row
        />
      ))}
    </Form>
  );
};

/** One sheet after the other, each with a cross or none for every statement. */
export const PaperView = (props: Props) => {
  const { ctx, round, sheets, refused, kept } = props;
  const words = say(ctx);
  return (
    <>
      <Title kind={round.title} heading={words("heading")} lead={words("lead")}>
        {sheets > 0 && <p>{words("counted", { n: sheets })}</p>}
      </Title>
      {refused && <Notice ctx={ctx} kind="warning" heading={words(`refused_${refused}`)} />}
      {kept && <Notice ctx={ctx} kind="success" heading={words("kept")} />}
      {round.state === "open" ? (
        <Sheet {...props} />
      ) : (
        <Empty heading={words("closedHeading")}>
          <p>{words("closedText")}</p>
          <p>
            <a href={paths.officeRound(round.id)}>{words("back")}</a>
          </p>
        </Empty>
      )}
    </>
  );
};
