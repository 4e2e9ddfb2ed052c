import type { Context } from "#core/context.ts";
import { dayAndTime } from "#core/date.ts";
import type { MarkLine } from "#modules/participation/ballot-words/queries.ts";
import { paths } from "#modules/participation/paths.ts";
import { say } from "#modules/participation/polling/messages.ts";
import type { Ballot } from "#modules/participation/schema.ts";
import { Pairs } from "#ui/facts.tsx";
import { Notice } from "#ui/notice.tsx";
import { Stack, Title } from "#ui/page.tsx";

type FoundProps = {
  readonly ctx: Context;
  readonly ballot: Ballot;
  readonly receipt: string;
  readonly isInvalid: boolean;
  /** What stands on the sheet; nothing when there is none, or none is published yet. */
  readonly lines: readonly MarkLine[] | undefined;
};

/** What was published under a receipt. */
export const FoundView = ({ ctx, ballot, receipt, isInvalid, lines }: FoundProps) => {
  const words = say(ctx);
  const until = dayAndTime(ctx, ballot.countsUntil ?? ballot.closesAt);
  return (
    <>
      <Title kind={ballot.title} heading={words("findHeading")} lead={words("findLead", { receipt })} />
      {ballot.state !== "published" && <p>{words("findLater", { until })}</p>}
      {ballot.state === "published" && !lines && (
        <Notice ctx={ctx} kind="warning" heading={words("findNone")}>
          <p>{words("findNoneText", { phone: ctx.place.officePhone })}</p>
        </Notice>
      )}
      {lines && (
        <Stack>
          <p>
            <b>{words(isInvalid ? "findInvalid" : "findHere")}</b>
          </p>
          {lines.length > 0 ? <Pairs pairs={lines} /> : <p>{words("checkBlank")}</p>}
        </Stack>
      )}
      <p>
        <a href={paths.ballot(ballot.slug)}>{words("receiptBack")}</a>
      </p>
    </>
  );
};
