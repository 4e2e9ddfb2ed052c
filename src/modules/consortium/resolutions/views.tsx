import type { Context } from "#core/context.ts";
import { dayWithYear } from "#core/date.ts";
import type { Decision, SectorDecision } from "#methods/resolution.ts";
import { paths } from "#modules/consortium/paths.ts";
import { decisionSentence } from "#modules/consortium/procedure/vocabulary.ts";
import { sectorName, subjectName, voteMethodName } from "#modules/consortium/vocabulary.ts";
import { Pairs, SectorSign, State } from "#ui/facts.tsx";
import { Note, Section, Stack, Title } from "#ui/page.tsx";
import { Table } from "#ui/table.tsx";
import { ItemList } from "#ui/task.tsx";
import { say } from "./messages.ts";
import type { ResolutionRow } from "./queries.ts";

type Base = { readonly ctx: Context };

/** Words with their lines as they were typed. */
export const Wording = ({ text }: { readonly text: string }) => (
  <>
    {text.split(/\n{2,}/u).map((part) => (
      <p>{part}</p>
    ))}
  </>
);

const sentenceOf = (ctx: Context, { decision, options }: ResolutionRow): string =>
  decisionSentence(ctx, decision, options);

/** Resolutions as rows, for this page and for those of meetings. */
export const ResolutionItems = ({
  ctx,
  resolutions,
}: Base & { readonly resolutions: readonly ResolutionRow[] }) => (
  <ItemList
    items={resolutions.map((row) => ({
      title: row.title,
      href: paths.resolution(row.label),
      kind: [
        say(ctx)("kind", { number: row.label }),
        dayWithYear(ctx, row.decidedOn),
        ...(row.public ? [] : [say(ctx)("notPublic")]),
      ].join(" · "),
      text: sentenceOf(ctx, row),
    }))}
  />
);

const isSector = (code: string): code is "civil" | "public" | "business" =>
  code === "civil" || code === "public" || code === "business";

// Slips and a show of all hands are not counted by sector.
const countedApart = ({ sectors, yes, no, abstain }: Decision): boolean =>
  sectors.reduce((sum, sector) => sum + sector.yes + sector.no + sector.abstain, 0) === yes + no + abstain;

/** How each sector voted. */
export const SectorTable = ({ ctx, decision }: Base & { readonly decision: Decision }) => {
  const words = say(ctx);
  if (decision.way === "consensing" || !countedApart(decision)) return null;
  return (
    <Table<SectorDecision>
      id="sektoren"
      caption={words("bySector")}
      rows={decision.sectors.filter(({ seats }) => seats > 0)}
      columns={[
        {
          heading: words("sector"),
          cell: ({ sector }) => (
            <>
              {isSector(sector) && <SectorSign sector={sector} />} {sectorName(ctx, sector)}
            </>
          ),
        },
        { heading: words("present"), number: true, cell: ({ present }) => present },
        { heading: words("yes"), number: true, cell: ({ yes }) => yes },
        { heading: words("no"), number: true, cell: ({ no }) => no },
        { heading: words("abstain"), number: true, cell: ({ abstain }) => abstain },
      ]}
    />
  );
};

const rating = (ctx: Context, mean: number | null): string =>
  mean === null ? "–" : (mean / 1000).toLocaleString(ctx.language, { maximumFractionDigits: 1 });

/** What each option of a vote by least resistance met with. */
export const OptionTable = ({
  ctx,
  decision,
  titles,
}: Base & { readonly decision: Decision; readonly titles: Readonly<Record<string, string>> }) => {
  const words = say(ctx);
  const { consensing } = decision;
  if (!consensing) return null;
  return (
    <Table
      id="vorschlaege"
      caption={words("options")}
      rows={consensing.rows}
      columns={[
        {
          heading: words("option"),
          cell: ({ id }) => (
            <>
              {titles[id] ?? id}{" "}
              {decision.passed && id === consensing.winner && <State kind="yes">{words("decided")}</State>}
            </>
          ),
        },
        { heading: words("mean"), number: true, cell: ({ mean }) => rating(ctx, mean) },
        { heading: words("highest"), number: true, cell: ({ highest }) => highest ?? "–" },
        { heading: words("ratings"), number: true, cell: ({ ratings }) => ratings },
      ]}
    />
  );
};

const About = ({ ctx, resolution }: Base & { readonly resolution: ResolutionRow }) => {
  const words = say(ctx);
  const { decidedOn, meetingNumber, meetingTitle, circular, method, subject, rulesId } = resolution;
  return (
    <Pairs
      pairs={[
        [words("decidedOn"), dayWithYear(ctx, decidedOn)],
        [
          words("meeting"),
          meetingNumber !== null && (
            <a href={paths.meeting(meetingNumber)}>
              {words("meetingLink", { number: meetingNumber, title: meetingTitle ?? "" })}
            </a>
          ),
        ],
        [words("method"), circular ? words("circular") : method && voteMethodName(ctx, method)],
        [words("subject"), subjectName(ctx, subject)],
        [words("rules"), rulesId !== null && <a href={paths.rules}>{words("rulesLink")}</a>],
      ]}
    />
  );
};

/** One resolution: its wording, why it passed, how each sector voted, who had an interest of their own. */
export const ResolutionView = ({ ctx, resolution }: Base & { readonly resolution: ResolutionRow }) => {
  const words = say(ctx);
  const { title, label, wording, reason, conflicts, decision, options } = resolution;
  return (
    <Stack wide>
      <Title kind={words("kind", { number: label })} heading={title}>
        {!resolution.public && <State kind="info">{words("notPublic")}</State>}
      </Title>
      <Note id="wortlaut" heading={words("wording")}>
        <Wording text={wording} />
      </Note>
      <Section id="warum" heading={words("why")}>
        <Stack>
          <p>{sentenceOf(ctx, resolution)}</p>
          <SectorTable ctx={ctx} decision={decision} />
          <OptionTable ctx={ctx} decision={decision} titles={options} />
        </Stack>
      </Section>
      {conflicts.length > 0 && (
        <Section id="befangen" heading={words("conflicts")}>
          <p>{words("conflictsText")}</p>
          <ItemList items={conflicts.map(({ seat, words: why }) => ({ title: seat, text: why }))} />
        </Section>
      )}
      {reason && (
        <Section id="begruendung" heading={words("reason")}>
          <Wording text={reason} />
        </Section>
      )}
      <About ctx={ctx} resolution={resolution} />
    </Stack>
  );
};
