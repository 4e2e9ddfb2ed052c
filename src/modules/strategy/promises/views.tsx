import type { Context } from "#core/context.ts";
import { dayWithYear } from "#core/date.ts";
import type { Filled } from "#core/input.ts";
import type { CommitmentRow } from "#modules/strategy/commitments/queries.ts";
import { givenLine, PromiseState } from "#modules/strategy/commitments/views.tsx";
import { promiseText } from "#modules/strategy/commitments/vocabulary.ts";
import { paths } from "#modules/strategy/paths.ts";
import { say } from "#modules/strategy/promise-form/messages.ts";
import {
  Answer,
  type Base,
  type Choice,
  type Heard,
  type PartsProps,
  PromiseFields,
  PromisePairs,
  PromiseParts,
  type Refusal,
  Spoken,
} from "#modules/strategy/promise-form/views.tsx";
import { Form } from "#ui/form.tsx";
import { Empty, Section, Title } from "#ui/page.tsx";
import { ItemList } from "#ui/task.tsx";

type SpokenProps = { readonly notice?: Heard | undefined; readonly refusal?: Refusal | undefined };

/** One promise and what can be done with it. */
export const OneView = (props: PartsProps & SpokenProps & { readonly office: boolean }) => {
  const { ctx, promise, office } = props;
  const words = say(ctx);
  return (
    <>
      <Title kind={words("noun")} heading={promiseText(ctx, promise)} lead={promise.measure} />
      <Spoken {...props} />
      <PromisePairs ctx={ctx} promise={promise} />
      {office && promise.state === "offered" && <Answer {...props} />}
      <PromiseParts {...props} />
    </>
  );
};

type NewProps = Base & {
  readonly measure: { readonly title: string };
  readonly organizations: readonly Choice[];
  readonly action: string;
  readonly form?: Filled | undefined;
  readonly refusal?: Refusal | undefined;
};

/** The form of a new promise for a measure. */
export const NewView = ({ ctx, formKey, measure, organizations, action, form, refusal }: NewProps) => (
  <>
    <Title kind={measure.title} heading={say(ctx)("offer")} lead={say(ctx)("offerLead")} />
    <Spoken ctx={ctx} refusal={refusal} />
    <Form
      ctx={ctx}
      action={action}
      submit={say(ctx)("offerNow")}
      next={say(ctx)("offerNext")}
      formKey={formKey}
      form={form}
    >
      <PromiseFields ctx={ctx} organizations={organizations} />
    </Form>
  </>
);

type ListProps = { readonly ctx: Context; readonly commitments: readonly CommitmentRow[] };

const Rows = ({ ctx, commitments, office }: ListProps & { readonly office: boolean }) => (
  <ItemList
    items={commitments.map((row) => ({
      title: promiseText(ctx, row),
      href: office ? paths.officeCommitment(row.id) : paths.commitment(row.id),
      kind: `${row.organization} · ${row.measure}`,
      text: say(ctx)("until", { day: dayWithYear(ctx, row.endsOn) }),
      end: row.state === "confirmed" ? givenLine(ctx, row) : <PromiseState ctx={ctx} promise={row} />,
    }))}
  />
);

/** Every promise for the office: what waits first, then what ends soon. */
export const OfficeListView = ({
  ctx,
  commitments,
  ending,
}: ListProps & { readonly ending: readonly CommitmentRow[] }) => {
  const words = say(ctx);
  const waiting = commitments.filter(({ state }) => state === "offered");
  const parts = [
    ["wartet", words("waiting"), waiting],
    ["endet", words("ending"), ending],
    ["alle", words("all"), commitments],
  ] as const;
  return (
    <>
      <Title heading={words("heading")} lead={words("lead")} />
      {commitments.length === 0 && <Empty heading={words("none")} />}
      {parts
        .filter(([, , rows]) => rows.length > 0)
        .map(([id, heading, rows]) => (
          <Section id={id} heading={`${heading} (${rows.length})`}>
            <Rows ctx={ctx} commitments={rows} office />
          </Section>
        ))}
    </>
  );
};

/** What one's own organizations promised. */
export const OwnListView = ({ ctx, commitments }: ListProps) => {
  const words = say(ctx);
  return (
    <>
      <Title heading={words("ownHeading")} lead={words("ownLead")}>
        <p class="al-actions">
          <a href={paths.measures}>{words("toMeasures")}</a>
        </p>
      </Title>
      {commitments.length === 0 ? (
        <Empty heading={words("none")} />
      ) : (
        <Rows ctx={ctx} commitments={commitments} office={false} />
      )}
    </>
  );
};
