import type { Context } from "#core/context.ts";
import type { ClusterRow } from "#modules/workshops/clusters/queries.ts";
import type { WorkshopPhase } from "#modules/workshops/schema.ts";
import { NumberField } from "#ui/fields.tsx";
import { Form } from "#ui/form.tsx";
import { More, Section } from "#ui/page.tsx";
import { say } from "./messages.ts";
import type { DotBase, Dots } from "./queries.ts";

type Props = {
  readonly ctx: Context;
  readonly formKey: string;
  readonly action: string;
  readonly phase: Pick<WorkshopPhase, "dots">;
  readonly clusters: readonly ClusterRow[];
  readonly dots: ReadonlyMap<string, Dots>;
  readonly base: DotBase | undefined;
};

/** The form for dots that were glued on paper, folded away until it is needed. */
export const PaperDots = ({ ctx, action, phase, clusters, dots, base, formKey }: Props) => {
  const words = say(ctx);
  return (
    <Section id="punkte" heading={words("dots")}>
      <More summary={words("dots")} open={(base?.paper ?? 0) > 0}>
        <p>{words("dotsText", { n: phase.dots })}</p>
        <Form
          ctx={ctx}
          action={action}
          submit={words("saveDots")}
          formKey={`${formKey}-d`}
          id="d"
          quiet
          narrow
        >
          <input type="hidden" name="aktion" value="punkte" />
          <NumberField name="menschen" label={words("people")} value={String(base?.paper ?? 0)} />
          {clusters.map(({ id, title }) => (
            <NumberField
              name={`punkte-${id}`}
              label={words("dotsFor", { title })}
              value={String(dots.get(id)?.paper ?? 0)}
            />
          ))}
        </Form>
      </More>
    </Section>
  );
};
