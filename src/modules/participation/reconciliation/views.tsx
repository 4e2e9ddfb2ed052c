import type { Context } from "#core/context.ts";
import { dayAndTime } from "#core/date.ts";
import type { Filled } from "#core/input.ts";
import { number } from "#core/number.ts";
import { BallotTitle } from "#modules/participation/ballot-letters/views.tsx";
import { paths } from "#modules/participation/paths.ts";
import type { Ballot } from "#modules/participation/schema.ts";
import { ButtonLink } from "#ui/button.tsx";
import { Pairs } from "#ui/facts.tsx";
import { NumberField, TextArea, TextField } from "#ui/fields.tsx";
import { Form } from "#ui/form.tsx";
import { Notice } from "#ui/notice.tsx";
import { Actions, Section, Stack, Title } from "#ui/page.tsx";
import { Table } from "#ui/table.tsx";
import { say } from "./messages.ts";
import { type Difference, differencesOf, isCurrent, type Numbers, reconciliationOf } from "./queries.ts";

type NumbersProps = {
  readonly ctx: Context;
  readonly numbers: Numbers;
  /** Counted by hand; not said before it was. */
  readonly unused?: number | undefined;
};

const differenceInWords = (ctx: Context, { what, by }: Difference): string => {
  const words = say(ctx);
  const n = Math.abs(by);
  if (what === "handedOut") return words("less_handedOut", { n });
  return words(by > 0 ? `more_${what}` : `less_${what}`, { n });
};

const signed = (ctx: Context, by: number): string =>
  by === 0 ? say(ctx)("right") : `${by > 0 ? "+" : "−"}${number(ctx, Math.abs(by))}`;

/** The numbers side by side, and each difference in a sentence: for the office, on paper and beside the result. */
export const ReconciliationNumbers = ({ ctx, numbers, unused }: NumbersProps) => {
  const words = say(ctx);
  const paper = numbers.letter + numbers.counter;
  const rows = [
    { what: words("rowOnline"), roll: numbers.online, box: numbers.sheetsOnline },
    { what: words("rowPaper"), roll: paper, box: numbers.sheetsPaper },
    { what: words("rowAll"), roll: numbers.online + paper, box: numbers.sheetsOnline + numbers.sheetsPaper },
  ];
  const differences = differencesOf(numbers, unused ?? 0);
  const handedOut = unused === undefined ? undefined : numbers.printed - unused;
  return (
    <Stack wide>
      <Table
        id="abgleich"
        caption={words("caption")}
        rows={rows}
        columns={[
          { heading: words("what"), cell: ({ what }) => what },
          { heading: words("roll"), number: true, cell: ({ roll }) => number(ctx, roll) },
          { heading: words("box"), number: true, cell: ({ box }) => number(ctx, box) },
          { heading: words("difference"), number: true, cell: ({ roll, box }) => signed(ctx, box - roll) },
        ]}
      />
      {differences.length === 0 ? (
        <p>
          <strong>{words("allRight")}</strong>
        </p>
      ) : (
        <ul>
          {differences.map((difference) => (
            <li>
              <strong>{differenceInWords(ctx, difference)}</strong>
            </li>
          ))}
        </ul>
      )}
      <Pairs
        pairs={[
          [words("entitled"), number(ctx, numbers.entitled)],
          [words("struck"), numbers.struck > 0 && number(ctx, numbers.struck)],
          [words("rowLetter"), number(ctx, numbers.letter)],
          [words("rowCounter"), number(ctx, numbers.counter)],
          [words("invalid"), number(ctx, numbers.invalid)],
          [words("piles"), number(ctx, numbers.piles)],
          [words("printed"), number(ctx, numbers.printed)],
          [words("unused"), unused !== undefined && number(ctx, unused)],
          [words("handedOut"), handedOut !== undefined && number(ctx, handedOut)],
          [
            words("missing"),
            handedOut !== undefined && number(ctx, Math.max(0, handedOut - numbers.sheetsPaper)),
          ],
        ]}
      />
    </Stack>
  );
};

type SignedProps = {
  readonly ctx: Context;
  readonly ballot: Pick<Ballot, "reconciliation" | "reconciliationWords">;
};

/** Who signed the numbers and what they explained; nothing before that. */
export const SignedReconciliation = ({ ctx, ballot }: SignedProps) => {
  const words = say(ctx);
  const kept = reconciliationOf(ballot);
  if (!kept) return null;
  const { firstName: first, secondName: second, at, numbers, unused } = kept;
  return (
    <Stack wide>
      <ReconciliationNumbers ctx={ctx} numbers={numbers} unused={unused} />
      {ballot.reconciliationWords && (
        <p>
          {words("explained")}: {ballot.reconciliationWords}
        </p>
      )}
      <p>{words("signed", { first, second, date: dayAndTime(ctx, new Date(at)) })}</p>
    </Stack>
  );
};

type ViewProps = {
  readonly ctx: Context;
  readonly ballot: Ballot;
  readonly formKey: string;
  readonly numbers: Numbers;
  readonly openPiles: number;
  readonly refusal?: string | undefined;
  readonly notice?: string | undefined;
  readonly form?: Filled | undefined;
};

const Signing = ({ ctx, ballot, formKey, form }: ViewProps) => {
  const words = say(ctx);
  const kept = reconciliationOf(ballot);
  return (
    <Section id="unterschreiben" heading={words("signHeading")}>
      <Form
        ctx={ctx}
        action={paths.reconciliation(ballot.id)}
        submit={words("sign")}
        formKey={formKey}
        form={form}
        next={words("next")}
      >
        <NumberField
          name="uebrig"
          label={words("unusedLabel")}
          hint={words("unusedHint")}
          value={kept ? String(kept.unused) : undefined}
        />
        <TextField name="erste" label={words("firstLabel")} value={kept?.firstName} maximum={200} />
        <TextField name="zweite" label={words("secondLabel")} value={kept?.secondName} maximum={200} />
        <TextArea
          name="worte"
          label={words("wordsLabel")}
          hint={words("wordsHint")}
          value={ballot.reconciliationWords}
          maximum={4_000}
          optional
        />
      </Form>
    </Section>
  );
};

/** The numbers as they are, and the form that two sign. */
export const ReconciliationView = (props: ViewProps) => {
  const { ctx, ballot, numbers, openPiles, refusal, notice } = props;
  const words = say(ctx);
  const kept = reconciliationOf(ballot);
  const isOld = kept !== undefined && !isCurrent(kept, numbers);
  return (
    <>
      <BallotTitle ctx={ctx} ballot={ballot} heading={words("heading")} lead={words("lead")} />
      {refusal && <Notice ctx={ctx} kind="warning" heading={refusal} />}
      {notice && <Notice ctx={ctx} kind="success" heading={notice} />}
      {isOld && <Notice ctx={ctx} kind="warning" heading={words("outdated")} />}
      <Stack wide>
        <ReconciliationNumbers ctx={ctx} numbers={numbers} unused={kept?.unused} />
        {openPiles > 0 && (
          <p>
            {words("openPiles", { n: openPiles })} <a href={paths.piles(ballot.id)}>{words("toPiles")}</a>
          </p>
        )}
        {kept && (
          <p>
            {words("signed", {
              first: kept.firstName,
              second: kept.secondName,
              date: dayAndTime(ctx, new Date(kept.at)),
            })}
          </p>
        )}
        <Actions>
          <ButtonLink href={paths.reconciliationSheet(ballot.id)} kind="secondary">
            {words("toSheet")}
          </ButtonLink>
          {kept && !isOld && <ButtonLink href={paths.count(ballot.id)}>{words("toCount")}</ButtonLink>}
        </Actions>
      </Stack>
      {ballot.state === "closed" && <Signing {...props} />}
    </>
  );
};

type SheetProps = { readonly ctx: Context; readonly ballot: Ballot; readonly numbers: Numbers };

/** The sheet to print, with two lines to sign on. */
export const ReconciliationSheet = ({ ctx, ballot, numbers }: SheetProps) => {
  const words = say(ctx);
  const kept = reconciliationOf(ballot);
  return (
    <div class="al-sheet">
      <article class="al-sheet__block">
        <Title kind={ctx.place.officeName} heading={words("sheetHeading")} lead={ballot.title} />
        <Stack wide>
          <p>{ballot.question}</p>
          <ReconciliationNumbers ctx={ctx} numbers={numbers} unused={kept?.unused} />
          {!kept && <p>{words("filled")}</p>}
          {ballot.reconciliationWords && (
            <p>
              {words("explained")}: {ballot.reconciliationWords}
            </p>
          )}
          <p>{words("sheetText")}</p>
          {[kept?.firstName, kept?.secondName].map((name, index) => (
            <p class="al-slip__line">
              {words(index === 0 ? "firstLabel" : "secondLabel")}
              {name ? `: ${name}. ` : ". "}
              {words("signature")}
            </p>
          ))}
        </Stack>
      </article>
    </div>
  );
};
