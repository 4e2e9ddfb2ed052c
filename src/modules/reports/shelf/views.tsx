import type { Context } from "#core/context.ts";
import { dayWithYear } from "#core/date.ts";
import { say as common } from "#modules/reports/messages.ts";
import { paths } from "#modules/reports/paths.ts";
import type { ReportCard, ReportRow } from "#modules/reports/queries.ts";
import type { Threads as Tied } from "#modules/threads/queries.ts";
import { Threads } from "#modules/threads/views.tsx";
import { Empty, Section, Stack, Title } from "#ui/page.tsx";
import { type Pictures, ReportBody } from "#ui/report.tsx";
import { ItemList } from "#ui/task.tsx";
import { say } from "./messages.ts";

const kinds = ["workshop", "year", "release", "use"] as const;

/** "Ergebnisbericht": what kind of report it is. */
export const kindName = (ctx: Context, kind: string): string => {
  const known = kinds.find((one) => one === kind) ?? "other";
  return common(ctx)(`kind_${known}`);
};

type ListProps = { readonly ctx: Context; readonly reports: readonly ReportCard[] };

const Cards = ({ ctx, reports }: ListProps) => (
  <ItemList
    items={reports.map(({ slug, title, kind, sealedAt }) => ({
      title,
      href: paths.show(slug),
      kind: kindName(ctx, kind),
      text: sealedAt && say(ctx)("sealedOn", { date: dayWithYear(ctx, sealedAt) }),
    }))}
  />
);

/** All sealed reports, newest first. */
export const ShelfView = ({ ctx, reports }: ListProps) => {
  const words = say(ctx);
  return (
    <>
      <Title heading={words("heading")} lead={words("lead")} />
      {reports.length === 0 ? (
        <Empty heading={words("none")}>
          <p>{words("noneText")}</p>
        </Empty>
      ) : (
        <Cards ctx={ctx} reports={reports} />
      )}
    </>
  );
};

type ReportProps = {
  readonly ctx: Context;
  readonly row: ReportRow;
  readonly pictures: Pictures;
  readonly threads: Tied;
  readonly others: readonly ReportCard[];
};

const Files = ({ ctx, row }: Pick<ReportProps, "ctx" | "row">) => {
  const words = say(ctx);
  return (
    <ul>
      <li>
        {row.fileId ? (
          <a href={paths.file(row.slug, "pdf")}>{words("paper")}</a>
        ) : (
          words(row.paperFailed ? "paperFailed" : "paperSoon")
        )}
      </li>
      <li>
        <a href={paths.file(row.slug, "json")}>{words("data")}</a>
      </li>
      <li>
        <a href={paths.file(row.slug, "csv")}>{words("tables")}</a>
      </li>
    </ul>
  );
};

/** A sealed report with its files, its check sum, and the thread it hangs on. */
export const ReportView = ({ ctx, row, pictures, threads, others }: ReportProps) => {
  const words = say(ctx);
  const { content } = row;
  return (
    <>
      <Title
        kind={kindName(ctx, row.kind)}
        heading={content.title}
        lead={[content.subtitle, words("by", { author: content.author, stand: content.stand })]
          .filter(Boolean)
          .join(". ")}
      />
      <Stack wide>
        <Files ctx={ctx} row={row} />
        <ReportBody ctx={ctx} report={content} pictures={pictures} />
      </Stack>
      <Threads ctx={ctx} thing={{ kind: "report", id: row.id }} threads={threads} />
      <Section id="siegel" heading={words("sealHeading")}>
        <Stack>
          <p>{words("sealText", { date: dayWithYear(ctx, row.sealedAt ?? row.changedAt) })}</p>
          <p>
            <code class="al-hash">{row.contentHash}</code>
          </p>
          <p class="al-soft">{words("sealHow")}</p>
        </Stack>
      </Section>
      {others.length > 0 && (
        <Section id="weitere" heading={words("others")}>
          <Cards ctx={ctx} reports={others} />
        </Section>
      )}
    </>
  );
};
