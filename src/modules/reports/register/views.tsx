import type { Context } from "#core/context.ts";
import { dayWithYear } from "#core/date.ts";
import { say } from "#modules/reports/editing/messages.ts";
import { paths } from "#modules/reports/paths.ts";
import type { ReportCard } from "#modules/reports/queries.ts";
import { kindName } from "#modules/reports/shelf/views.tsx";
import { Empty, Title } from "#ui/page.tsx";
import { Table } from "#ui/table.tsx";

type ListProps = {
  readonly ctx: Context;
  readonly reports: readonly ReportCard[];
};

/** Every report, drafts first. */
export const ReportsView = ({ ctx, reports }: ListProps) => {
  const words = say(ctx);
  return (
    <>
      <Title heading={words("heading")} lead={words("lead")} />
      {reports.length === 0 ? (
        <Empty heading={words("none")}>
          <p>{words("noneText")}</p>
        </Empty>
      ) : (
        <Table
          id="liste"
          caption={words("caption")}
          rows={reports}
          columns={[
            { heading: words("title"), cell: ({ id, title }) => <a href={paths.draft(id)}>{title}</a> },
            { heading: words("kind"), cell: ({ kind }) => kindName(ctx, kind) },
            { heading: words("state"), cell: ({ state }) => words(state) },
            { heading: words("changed"), cell: ({ changedAt }) => dayWithYear(ctx, changedAt) },
          ]}
        />
      )}
    </>
  );
};
