import type { Context } from "#core/context.ts";
import { type Filled, filledWith } from "#core/input.ts";
import type { Foresight } from "#methods/resolution-foresee.ts";
import { paths } from "#modules/consortium/paths.ts";
import { decisionSentence } from "#modules/consortium/procedure/vocabulary.ts";
import { type Sector, sectorName, subjectName, subjects } from "#modules/consortium/vocabulary.ts";
import { Checkbox, options, Select } from "#ui/choices.tsx";
import { SectorSign, State } from "#ui/facts.tsx";
import { Form } from "#ui/form.tsx";
import { Actions, Empty, Note, Section, Stack, Title } from "#ui/page.tsx";
import { Table } from "#ui/table.tsx";
import { say } from "./messages.ts";
import { saids, type TrialInput, type TrialSeat, type Trials, ways } from "./queries.ts";

type Base = { readonly ctx: Context };

type PickProps<T extends string> = {
  readonly name: string;
  readonly label: string;
  readonly codes: readonly T[];
  readonly chosen: T;
  readonly word: (code: T) => string;
};

// A choice in a row of a table: its label is the row and the column.
const Pick = <T extends string>({ name, label, codes, chosen, word }: PickProps<T>) => (
  <span class="al-field">
    <select name={name} aria-label={label}>
      {codes.map((code) => (
        <option value={code} selected={code === chosen}>
          {word(code)}
        </option>
      ))}
    </select>
  </span>
);

const SeatTable = ({ ctx, seats }: Base & { readonly seats: readonly TrialSeat[] }) => {
  const words = say(ctx);
  return (
    <Table
      id="sitze"
      caption={words("seats")}
      rows={seats}
      columns={[
        {
          heading: words("seat"),
          cell: ({ seat }) => (
            <>
              <SectorSign sector={seat.sector} /> {seat.title}
            </>
          ),
        },
        {
          heading: words("both"),
          cell: ({ seat, way, said }) => (
            <div class="al-counts">
              <Pick
                name={`wie_${seat.id}`}
                label={`${seat.title}: ${words("way")}`}
                codes={ways}
                chosen={way}
                word={(code) => words(`way_${code}`)}
              />
              <Pick
                name={`sagt_${seat.id}`}
                label={`${seat.title}: ${words("said")}`}
                codes={saids}
                chosen={said}
                word={(code) => words(`said_${code}`)}
              />
            </div>
          ),
        },
      ]}
    />
  );
};

const listed = (names: readonly string[]): string => names.join(", ");

/** What a motion depends on, in sentences. */
const dependsOn = (ctx: Context, foresight: Foresight, seats: readonly TrialSeat[]): readonly string[] => {
  const words = say(ctx);
  const { decision, certain, moreSeats, moreYes, changes, margin, blocking, pivotal } = foresight;
  const turning = seats.filter(({ seat }) => pivotal.includes(seat.id)).map(({ seat }) => seat.title);
  return [
    decision.silent > 0 && words(`certain_${certain}`),
    moreSeats !== null && words("moreSeats", { n: moreSeats }),
    !decision.passed && moreYes !== null && moreYes > 0 && words("moreYes", { n: moreYes }),
    !decision.passed &&
      moreYes === null &&
      changes !== null &&
      changes > 0 &&
      words("changes", { n: changes }),
    decision.passed && margin === 0 && words("marginNone"),
    decision.passed && margin !== null && margin > 0 && words("margin", { n: margin }),
    !decision.passed &&
      blocking.length > 0 &&
      words("blocking", { sectors: listed(blocking.map((sector) => sectorName(ctx, sector as Sector))) }),
    turning.length > 0 && turning.length <= 6 && words("pivotal", { seats: listed(turning) }),
  ].filter((sentence): sentence is string => Boolean(sentence));
};

const Outcome = ({ ctx, passed }: Base & { readonly passed: boolean }) => (
  <State kind={passed ? "yes" : "no"}>{say(ctx)(passed ? "would" : "wouldNot")}</State>
);

type ResultProps = Base & {
  readonly trials: Trials;
  /** The seats that are named when each alone can turn it. */
  readonly seats?: readonly TrialSeat[] | undefined;
};

/** What would come of it by the rules in force, and what it depends on. */
export const Result = ({ ctx, trials, seats = [] }: ResultProps) => {
  const words = say(ctx);
  const [first] = trials;
  const { decision } = first.foresight;
  const { number } = first.rules;
  return (
    <Note id="ergebnis" heading={words(decision.passed ? "would" : "wouldNot")}>
      <p>{decisionSentence(ctx, decision)}</p>
      {dependsOn(ctx, first.foresight, seats).map((sentence) => (
        <p>{sentence}</p>
      ))}
      <p class="al-soft">{number === null ? words("byStart") : words("byRules", { number })}</p>
    </Note>
  );
};

/** What would come of it by other versions of the rules, beside those in force. */
export const OtherRules = ({ ctx, trials }: Omit<ResultProps, "seats">) => {
  const words = say(ctx);
  if (trials.length < 2) return null;
  return (
    <Section id="andere" heading={words("otherRules")}>
      <Table
        id="andere-tabelle"
        caption={words("otherRules")}
        rows={trials}
        columns={[
          {
            heading: words("version"),
            cell: ({ state, rules }) => words(`state_${state}`, { number: rules.number ?? 0 }),
          },
          {
            heading: words("outcome"),
            cell: ({ foresight }) => <Outcome ctx={ctx} passed={foresight.decision.passed} />,
          },
          { heading: words("why"), cell: ({ foresight }) => decisionSentence(ctx, foresight.decision) },
        ]}
      />
    </Section>
  );
};

/** What it is about, whether it was announced, and what the chair says with a tie where that counts. */
export const Circumstances = ({ ctx, trials }: Base & { readonly trials: Trials }) => {
  const words = say(ctx);
  return (
    <>
      <Select
        name="gegenstand"
        label={words("subject")}
        blank={false}
        options={options(subjects, (code) => subjectName(ctx, code))}
      />
      <Checkbox name="unangekuendigt" label={words("unannounced")} />
      {trials[0].rules.rules.tie === "castingVote" && (
        <Select
          name="vorsitz"
          label={words("chair")}
          blank={words("chairBlank")}
          options={options(["yes", "no"] as const, (code) => words(`said_${code}`))}
          optional
        />
      )}
    </>
  );
};

type DryRunProps = Base & {
  readonly trials: Trials;
  readonly seats: readonly TrialSeat[];
  readonly input: TrialInput;
};

const formOf = ({ gegenstand, unangekuendigt, vorsitz }: TrialInput): Filled =>
  filledWith({ gegenstand, unangekuendigt, vorsitz });

/** Would this pass, and why? */
export const DryRunView = ({ ctx, seats, input, trials }: DryRunProps) => {
  const words = say(ctx);
  return (
    <Stack wide>
      <Title heading={words("heading")} lead={words("lead")}>
        <p>
          <a href={paths.dryRunCounts}>{words("byCounts")}</a>
        </p>
      </Title>
      {seats.length === 0 ? (
        <Empty heading={words("nobody")} />
      ) : (
        <>
          <Result ctx={ctx} trials={trials} seats={seats} />
          <Form
            ctx={ctx}
            action={paths.dryRun}
            method="get"
            form={formOf(input)}
            submit={words("try")}
            next={words("tryNext")}
          >
            <Circumstances ctx={ctx} trials={trials} />
            <SeatTable ctx={ctx} seats={seats} />
          </Form>
          <OtherRules ctx={ctx} trials={trials} />
          <Actions>
            <a href={paths.rules}>{words("toRules")}</a>
          </Actions>
        </>
      )}
    </Stack>
  );
};
