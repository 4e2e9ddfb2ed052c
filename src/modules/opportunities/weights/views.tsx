import type { Context } from "#core/context.ts";
import { dayWithYear } from "#core/date.ts";
import type { Filled } from "#core/input.ts";
import { number, percent } from "#core/number.ts";
import { defaultWeights, type Weights } from "#methods/match-score.ts";
import { paths } from "#modules/opportunities/paths.ts";
import { ActionForm, ButtonLink } from "#ui/button.tsx";
import { Bars } from "#ui/chart.tsx";
import { NumberField } from "#ui/fields.tsx";
import { Form } from "#ui/form.tsx";
import { Notice } from "#ui/notice.tsx";
import { Actions, More, Section, Stack, Title } from "#ui/page.tsx";
import { Table } from "#ui/table.tsx";
import { say } from "./messages.ts";
import { may } from "./policy.ts";
import { type Change, type Moved, type Placed, type Preview, shares } from "./queries.ts";
import { partMeaning, partName, partNames } from "./vocabulary.ts";

type Props = { readonly ctx: Context; readonly weights: Weights };

const gates = ["full", "age", "check", "language", "barrier", "notThis", "dismissed"] as const;

/** Every weight as a bar with its number, and what it means. */
export const WeightBars = ({ ctx, weights }: Props) => {
  const words = say(ctx);
  const rows = shares(weights);
  const most = Math.max(1, ...rows.map(({ weight }) => weight));
  return (
    <Bars
      bars={rows.map(({ name, weight, share }) => ({
        label: (
          <>
            <b>{partName(ctx, name)}</b> <span class="al-soft al-small">{partMeaning(ctx, name)}</span>{" "}
            {weight !== defaultWeights[name] && (
              <span class="al-soft al-small">{words("usual", { n: defaultWeights[name] })}.</span>
            )}
          </>
        ),
        share: weight / most,
        value: words("share", { n: number(ctx, weight), percent: percent(ctx, share) }),
      }))}
    />
  );
};

/** "So entstehen Vorschläge": what closes a gate, what counts how much, and who goes first among equals. */
export const WeightsPage = ({ ctx, weights, last }: Props & { readonly last: Change | undefined }) => {
  const words = say(ctx);
  return (
    <Stack wide>
      <Title heading={words("heading")} lead={words("lead")} />
      <Section id="ausschluss" heading={words("gatesHeading")}>
        <Stack>
          <p>{words("gatesText")}</p>
          <div class="al-prose">
            <ul>
              {gates.map((gate) => (
                <li>{words(`gate_${gate}`)}</li>
              ))}
            </ul>
          </div>
        </Stack>
      </Section>
      <Section id="gewichte" heading={words("weightsHeading", { town: ctx.place.name })}>
        <Stack>
          <p>{words("weightsText")}</p>
          <WeightBars ctx={ctx} weights={weights} />
          <p class="al-soft al-small">
            {last ? words("changed", { day: dayWithYear(ctx, last.at) }) : words("neverChanged")}
          </p>
        </Stack>
      </Section>
      <Section id="reihenfolge" heading={words("orderHeading")}>
        <p>{words("orderText")}</p>
      </Section>
      <Actions>
        <ButtonLink href={ctx.actor.kind === "person" ? paths.mySuggestions : paths.help}>
          {words(ctx.actor.kind === "person" ? "mine" : "tryIt")}
        </ButtonLink>
        {may.set(ctx) && <a href={paths.officeWeights}>{words("office")}</a>}
      </Actions>
    </Stack>
  );
};

const MovedTable = ({ ctx, id, rows }: { ctx: Context; id: "up" | "down"; rows: readonly Moved[] }) => {
  if (rows.length === 0) return null;
  const words = say(ctx);
  return (
    <Table
      id={id}
      caption={words(id)}
      rows={rows}
      columns={[
        { heading: words("offer"), cell: ({ title }) => title },
        {
          heading: words("timesHeading"),
          number: true,
          cell: ({ before, after }) => words("times", { before, after }),
        },
      ]}
    />
  );
};

const InSum = ({ ctx, preview }: { readonly ctx: Context; readonly preview: Preview }) => {
  const words = say(ctx);
  const { people, touched, suggestions, fresh, up, down } = preview;
  if (people === 0) return <p>{words("nobody")}</p>;
  return (
    <Stack>
      <p>
        <b>
          {touched === 0 ? words("nothingChanges") : words("touched", { m: number(ctx, touched), n: people })}
        </b>{" "}
        {touched > 0 && words("fresh", { m: number(ctx, fresh), n: number(ctx, suggestions) })}
      </p>
      <MovedTable ctx={ctx} id="up" rows={up} />
      <MovedTable ctx={ctx} id="down" rows={down} />
      <p class="al-soft al-small">{words("basis")}</p>
    </Stack>
  );
};

const Examples = ({ ctx, preview }: { readonly ctx: Context; readonly preview: Preview }) => {
  const words = say(ctx);
  const where = (n: number | null) => (n === null ? words("notAmong") : words("place", { n }));
  return (
    <Section id="beispiele" heading={words("examples")}>
      <Stack wide>
        {preview.examples.map(({ example, placed }) => (
          <Table<Placed>
            id={`beispiel-${example}`}
            caption={words(`example_${example}`)}
            rows={placed}
            columns={[
              { heading: words("offer"), cell: ({ title }) => title },
              { heading: words("placeNow"), number: true, cell: ({ before }) => where(before) },
              { heading: words("placeThen"), number: true, cell: ({ after }) => where(after) },
            ]}
          />
        ))}
      </Stack>
    </Section>
  );
};

const History = ({ ctx, changes }: { readonly ctx: Context; readonly changes: readonly Change[] }) => {
  const words = say(ctx);
  if (changes.length === 0) return null;
  const what = ({ before, after }: Change) =>
    partNames
      .filter((name) => before[name] !== after[name])
      .map((name) =>
        words("oneChange", {
          part: partName(ctx, name),
          before: before[name] ?? "",
          after: after[name] ?? "",
        }),
      )
      .join(", ");
  return (
    <More summary={words("history")}>
      <ul>
        {changes.map((change) => (
          <li>
            {words("historyItem", {
              day: dayWithYear(ctx, change.at),
              by: change.by ?? words("by_nobody"),
              changes: what(change),
            })}
          </li>
        ))}
      </ul>
    </More>
  );
};

type OfficeProps = Props & {
  readonly form: Filled;
  readonly formKey: string;
  readonly own: Weights | undefined;
  readonly preview: Preview | undefined;
  readonly changes: readonly Change[];
  readonly saved: boolean;
  readonly refusal: "nothing" | "same" | undefined;
};

const asValues = (weights: Weights): Record<string, string> =>
  Object.fromEntries(Object.entries(weights).map(([name, value]) => [name, String(value)]));

const usualAddress = `${paths.officeWeights}?${new URLSearchParams(asValues(defaultWeights))}`;

/** The office sets the weights, and sees first what that would do. */
export const OfficeWeightsPage = (props: OfficeProps) => {
  const { ctx, weights, form, formKey, own, preview, changes, saved, refusal } = props;
  const words = say(ctx);
  const usual = partNames.every((name) => weights[name] === defaultWeights[name]);
  return (
    <Stack wide>
      <Title heading={words("officeHeading")} lead={words("officeLead")} />
      {saved && <Notice ctx={ctx} kind="success" heading={words("saved")} />}
      {refusal && <Notice ctx={ctx} kind="warning" heading={words(`refused_${refusal}`)} />}
      {preview && own && (
        <Section id="wirkung" heading={words("effect")}>
          <Stack wide>
            <InSum ctx={ctx} preview={preview} />
            <Actions>
              <ActionForm
                action={paths.officeWeights}
                label={words("save")}
                formKey={formKey}
                kind="primary"
                values={asValues(own)}
              />
              <a href={paths.officeWeights}>{words("discard")}</a>
            </Actions>
            <p class="al-soft">{words("saveNext", { town: ctx.place.name })}</p>
          </Stack>
        </Section>
      )}
      {preview && <Examples ctx={ctx} preview={preview} />}
      <Form
        ctx={ctx}
        action={paths.officeWeights}
        method="get"
        form={form}
        submit={words("preview")}
        quiet={preview !== undefined}
        {...(usual ? {} : { cancel: { href: usualAddress, label: words("back") } })}
      >
        {partNames.map((name) => (
          <NumberField name={name} label={partName(ctx, name)} hint={partMeaning(ctx, name)} />
        ))}
      </Form>
      <History ctx={ctx} changes={changes} />
      <p>
        <a href={paths.weights}>{words("toPublic")}</a>
      </p>
    </Stack>
  );
};
