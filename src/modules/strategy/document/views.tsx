import type { ComponentChildren } from "preact";
import type { Context } from "#core/context.ts";
import { dayLong } from "#core/date.ts";
import { diffWords } from "#methods/text-diff.ts";
import { paths as consortium } from "#modules/consortium/paths.ts";
import { Marked } from "#modules/strategy/amendments/views.tsx";
import { paths } from "#modules/strategy/paths.ts";
import { lastDayOf, type ParagraphRow, type VersionRow } from "#modules/strategy/texts/queries.ts";
import { versionStateName } from "#modules/strategy/vocabulary.ts";
import { ButtonLink } from "#ui/button.tsx";
import { Notice } from "#ui/notice.tsx";
import { Empty, Section, Stack, Title } from "#ui/page.tsx";
import { Table } from "#ui/table.tsx";
import { say } from "./messages.ts";
import type { Compared } from "./queries.ts";

type Base = { readonly ctx: Context };

type TextProps = Base & {
  readonly version: VersionRow;
  readonly paragraphs: readonly ParagraphRow[];
  readonly open: boolean;
  readonly sealed: boolean;
  /** The label of the resolution that adopted it. */
  readonly resolution?: string | undefined;
  readonly based?: VersionRow | undefined;
  /** The version that was made of this one by its amendments. */
  readonly successor?: Pick<VersionRow, "number" | "title"> | undefined;
  readonly versions: readonly VersionRow[];
  readonly counts: ReadonlyMap<string, number>;
  readonly children?: ComponentChildren;
};

type StandingProps = Pick<TextProps, "ctx" | "version" | "resolution" | "successor">;

const Standing = ({ ctx, version, resolution, successor }: StandingProps) => {
  const words = say(ctx);
  if (version.adoptedOn)
    return (
      <>
        {words("adopted", { date: dayLong(ctx, version.adoptedOn) })}{" "}
        {resolution && (
          <a href={consortium.resolution(resolution)}>{words("byResolution", { label: resolution })}</a>
        )}
        {version.state === "replaced" && `. ${words("replaced")}`}
      </>
    );
  if (version.state === "amending" && version.amendUntil)
    return <>{words("openUntil", { date: dayLong(ctx, lastDayOf(version.amendUntil)) })}</>;
  if (successor)
    return (
      <>
        {words("settled")} <a href={paths.version(successor.number)}>{words("became", successor)}</a>
      </>
    );
  return <>{versionStateName(ctx, version.state)}</>;
};

const Ways = ({ ctx, version, open, based }: Pick<TextProps, "ctx" | "version" | "open" | "based">) => {
  const words = say(ctx);
  return (
    <p class="al-actions">
      {open && <ButtonLink href={paths.newAmendment}>{words("amend")}</ButtonLink>}
      {based && <a href={paths.comparison(version.number)}>{words("compare", { number: based.number })}</a>}
      {version.easyWords && version.state === "adopted" && <a href={paths.easy}>{words("easy")}</a>}
      <a href={paths.versionPaper(version.number)}>{words("paper")}</a>
    </p>
  );
};

const Line = ({ ctx, row, open, count }: Base & { row: ParagraphRow; open: boolean; count: number }) => {
  const words = say(ctx);
  if (row.kind === "heading") return <h2 id={`absatz-${row.id}`}>{row.words}</h2>;
  return (
    <div class="al-paragraph" id={`absatz-${row.id}`}>
      <a class="al-paragraph__number" href={paths.paragraph(row.id)} aria-label={words("address", row)}>
        {row.number}
      </a>
      <div>
        <p>{row.words}</p>
        {(open || count > 0) && (
          <p class="al-small al-actions">
            {count > 0 && <a href={paths.paragraph(row.id)}>{words("openAmendments", { n: count })}</a>}
            {open && (
              <a
                href={`${paths.newAmendment}?absatz=${row.id}`}
                aria-label={`${words("amend")}: ${words("paragraph", row)}`}
              >
                {words("amend")}
              </a>
            )}
          </p>
        )}
      </div>
    </div>
  );
};

const VersionTable = ({ ctx, versions }: Base & { versions: readonly VersionRow[] }) => {
  const words = say(ctx);
  return (
    <Table
      id="fassungen"
      caption={words("versions")}
      rows={versions}
      columns={[
        {
          heading: words("version", { number: "" }),
          cell: ({ number, title }) => <a href={paths.version(number)}>{`${number}: ${title}`}</a>,
        },
        { heading: words("state"), cell: ({ state }) => versionStateName(ctx, state) },
        { heading: words("date"), cell: ({ adoptedOn }) => adoptedOn && dayLong(ctx, adoptedOn) },
      ]}
    />
  );
};

/** A version as everybody reads it: each paragraph with its number and its lasting address. */
export const TextView = ({
  ctx,
  version,
  paragraphs,
  open,
  sealed,
  resolution,
  based,
  successor,
  versions,
  counts,
  children,
}: TextProps) => {
  const words = say(ctx);
  return (
    <Stack wide>
      <Title
        kind={words("version", version)}
        heading={version.title}
        lead={<Standing ctx={ctx} version={version} resolution={resolution} successor={successor} />}
      >
        <Ways ctx={ctx} version={version} open={open} based={based} />
      </Title>
      {version.hash && !sealed && <Notice ctx={ctx} kind="error" heading={words("unsealed")} />}
      {version.vision && (
        <Section id="vision" heading={words("vision")}>
          <p class="al-title__lead">{version.vision}</p>
        </Section>
      )}
      <div class="al-paragraphs">
        {paragraphs.map((row) => (
          <Line ctx={ctx} row={row} open={open} count={counts.get(row.id) ?? 0} />
        ))}
      </div>
      {version.hash && (
        <Section id="siegel" heading={words("seal")}>
          <p>{words("sealText")}</p>
          <p class="al-small">
            <code class="al-break">{version.hash}</code>
          </p>
        </Section>
      )}
      {children}
      <VersionTable ctx={ctx} versions={versions} />
    </Stack>
  );
};

export const NoneView = ({ ctx, versions }: Base & { versions: readonly VersionRow[] }) => {
  const words = say(ctx);
  return (
    <Stack wide>
      <Title heading={words("text")} lead={words("textLead")} />
      <Empty heading={words("none")}>
        <p>{words("noneText")}</p>
      </Empty>
      {versions.length > 0 && <VersionTable ctx={ctx} versions={versions} />}
    </Stack>
  );
};

/** Two versions as one text: what went, what came. */
export const ComparisonView = ({
  ctx,
  version,
  other,
  lines,
}: Base & { version: VersionRow; other: VersionRow; lines: readonly Compared[] }) => {
  const words = say(ctx);
  return (
    <Stack wide>
      <Title
        heading={words("compareHeading", { number: version.number, other: other.number })}
        lead={words("compareLead")}
      />
      {lines.every((line) => line.kind === "kept" && line.edits.length === 0) && <p>{words("same")}</p>}
      {lines.map((line) => {
        if (line.kind === "kept") return <Marked ctx={ctx} base={line.base} edits={line.edits} />;
        const edits = diffWords(
          line.kind === "new" ? "" : line.row.words,
          line.kind === "new" ? line.row.words : "",
        );
        return (
          <div>
            <p class="al-soft al-small">{words(line.kind === "new" ? "onlyNew" : "onlyOld")}</p>
            <Marked ctx={ctx} base={line.kind === "new" ? "" : line.row.words} edits={edits} />
          </div>
        );
      })}
    </Stack>
  );
};

/** The same in easy words, typed by the office. */
export const EasyView = ({ ctx, version }: Base & { version: VersionRow | undefined }) => {
  const words = say(ctx);
  return (
    <Stack wide>
      <Title heading={words("easyHeading")} />
      {version?.easyWords ? (
        <div class="al-prose" lang="de-x-easy">
          {version.easyWords.split(/\n\s*\n/u).map((paragraph) => (
            <p>
              {paragraph.split("\n").map((line) => (
                <>
                  {line}
                  <br />
                </>
              ))}
            </p>
          ))}
        </div>
      ) : (
        <Empty heading={words("easyNone")} />
      )}
      <p>
        <a href={paths.text}>{words("text")}</a>
      </p>
    </Stack>
  );
};
