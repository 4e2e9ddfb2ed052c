import type { Context } from "#core/context.ts";
import { dayAndTime } from "#core/date.ts";
import type { Filled } from "#core/input.ts";
import type { BallotOption, BallotRule, Marks } from "#methods/ballot.ts";
import { howToFill, marksInWords } from "#modules/participation/ballot-words/queries.ts";
import type { CastRefusal } from "#modules/participation/box/commands.ts";
import { paths } from "#modules/participation/paths.ts";
import { say } from "#modules/participation/polling/messages.ts";
import { type AtBox, hiddenMarks } from "#modules/participation/polling/queries.ts";
import { NotEntitled } from "#modules/participation/polling/views.tsx";
import type { Ballot, BallotOption as OptionRow } from "#modules/participation/schema.ts";
import { SheetFields } from "#modules/participation/sheet/views.tsx";
import { Pairs } from "#ui/facts.tsx";
import { HiddenField, TextField } from "#ui/fields.tsx";
import { Form } from "#ui/form.tsx";
import { Notice } from "#ui/notice.tsx";
import { Section, Stack, Title } from "#ui/page.tsx";

type Base = { readonly ctx: Context; readonly ballot: Ballot };

/** Where the code of a letter is typed in. */
export const DoorView = ({
  ctx,
  ballot,
  form,
  isOpen,
}: Base & { readonly form: Filled; readonly isOpen: boolean }) => {
  const words = say(ctx);
  const span = { from: dayAndTime(ctx, ballot.opensAt), until: dayAndTime(ctx, ballot.closesAt) };
  return (
    <>
      <Title kind={ballot.title} heading={words("codeHeading")} lead={words("codeLead")} />
      {!isOpen && <Notice ctx={ctx} heading={words("opens", span)} />}
      <Form
        ctx={ctx}
        action={paths.ballotCode(ballot.slug)}
        submit={words("codeGo")}
        next={words("codeNext")}
        form={form}
      >
        <TextField
          name="code"
          label={words("codeLabel")}
          hint={words("codeHint")}
          width="medium"
          autocomplete="off"
          maximum={40}
        />
      </Form>
    </>
  );
};

/** No sheet for this one now: why, and what helps. */
export const GoneView = ({ ctx, ballot, box, isOpen }: Base & { box: AtBox; isOpen: boolean }) => {
  const words = say(ctx);
  const span = { from: dayAndTime(ctx, ballot.opensAt), until: dayAndTime(ctx, ballot.closesAt) };
  return (
    <>
      <Title kind={ballot.title} heading={words("sheetHeading")} />
      <Stack wide>
        {isOpen ? (
          <NotEntitled ctx={ctx} ballot={ballot} box={box} />
        ) : (
          <Notice ctx={ctx} kind="warning" heading={words("refused_notOpen")}>
            <p>{words("opens", span)}</p>
          </Notice>
        )}
        {isOpen && box.standing !== "voted" && (
          <p>
            <a href={paths.ballotCode(ballot.slug)}>{words("toCode")}</a>
          </p>
        )}
        <p>
          <a href={paths.ballot(ballot.slug)}>{words("receiptBack")}</a>
        </p>
      </Stack>
    </>
  );
};

type SheetProps = Base & {
  readonly box: AtBox;
  readonly rule: BallotRule;
  readonly rows: readonly OptionRow[];
  readonly receipt: string;
  readonly form: Filled;
};

const nameOf = ({ ctx, box }: Pick<SheetProps, "ctx" | "box">): string =>
  box.voter?.name || (ctx.actor.kind === "person" ? ctx.actor.name : "");

/** The sheet itself: works with a pen stroke, a key, or a finger, and without scripts. */
export const SheetView = (props: SheetProps) => {
  const { ctx, ballot, rule, rows, receipt, form } = props;
  const words = say(ctx);
  return (
    <>
      <Title kind={ballot.title} heading={ballot.question} />
      {ballot.secrecy === "named" && (
        <Notice ctx={ctx} heading={words("sheetNamed", { name: nameOf(props) })} />
      )}
      <div class="al-prose">
        <ul>
          {howToFill(ctx, rule).map((sentence) => (
            <li>{sentence}</li>
          ))}
        </ul>
      </div>
      <Section id="zettel" heading={words("sheetHeading")}>
        <Form
          ctx={ctx}
          action={paths.sheet(ballot.slug)}
          submit={words("see")}
          next={words("seeNext")}
          form={form}
        >
          <HiddenField name="quittung" value={receipt} />
          <SheetFields ctx={ctx} rule={rule} rows={rows} />
        </Form>
      </Section>
    </>
  );
};

type FilledProps = Base & {
  readonly rule: BallotRule;
  readonly options: readonly BallotOption[];
  readonly marks: Marks;
  readonly receipt: string;
};

const InWords = ({ ctx, rule, options, marks }: FilledProps) => {
  const words = say(ctx);
  const lines = marksInWords(ctx, rule, options, marks);
  if (lines.length > 0) return <Pairs pairs={lines} />;
  return (
    <Notice ctx={ctx} heading={words("checkBlank")}>
      <p>{words("checkBlankText")}</p>
    </Notice>
  );
};

/** Everything once more, in words, before it counts. */
export const CheckView = (props: FilledProps & { readonly refusal?: CastRefusal | undefined }) => {
  const { ctx, ballot, rule, marks, receipt, refusal } = props;
  const words = say(ctx);
  const isOver = refusal !== undefined && refusal !== "receiptTaken";
  return (
    <>
      <Title kind={ballot.title} heading={words("checkHeading")} lead={words("checkLead")} />
      {refusal && <Notice ctx={ctx} kind="warning" heading={words(`refused_${refusal}`)} />}
      <InWords {...props} />
      {isOver ? (
        <p>
          <a href={paths.ballot(ballot.slug)}>{words("receiptBack")}</a>
        </p>
      ) : (
        <Form
          ctx={ctx}
          action={paths.sheet(ballot.slug)}
          submit={words("cast")}
          next={`${words(ballot.secrecy === "named" ? "castNextNamed" : "castNext")} ${words("checkReceipt", { receipt })}`}
          secondary={[{ label: words("change"), name: "zurueck", value: "1" }]}
        >
          <HiddenField name="schritt" value="abstimmen" />
          <HiddenField name="quittung" value={receipt} />
          {hiddenMarks(rule, marks).map(([name, value]) => (
            <HiddenField name={name} value={value} />
          ))}
        </Form>
      )}
    </>
  );
};

/** It lies in the box. To print, or to write down. */
export const ReceiptView = (props: FilledProps) => {
  const { ctx, ballot, receipt } = props;
  const words = say(ctx);
  return (
    <>
      <Title kind={ballot.title} heading={words("receiptHeading")} lead={words("receiptLead")} />
      <div class="al-note al-stack">
        <p>{words("receiptLabel")}</p>
        <p>
          <b class="al-code">{receipt}</b>
        </p>
      </div>
      <Section id="damit" heading={words("receiptWhat")}>
        <div class="al-prose">
          <ul>
            <li>{words("receiptKeep")}</li>
            <li>{words("receiptFind")}</li>
            <li>{words("receiptShow")}</li>
          </ul>
        </div>
      </Section>
      <Section id="stimme" heading={words("receiptYours")}>
        <InWords {...props} />
      </Section>
      <p>
        <a href={paths.ballot(ballot.slug)}>{words("receiptBack")}</a>
      </p>
    </>
  );
};
