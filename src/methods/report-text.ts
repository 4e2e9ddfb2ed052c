import MarkdownIt from "markdown-it";
import { keepStarsInWords } from "#core/markdown.ts";

/** A piece of a line: plain, strong, stressed, or a link. */
export type Span = {
  readonly text: string;
  readonly strong?: true;
  readonly stress?: true;
  readonly href?: string;
};

/** A paragraph or a line of a list, as paper needs it. */
export type Piece =
  | { readonly is: "paragraph"; readonly spans: readonly Span[] }
  | { readonly is: "heading"; readonly spans: readonly Span[] }
  | { readonly is: "list"; readonly ordered: boolean; readonly items: readonly (readonly Span[])[] };

const reader = new MarkdownIt({ html: false, linkify: false }).disable(["image", "table", "code", "fence"]);
keepStarsInWords(reader);

type Token = ReturnType<typeof reader.parse>[number];

const spansOf = (token: Token | undefined): Span[] => {
  let [strong, stress, href] = [false, false, ""];
  return (token?.children ?? []).flatMap((child): Span[] => {
    if (child.type === "strong_open" || child.type === "strong_close") strong = child.type === "strong_open";
    if (child.type === "em_open" || child.type === "em_close") stress = child.type === "em_open";
    if (child.type === "link_open") href = String(child.attrGet("href") ?? "");
    if (child.type === "link_close") href = "";
    const text = child.type === "softbreak" || child.type === "hardbreak" ? " " : child.content;
    if (text === "") return [];
    return [
      { text, ...(strong ? { strong } : {}), ...(stress ? { stress } : {}), ...(href ? { href } : {}) },
    ];
  });
};

/** Markdown as pieces: paragraphs, lists and headings with strong words, stress and links; whatever else is text. */
export const piecesOf = (markdown: string): readonly Piece[] => {
  const tokens = reader.parse(markdown, {});
  const pieces: Piece[] = [];
  let list: { ordered: boolean; items: Span[][] } | undefined;
  tokens.forEach((token, index) => {
    if (token.type === "bullet_list_open" || token.type === "ordered_list_open")
      list ??= { ordered: token.type === "ordered_list_open", items: [] };
    if (token.type.endsWith("_list_close") && token.level === 0 && list) {
      pieces.push({ is: "list", ...list });
      list = undefined;
    }
    if (token.type !== "inline") return;
    const spans = spansOf(token);
    if (list) list.items.push(spans);
    else pieces.push({ is: tokens[index - 1]?.type === "heading_open" ? "heading" : "paragraph", spans });
  });
  return pieces;
};
