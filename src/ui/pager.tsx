import { number } from "#core/number.ts";
import { type Reader, say } from "./messages.ts";

type PagerProps = {
  readonly ctx: Reader;
  readonly page: number;
  readonly size: number;
  readonly total: number;
  /** The address of a page. */
  readonly href: (page: number) => string;
  /** The words for the link on: "Nächste 5 Angebote". */
  readonly next?: string | undefined;
};

/** "1–20 von 137" and the way on; nothing when there is only one page. */
export const Pager = ({ ctx, page, size, total, href, next }: PagerProps) => {
  if (total <= size) return null;
  const words = say(ctx);
  const from = (page - 1) * size + 1;
  const to = Math.min(page * size, total);
  return (
    <nav class="al-pages" aria-label={words("pages")}>
      {page > 1 && (
        <a href={href(page - 1)} rel="prev">
          {words("previousPage")}
        </a>
      )}
      <span>
        {words("range", { from: number(ctx, from), to: number(ctx, to), total: number(ctx, total) })}
      </span>
      {to < total && (
        <a href={href(page + 1)} rel="next">
          {next ?? words("nextPage", { n: Math.min(size, total - to) })}
        </a>
      )}
    </nav>
  );
};
