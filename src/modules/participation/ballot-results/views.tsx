import { dayLong } from "#core/date.ts";
import { money, number } from "#core/number.ts";
import { TallyTables } from "#modules/participation/ballot-figures/views.tsx";
import { because, headline, type Result, titleOf } from "#modules/participation/ballot-tables/queries.ts";
import { Ties } from "#modules/participation/ballot-tables/views.tsx";
import { marksInWords, ruleInWords } from "#modules/participation/ballot-words/queries.ts";
import type { Sheet } from "#modules/participation/box/queries.ts";
import { paths } from "#modules/participation/paths.ts";
import { SignedReconciliation } from "#modules/participation/reconciliation/views.tsx";
import type { RollCount } from "#modules/participation/roll/queries.ts";
import type { Ballot } from "#modules/participation/schema.ts";
import { ButtonLink } from "#ui/button.tsx";
import { Facts } from "#ui/facts.tsx";
import { Actions, Section, Stack, Title } from "#ui/page.tsx";
import { Table } from "#ui/table.tsx";
import { say } from "./messages.ts";

type Props = Result & {
  readonly ballot: Ballot;
  readonly counts: RollCount;
  readonly fund: { readonly slug: string } | undefined;
  /** How many sheets lay in the box and count for nobody. */
  readonly invalid: number;
  /** Only of a ballot that was held by name. */
  readonly sheets: readonly Sheet[];
};

const Turnout = ({ ctx, ballot, counts, tally, invalid }: Props) => {
  const words = say(ctx);
  const entitled = ballot.entitledCount ?? counts.entitled;
  return (
    <Section id="beteiligung" heading={words("turnoutHeading")}>
      <Stack>
        <Facts
          facts={[
            {
              value: number(ctx, counts.online + counts.letter + counts.counter),
              ...(ballot.electorate === "roll" && { of: words("votedOf", { all: number(ctx, entitled) }) }),
              sentence: words("voted"),
            },
          ]}
        />
        <p>
          {words("byWay", {
            online: number(ctx, counts.online),
            letter: number(ctx, counts.letter),
            counter: number(ctx, counts.counter),
          })}{" "}
          {tally.blank > 0 && words("blank", { n: tally.blank })}{" "}
          {invalid > 0 && words("invalid", { n: invalid })}
        </p>
      </Stack>
      <SignedReconciliation ctx={ctx} ballot={ballot} />
    </Section>
  );
};

const Chosen = ({ ctx, tally, options, fund }: Props) => {
  const words = say(ctx);
  if (tally.kind !== "equalShares" && tally.kind !== "greedy") return null;
  return (
    <Section id="gefoerdert" heading={words("chosenHeading")}>
      <Stack>
        <div class="al-prose">
          <ul>
            {tally.winners.map((id) => {
              const cost = options.find((option) => option.id === id)?.cost;
              return (
                <li>
                  {titleOf(options, id)}
                  {cost !== undefined && `, ${money(ctx, cost)}`}
                </li>
              );
            })}
          </ul>
        </div>
        {fund && (
          <p>
            <a href={paths.fundResult(fund.slug)}>{words("fundLink")}</a>
          </p>
        )}
      </Stack>
    </Section>
  );
};

const Names = ({ ctx, rule, options, sheets }: Props) => {
  const words = say(ctx);
  if (sheets.length === 0) return null;
  return (
    <Section id="namen" heading={words("namesHeading")}>
      <Table
        id="namentlich"
        caption={words("namesCaption")}
        rows={sheets
          .filter(({ invalid }) => !invalid)
          .toSorted((a, b) => (a.voterName ?? "").localeCompare(b.voterName ?? "", "de"))}
        columns={[
          { heading: words("name"), cell: ({ voterName }) => voterName ?? "–" },
          {
            heading: words("vote"),
            cell: ({ marks }) =>
              marksInWords(ctx, rule, options, marks)
                .map(([what, mark]) => (rule.paper === "yesNo" ? what : `${what}: ${mark}`))
                .join(", ") || words("withoutVote"),
          },
        ]}
      />
    </Section>
  );
};

const Check = ({ ctx, ballot }: Props) => {
  const words = say(ctx);
  return (
    <Section id="nachzaehlen" heading={words("checkHeading")}>
      <Stack>
        <p>{words(ballot.secrecy === "named" ? "checkTextNamed" : "checkText")}</p>
        <Actions>
          <ButtonLink href={paths.recount(ballot.slug)}>{words("recount")}</ButtonLink>
        </Actions>
        <p>
          <b>{words("seal")}:</b> <code class="al-code">{ballot.seal}</code>
        </p>
        <p class="al-soft">{words("sealText")}</p>
      </Stack>
    </Section>
  );
};

/** The result of a ballot: in one sentence, then why, then every figure, and how to count again. */
export const ResultView = (props: Props) => {
  const { ctx, ballot, rule, options } = props;
  const words = say(ctx);
  const why = because(props);
  const isFund = props.tally.kind === "equalShares" || props.tally.kind === "greedy";
  const day = ballot.publishedAt && dayLong(ctx, ballot.publishedAt);
  return (
    <>
      <Title
        kind={day ? words("asOf", { day }) : undefined}
        heading={words("heading", { title: ballot.title })}
        lead={headline(props)}
      />
      <p>{ballot.question}</p>
      <Chosen {...props} />
      {(why.length > 0 || !isFund) && (
        <Section id="warum" heading={words("whyHeading")}>
          <Stack wide>
            {why.length > 0 && (
              <div>
                {why.map((sentence) => (
                  <p>{sentence}</p>
                ))}
              </div>
            )}
            <TallyTables {...props} />
          </Stack>
        </Section>
      )}
      <Ties {...props} />
      <Turnout {...props} />
      <Names {...props} />
      <Section id="regel" heading={words("ruleHeading")}>
        <div class="al-prose">
          <ul>
            {ruleInWords(ctx, rule, options).map((sentence) => (
              <li>{sentence}</li>
            ))}
          </ul>
        </div>
      </Section>
      <Check {...props} />
      <p>
        <a href={paths.ballot(ballot.slug)}>{words("back")}</a>
      </p>
    </>
  );
};
