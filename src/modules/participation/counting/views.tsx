import type { Context } from "#core/context.ts";
import { number, percent } from "#core/number.ts";
import type { Tally } from "#methods/ballot-tally.ts";
import { BallotTitle } from "#modules/participation/ballot-letters/views.tsx";
import { paths } from "#modules/participation/paths.ts";
import type { Ballot, BallotOption } from "#modules/participation/schema.ts";
import { ActionForm, ButtonLink } from "#ui/button.tsx";
import { Facts, Pairs } from "#ui/facts.tsx";
import { Notice } from "#ui/notice.tsx";
import { Actions, Section, Stack } from "#ui/page.tsx";
import type { PublishRefusal } from "./commands.ts";
import { say } from "./messages.ts";
import type { CountObstacle } from "./queries.ts";

type CountProps = {
  readonly ctx: Context;
  readonly ballot: Ballot;
  readonly formKey: string;
  readonly options: readonly BallotOption[];
  readonly tally: Tally | undefined;
  readonly why: CountObstacle | undefined;
  readonly refusal?: PublishRefusal | undefined;
};

const chosenIn = (ctx: Context, tally: Tally, options: readonly BallotOption[]): string => {
  const words = say(ctx);
  if ("passed" in tally) return words(tally.passed ? "yes" : "no");
  const titles = options.filter(({ key }) => tally.winners.includes(key)).map(({ title }) => title);
  return titles.length > 0 ? titles.join("; ") : words("nobody");
};

const Result = ({ ctx, ballot, formKey, options, tally, why }: CountProps) => {
  const words = say(ctx);
  if (!tally || ballot.sheetCount === null || ballot.entitledCount === null) return null;
  const { sheetCount: sheets, entitledCount: entitled } = ballot;
  return (
    <Section id="ergebnis" heading={words("resultHeading")}>
      <Stack wide>
        <p>
          <strong>{chosenIn(ctx, tally, options)}</strong>
        </p>
        <Facts
          facts={[
            { value: number(ctx, sheets), sentence: words("sheets") },
            { value: number(ctx, entitled), sentence: words("entitled") },
            ...(entitled > 0
              ? [{ value: percent(ctx, Math.min(1, sheets / entitled), 1), sentence: words("turnout") }]
              : []),
          ]}
        />
        <Pairs pairs={[[words("seal"), <code class="al-long">{ballot.seal}</code>]]} />
        {ballot.state === "closed" && !why && (
          <Stack>
            <ActionForm
              action={`${paths.count(ballot.id)}/veroeffentlichung`}
              label={words("publish")}
              formKey={`${formKey}v`}
              kind="primary"
            />
            <p class="al-soft">{words("publishText")}</p>
          </Stack>
        )}
      </Stack>
    </Section>
  );
};

/** Whether it can be counted, what came out, and the step that makes it public. */
export const CountView = (props: CountProps) => {
  const { ctx, ballot, formKey, tally, why, refusal } = props;
  const words = say(ctx);
  const problem = refusal ?? (why === "published" ? undefined : why);
  const isCounting = ballot.countingSince !== null;
  return (
    <>
      <BallotTitle ctx={ctx} ballot={ballot} heading={words("heading")} lead={words("lead")} />
      {problem && <Notice ctx={ctx} kind="warning" heading={words(`why_${problem}`)} />}
      {ballot.countingFailed && (
        <Notice ctx={ctx} kind="error" heading={words("failed", { why: ballot.countingFailed })} />
      )}
      {isCounting && <Notice ctx={ctx} heading={words("counting")} />}
      {ballot.state === "published" && (
        <Notice ctx={ctx} kind="success" heading={words("published")}>
          <a href={paths.ballotResult(ballot.slug)}>{words("toResult")}</a>
        </Notice>
      )}
      {tally && ballot.state === "closed" && !isCounting && (
        <Notice ctx={ctx} kind="success" heading={words("counted")} />
      )}
      {(why === "piles" || why === "unsigned" || why === "outdated") && (
        <Actions>
          <ButtonLink href={why === "piles" ? paths.piles(ballot.id) : paths.reconciliation(ballot.id)}>
            {words(why === "piles" ? "toPiles" : "toReconciliation")}
          </ButtonLink>
        </Actions>
      )}
      <Result {...props} />
      {!why && !isCounting && (
        <ActionForm
          action={paths.count(ballot.id)}
          label={words(tally ? "again" : "count")}
          formKey={formKey}
          kind={tally ? "secondary" : "primary"}
        />
      )}
    </>
  );
};
