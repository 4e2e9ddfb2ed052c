import type { Context } from "#core/context.ts";
import { dayOnly, daysBetween, dayWithYear, isLate } from "#core/date.ts";
import { paths } from "#modules/participation/paths.ts";
import { verdictName } from "#modules/participation/vocabulary.ts";
import { State, type StateKind } from "#ui/facts.tsx";
import { More } from "#ui/page.tsx";
import { type Item, ItemList } from "#ui/task.tsx";
import { say } from "./messages.ts";
import type { AnswerRow } from "./queries.ts";

type Props = { readonly ctx: Context };
type RowProps = Props & { readonly row: AnswerRow };

const kinds: Readonly<Record<NonNullable<AnswerRow["verdict"]>, StateKind>> = {
  yes: "yes",
  partly: "info",
  later: "wait",
  no: "no",
  ballot: "info",
  answered: "yes",
};

/** How it stands: the verdict, how many days it is late, or until when it is owed. */
export const AnswerState = ({ ctx, row }: RowProps) => {
  if (row.state === "hidden") return <State kind="no">{say(ctx)("hidden")}</State>;
  if (row.verdict) return <State kind={kinds[row.verdict]}>{verdictName(ctx, row.verdict)}</State>;
  const days = daysBetween(row.dueOn, ctx.now);
  if (days > 0) return <State kind="late">{say(ctx)("late", { n: days })}</State>;
  return (
    <State kind="wait">
      {days === 0 ? say(ctx)("today") : say(ctx)("dueOn", { day: dayOnly(ctx, row.dueOn) })}
    </State>
  );
};

const Paragraphs = ({ text }: { readonly text: string }) => (
  <>
    {text.split(/\n\s*\n/u).map((part) => (
      <p>{part}</p>
    ))}
  </>
);

const Before = ({ ctx, row }: RowProps) => (
  <>
    {row.earlier.map((one, index) => {
      const changed = row.earlier[index + 1]?.at ?? row.answeredAt?.toISOString() ?? one.at;
      return (
        <More summary={say(ctx)("corrected", { day: dayWithYear(ctx, changed) })}>
          <p class="al-soft al-small">
            {verdictName(ctx, one.verdict)} · {one.answererWords}, {dayWithYear(ctx, one.at)}
          </p>
          <Paragraphs text={one.words} />
        </More>
      );
    })}
  </>
);

/** What the administration says: its words and who says so, or until when it is owed. */
export const AnswerWords = ({ ctx, row }: RowProps) => {
  const words = say(ctx);
  const day = dayWithYear(ctx, row.dueOn);
  if (!row.verdict)
    return (
      <p>
        {isLate(ctx, row.dueOn)
          ? words("owedLate", { day, n: daysBetween(row.dueOn, ctx.now) })
          : words("owed", { day })}
      </p>
    );
  return (
    <div class="al-stack">
      {row.answeredAt && (
        <p class="al-soft al-small">
          {words("answerOf", { who: row.answererWords, day: dayWithYear(ctx, row.answeredAt) })}
        </p>
      )}
      <Paragraphs text={row.words} />
      <Before ctx={ctx} row={row} />
    </div>
  );
};

/** The answer to a proposal, for its own page. */
export const ProposalAnswer = ({ ctx, row }: RowProps) => (
  <div class="al-stack">
    <AnswerState ctx={ctx} row={row} />
    <AnswerWords ctx={ctx} row={row} />
  </div>
);

/** What a row is about: the proposal, or the question as it was asked. */
export const subjectOf = (ctx: Context, { questionWords, number, title }: AnswerRow): string =>
  questionWords || say(ctx)("proposalTitle", { number: number ?? 0, title: title ?? "" });

/** Where a row is read in public. */
export const placeOf = (row: AnswerRow): string =>
  row.questionWords === "" && row.number !== null
    ? paths.proposal(row.processSlug, row.number)
    : `${paths.questions(row.processSlug)}#frage-${row.id}`;

const itemOf = (ctx: Context, row: AnswerRow): Item => ({
  kind: row.processTitle,
  title: subjectOf(ctx, row),
  href: placeOf(row),
  text: row.verdict && row.answeredAt && (
    <p class="al-soft al-small">
      {say(ctx)("answerOf", { who: row.answererWords, day: dayWithYear(ctx, row.answeredAt) })}
    </p>
  ),
  end: <AnswerState ctx={ctx} row={row} />,
});

/** Answers given and owed, as a list that leads on. */
export const AnswerList = ({ ctx, rows }: Props & { readonly rows: readonly AnswerRow[] }) => (
  <ItemList items={rows.map((row) => itemOf(ctx, row))} />
);
