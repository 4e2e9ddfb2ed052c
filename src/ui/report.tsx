import type { PictureFacts } from "#core/files.ts";
import { picturePath } from "#core/files.ts";
import { renderMarkdown } from "#core/markdown.ts";
import type { Block, Cell, Report } from "#methods/report.ts";
import { BarTable } from "./chart.tsx";
import { Facts } from "./facts.tsx";
import type { Reader } from "./messages.ts";
import { say } from "./messages.ts";
import { Prose, Stack } from "./page.tsx";
import { Table } from "./table.tsx";

type Of<Kind extends Block["kind"]> = Extract<Block, { kind: Kind }>;

export type Pictures = ReadonlyMap<string, PictureFacts>;

type BlockProps = {
  readonly ctx: Reader;
  readonly block: Block;
  readonly pictures: Pictures;
  readonly id: string;
};

const isHidden = (cell: Cell | undefined): boolean => typeof cell === "object";

// The page itself has the one h1, so a report begins one level below.
const Heading = ({ block, id }: { readonly block: Of<"heading">; readonly id: string }) => {
  if (block.level === 1) return <h2 id={id}>{block.text}</h2>;
  return block.level === 2 ? <h3 id={id}>{block.text}</h3> : <h4 id={id}>{block.text}</h4>;
};

const Counts = ({
  ctx,
  block,
  id,
}: {
  readonly ctx: Reader;
  readonly block: Of<"table">;
  readonly id: string;
}) => (
  <>
    <Table
      id={id}
      caption={block.caption}
      rows={block.rows}
      columns={block.columns.map((heading, index) => ({
        heading,
        number: index > 0 && block.rows.every((row) => typeof row[index] !== "string"),
        hush: (row: readonly Cell[]) => isHidden(row[index]),
        cell: (row: readonly Cell[]) => {
          const cell = row[index] ?? "";
          return typeof cell === "object" ? say(ctx)("hushed") : cell;
        },
      }))}
    />
    {block.note && <p class="al-soft al-small">{block.note}</p>}
  </>
);

const Picture = ({ block, pictures }: { readonly block: Of<"picture">; readonly pictures: Pictures }) => {
  const picture = pictures.get(block.file);
  if (!picture) return null;
  return (
    <figure class="al-picture">
      <img
        src={picturePath(picture.id)}
        alt={block.description}
        width={picture.width ?? undefined}
        height={picture.height ?? undefined}
        loading="lazy"
      />
      {block.caption && <figcaption>{block.caption}</figcaption>}
    </figure>
  );
};

const Listed = ({ block }: { readonly block: Of<"list"> }) => {
  const items = block.items.map((item) => <li>{item}</li>);
  return block.ordered ? <ol>{items}</ol> : <ul>{items}</ul>;
};

/** One part of a report. */
export const ReportBlock = ({ ctx, block, pictures, id }: BlockProps) => {
  switch (block.kind) {
    case "heading":
      return <Heading block={block} id={id} />;
    case "text":
      return <Prose html={renderMarkdown(block.text, 3)} />;
    case "list":
      return <Listed block={block} />;
    case "facts":
      return <Facts facts={block.facts.map(({ value, label }) => ({ value, sentence: label }))} />;
    case "table":
      return <Counts ctx={ctx} block={block} id={id} />;
    case "bars":
      return <BarTable ctx={ctx} id={id} {...block} />;
    case "quote":
      return (
        <blockquote>
          <p>{block.text}</p>
          {block.source && <footer>{block.source}</footer>}
        </blockquote>
      );
    case "note":
      return <p class="al-note">{block.text}</p>;
    case "picture":
      return <Picture block={block} pictures={pictures} />;
    case "link":
      return (
        <p>
          <a href={block.path}>{block.text}</a>
        </p>
      );
  }
};

type BodyProps = { readonly ctx: Reader; readonly report: Report; readonly pictures: Pictures };

/** A whole report under the heading of its page; what the office left out is not there. */
export const ReportBody = ({ ctx, report, pictures }: BodyProps) => (
  <Stack wide>
    {report.blocks
      .filter(({ omitted }) => !omitted)
      .map((block, index) => (
        <ReportBlock ctx={ctx} block={block} pictures={pictures} id={`teil-${index + 1}`} />
      ))}
  </Stack>
);
