import type { Context } from "#core/context.ts";
import { dayWithYear } from "#core/date.ts";
import { paths as reports } from "#modules/reports/paths.ts";
import type { ReportCard } from "#modules/reports/queries.ts";
import { paths } from "#modules/workshops/paths.ts";
import type { Workshop } from "#modules/workshops/schema.ts";
import { ActionForm } from "#ui/button.tsx";
import { Facts } from "#ui/facts.tsx";
import { Empty, Section, Stack, Title } from "#ui/page.tsx";
import { ItemList } from "#ui/task.tsx";
import { say } from "./messages.ts";
import type { Day } from "./queries.ts";

type Props = {
  readonly ctx: Context;
  readonly formKey: string;
  readonly workshop: Workshop;
  readonly day: Day;
  readonly cards: readonly ReportCard[];
};

const missing = ({ ctx, workshop, day }: Props): readonly string[] => {
  const words = say(ctx);
  const open = day.corrections.filter(({ state }) => state === "open").length;
  const loose =
    day.byTable.reduce((sum, { n }) => sum + n, 0) - day.clusters.reduce((sum, { cards }) => sum + cards, 0);
  return [
    ...(open > 0 ? [words("openCorrections", { n: open })] : []),
    ...(workshop.state === "correcting" ? [words("stillCorrecting")] : []),
    ...(loose > 0 ? [words("unsorted", { n: loose })] : []),
    ...(day.steps.length === 0 ? [words("noSteps")] : []),
  ];
};

/** What goes into the report, what is missing, and the button that puts it together. */
export const FindingsView = (props: Props) => {
  const { ctx, formKey, workshop, day, cards } = props;
  const words = say(ctx);
  const draft = cards.some(({ state }) => state === "draft");
  const lacks = missing(props);
  return (
    <>
      <Title kind={workshop.title} heading={words("heading")} lead={words("lead")} />
      <Section id="inhalt" heading={words("counted")}>
        <Stack wide>
          <Facts
            facts={[
              {
                value: day.participants.all,
                sentence: words(day.participants.present ? "factPresent" : "factRegistered"),
              },
              { value: day.byTable.reduce((sum, { n }) => sum + n, 0), sentence: words("factCards") },
              { value: day.clusters.length, sentence: words("factClusters") },
              { value: day.steps.length, sentence: words("factSteps") },
            ]}
          />
          {lacks.length > 0 && (
            <ul>
              {lacks.map((sentence) => (
                <li>{sentence}</li>
              ))}
            </ul>
          )}
          <ActionForm
            action={paths.findings(workshop.id)}
            label={words(draft ? "again" : "compose")}
            kind="primary"
            formKey={formKey}
          />
          <p class="al-soft">{words("next")}</p>
        </Stack>
      </Section>
      {cards.length > 0 && (
        <Section id="berichte" heading={words("reports")}>
          <ItemList
            items={cards.map(({ id, slug, title, sealedAt }) => ({
              title,
              href: sealedAt ? reports.show(slug) : reports.draft(id),
              kind: sealedAt ? words("sealed", { day: dayWithYear(ctx, sealedAt) }) : words("draft"),
            }))}
          />
        </Section>
      )}
    </>
  );
};

/** There is no sealed report yet. */
export const NoReport = ({ ctx, workshop }: { readonly ctx: Context; readonly workshop: Workshop }) => (
  <>
    <Title heading={say(ctx)("publicTitle", workshop)} />
    <Empty heading={say(ctx)("publicNone")}>
      <p>{say(ctx)("publicNoneText")}</p>
      <p>
        <a href={paths.show(workshop.slug)}>{say(ctx)("back")}</a>
      </p>
    </Empty>
  </>
);
