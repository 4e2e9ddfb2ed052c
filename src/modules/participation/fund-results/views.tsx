import type { Context } from "#core/context.ts";
import type { Filled } from "#core/input.ts";
import { money, number } from "#core/number.ts";
import type { Tie } from "#methods/ballot.ts";
import { type FundResult, titleOf } from "#modules/participation/fund-reasons/queries.ts";
import { ProjectList } from "#modules/participation/fund-reasons/views.tsx";
import { FundRuleList } from "#modules/participation/funds/views.tsx";
import { paths } from "#modules/participation/paths.ts";
import type { Ballot, Process } from "#modules/participation/schema.ts";
import { ButtonLink } from "#ui/button.tsx";
import { TextField } from "#ui/fields.tsx";
import { Form } from "#ui/form.tsx";
import { Empty, Note, Section, Stack, Title, TwoColumns } from "#ui/page.tsx";
import { Purse } from "#ui/purse.tsx";
import { Table } from "#ui/table.tsx";
import { say } from "./messages.ts";
import type { ShownSheet } from "./queries.ts";

type Props = { readonly ctx: Context; readonly process: Process; readonly result: FundResult };

const titles = (result: FundResult, ids: readonly string[]): string =>
  ids.map((id) => titleOf(result, id)).join(", ");

const Believe = ({ ctx, result }: Pick<Props, "ctx" | "result">) => {
  const words = say(ctx);
  const { ballot, tally } = result;
  return (
    <Note id="pruefen" heading={words("believe")}>
      <p>
        {ballot.secrecy === "named" ? words("believeNamed") : words("believeSecret", { n: tally.people })}
      </p>
      <p>
        <ButtonLink href={paths.recount(ballot.slug)}>{words("recount")}</ButtonLink>
      </p>
      <p class="al-small">
        <a href={paths.ballotResult(ballot.slug)}>{words("files")}</a>
      </p>
    </Note>
  );
};

type SheetProps = Pick<Props, "ctx" | "process" | "result"> & {
  readonly sheet: ShownSheet;
  readonly form: Filled;
};

const sheetWords = (ctx: Context, { receipt: code, invalid, marked }: ShownSheet): string => {
  const words = say(ctx);
  // A number is not broken at the end of a line.
  const receipt = code.replaceAll("-", "\u2011");
  if (invalid) return words("purseInvalid", { receipt });
  return marked === 0 ? words("purseEmpty", { receipt }) : words("purseText", { receipt, n: marked });
};

const OneVote = ({ ctx, process, result, sheet, form }: SheetProps) => {
  const words = say(ctx);
  const { purse, receipt } = sheet;
  const parts = [
    ...purse.paid.map(({ id, amount }) => ({ name: titleOf(result, id), amount, rest: false })),
    { name: words("unspent"), amount: purse.left, rest: true },
  ];
  return (
    <Section id="eine-stimme" heading={words("purse", { share: money(ctx, purse.share) })} space="none">
      <Stack>
        <p>{sheetWords(ctx, sheet)}</p>
        {!sheet.invalid && (
          <>
            <Purse parts={parts} />
            <Table
              id="beitraege"
              caption={<span class="al-hidden">{words("purseCaption", { receipt })}</span>}
              rows={parts}
              columns={[
                { heading: words("project"), cell: ({ name }) => name },
                { heading: words("contribution"), number: true, cell: ({ amount }) => money(ctx, amount) },
              ]}
            />
          </>
        )}
        <Form
          ctx={ctx}
          action={`${paths.fundResult(process.slug)}#eine-stimme`}
          method="get"
          submit={words("showSheet")}
          form={form}
          quiet
        >
          <TextField name="quittung" label={words("receipt")} hint={words("receiptHint")} maximum={60} />
        </Form>
      </Stack>
    </Section>
  );
};

const Rule = ({ ctx, result }: Pick<Props, "ctx" | "result">) => {
  const words = say(ctx);
  const { tally, rule, fund } = result;
  const isShares = tally.kind === "equalShares";
  return (
    <Section id="regel" heading={words("rule")} space="none">
      <Stack>
        <FundRuleList ctx={ctx} rule={rule} />
        {isShares && (
          <p>
            {tally.steps > 0
              ? words("shares", {
                  first: money(ctx, Math.floor(tally.firstShare)),
                  share: money(ctx, Math.floor(tally.share)),
                })
              : words("sharesOnly", { share: money(ctx, Math.floor(tally.share)) })}
          </p>
        )}
        {isShares && tally.allFit && <p>{words("allFitText")}</p>}
        {isShares && tally.taken === "greedy" && (
          <p>{words("greedyTaken", { better: tally.greedy.better, worse: tally.greedy.worse })}</p>
        )}
        {fund.sourceWords && <p class="al-soft">{fund.sourceWords}</p>}
      </Stack>
    </Section>
  );
};

/** What a list by votes would have funded instead. */
const Simple = ({ ctx, result }: Pick<Props, "ctx" | "result">) => {
  const words = say(ctx);
  const { tally } = result;
  if (tally.kind !== "equalShares" || tally.taken === "greedy") return null;
  const { greedy, winners } = tally;
  const more = greedy.winners.filter((id) => !winners.includes(id));
  const less = winners.filter((id) => !greedy.winners.includes(id));
  const people = {
    better: number(ctx, greedy.better),
    worse: number(ctx, greedy.worse),
    same: number(ctx, greedy.same),
  };
  return (
    <Section id="einfach" heading={words("simple")} space="none">
      {more.length + less.length === 0 ? (
        <p>{words("simpleSame")}</p>
      ) : (
        <Stack>
          <p>{words("simpleWould", { n: greedy.winners.length, cost: money(ctx, greedy.cost) })}</p>
          {more.length > 0 && <p>{words("simpleMore", { names: titles(result, more) })}</p>}
          {less.length > 0 && <p>{words("simpleLess", { names: titles(result, less) })}</p>}
          <p>{words("simplePeople", people)}</p>
        </Stack>
      )}
    </Section>
  );
};

const tieReasons = { approvers: "tie_approvers", cost: "tie_cost" } as const;

const tieReason = (ctx: Context, { by }: Tie): string =>
  say(ctx)(by === "approvers" || by === "cost" ? tieReasons[by] : "tie_order");

const Ties = ({ ctx, result }: Pick<Props, "ctx" | "result">) => {
  const words = say(ctx);
  if (result.tally.ties.length === 0) return null;
  return (
    <Section id="gleichauf" heading={words("ties")} space="none">
      <ul>
        {result.tally.ties.map((tie) => (
          <li>
            {words("tie", {
              round: tie.round,
              names: titles(result, tie.among),
              taken: titleOf(result, tie.taken),
              reason: tieReason(ctx, tie),
            })}
          </li>
        ))}
      </ul>
    </Section>
  );
};

type ResultProps = Props & { readonly sheet: ShownSheet | undefined; readonly form: Filled };

/** The result of a fund: what is funded, why not, one vote from near, the rule, and how to count it again. */
export const ResultView = ({ ctx, process, result, sheet, form }: ResultProps) => {
  const words = say(ctx);
  const { tally } = result;
  const lead = [
    words("leadPeople", { n: tally.people }),
    words("leadPot", { pot: money(ctx, tally.budget) }),
    ...(tally.kind === "equalShares" && tally.taken === "shares" ? [words("leadShares")] : []),
  ];
  const counts = { n: tally.winners.length, all: tally.winners.length + tally.unfunded.length };
  return (
    <>
      <Title kind={process.title} heading={words("heading", counts)} lead={lead.join(" ")} />
      <TwoColumns>
        <ProjectList ctx={ctx} process={process} result={result} />
        <Stack wide>
          <Believe ctx={ctx} result={result} />
          {sheet && <OneVote ctx={ctx} process={process} result={result} sheet={sheet} form={form} />}
          <Rule ctx={ctx} result={result} />
          <Simple ctx={ctx} result={result} />
          <Ties ctx={ctx} result={result} />
        </Stack>
      </TwoColumns>
    </>
  );
};

type NoResultProps = Pick<Props, "ctx" | "process"> & { readonly ballot: Ballot | undefined };

/** Before the result: what comes first. */
export const NoResultView = ({ ctx, process, ballot }: NoResultProps) => {
  const words = say(ctx);
  return (
    <>
      <Title kind={process.title} heading={words("title")} />
      <Empty heading={words("notYet")}>
        <p>{words(ballot ? "notYetText" : "noBallotText")}</p>
        <p>
          {ballot ? (
            <a href={paths.ballot(ballot.slug)}>{words("toBallot")}</a>
          ) : (
            <a href={paths.show(process.slug)}>{words("toProcess")}</a>
          )}
        </p>
      </Empty>
    </>
  );
};
