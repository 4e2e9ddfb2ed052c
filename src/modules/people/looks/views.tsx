import type { Context } from "#core/context.ts";
import { time } from "#core/date.ts";
import { paths } from "#modules/people/paths.ts";
import { Empty, Stack, Title } from "#ui/page.tsx";
import { Pager } from "#ui/pager.tsx";
import { Timeline } from "#ui/timeline.tsx";
import { say } from "./messages.ts";
import { type LookRow, pageSize } from "./queries.ts";

type Props = {
  readonly ctx: Context;
  readonly items: readonly LookRow[];
  readonly total: number;
  readonly page: number;
};

const whoOf = (ctx: Context, { viewer, viewerOrganizationId }: LookRow): string => {
  const words = say(ctx);
  if (!viewer) return words("house");
  return words(viewerOrganizationId ? "forOrganization" : "office", { name: viewer });
};

/** Who saw my data, when and what for. */
export const LooksView = ({ ctx, items, total, page }: Props) => {
  const words = say(ctx);
  const moments = items.map((look) => ({
    when: look.seenAt,
    text: `${time(ctx, look.seenAt)}: ${words("entry", { who: whoOf(ctx, look), purpose: look.purpose })}`,
  }));
  return (
    <Stack wide>
      <Title heading={words("title")} lead={words("lead")} />
      {items.length === 0 ? <Empty heading={words("nobody")} /> : <p>{words("times", { n: total })}</p>}
      <Timeline ctx={ctx} moments={moments} />
      <Pager
        ctx={ctx}
        page={page}
        size={pageSize}
        total={total}
        href={(number) => `${paths.looks}?seite=${number}`}
      />
      {ctx.place.officePhone && <p>{words("question", { phone: ctx.place.officePhone })}</p>}
    </Stack>
  );
};
