import createMarkdown, { type RendererRule, type Token } from "markdown-it";

const letter = /\p{L}/u;

/** "Besucher*innen": a star between two letters is a letter itself and stresses nothing. */
export const keepStarsInWords = (reader: ReturnType<typeof createMarkdown>): void => {
  reader.inline.ruler.before("emphasis", "star_in_word", (state, silent) => {
    const { src, pos } = state;
    const isInWord = letter.test(src[pos - 1] ?? "") && letter.test(src[pos + 1] ?? "");
    if (src[pos] !== "*" || !isInWord) return false;
    if (!silent) state.pending += "*";
    state.pos += 1;
    return true;
  });
};

// `html: false` writes every tag as text: nobody brings markup of their own into a page.
const markdown = createMarkdown({ html: false, linkify: false, typographer: true, quotes: "„“‚‘" });
keepStarsInWords(markdown);

const schemes = /^(?:https?:\/\/[^\s/]|mailto:[^\s]|tel:[+0-9])/iu;
const own = /^(?:\/(?![/\\])|#)/u;
const controls = /[\p{Cc}\\]/u;

// A picture from elsewhere would tell a stranger who reads our pages.
const picture = /^\/dateien\/[0-9a-f-]{36}$/u;

// Asked of links and pictures alike; pictures are sorted out once more when they are drawn.
markdown.validateLink = (address) => !controls.test(address) && (own.test(address) || schemes.test(address));

const isForeign = (address: string): boolean => /^https?:/iu.test(address);

const openLink: RendererRule = (tokens, index, options, _, renderer) => {
  const token = tokens[index];
  const address = String(token?.attrGet("href") ?? "");
  if (token && isForeign(address)) {
    token.attrSet("rel", "noopener noreferrer external");
    token.attrSet("class", "al-external");
  }
  return renderer.renderToken(tokens, index, options);
};

const drawPicture: RendererRule = (tokens, index, options, environment, renderer) => {
  const token = tokens[index];
  if (!token) return "";
  const words = renderer.renderInlineAsText(token.children ?? [], options, environment);
  const address = String(token.attrGet("src") ?? "");
  if (!picture.test(address)) return markdown.utils.escapeHtml(words);
  return `<img src="${address}" alt="${markdown.utils.escapeHtml(words)}" loading="lazy">`;
};

markdown.renderer.rules["link_open"] = openLink;
markdown.renderer.rules["image"] = drawPicture;
// A table that scrolls must be reachable by keyboard (WCAG 2.1.1).
markdown.renderer.rules["table_open"] = () =>
  '<div class="al-scroll" role="group" tabindex="0"><table class="al-table">\n';
markdown.renderer.rules["table_close"] = () => "</table></div>\n";

/** A right or centered column says so with a class: inline styles are forbidden by our pages. */
const cell: RendererRule = (tokens, index, options, _, renderer) => {
  const token = tokens[index];
  const aligned = /right/u.test(String(token?.attrGet("style") ?? ""));
  if (token) token.attrs = token.tag === "th" ? [["scope", "col"]] : [];
  if (aligned) token?.attrSet("class", "al-number");
  return renderer.renderToken(tokens, index, options);
};
markdown.renderer.rules["th_open"] = cell;
markdown.renderer.rules["td_open"] = cell;

// The page has its own h1, and nobody skips a level: the first heading is `from`, the others follow it.
const shiftHeadings = (tokens: readonly Token[], from: number): void => {
  const headings = tokens.filter(({ type }) => type === "heading_open" || type === "heading_close");
  const used = [...new Set(headings.map(({ tag }) => tag))].sort();
  for (const token of headings) token.tag = `h${Math.min(6, from + used.indexOf(token.tag))}`;
};

/**
 * Safe HTML of what somebody wrote in Markdown. Headings begin at `from` (2 below the title of a page, 3 in a list);
 * links lead to our own pages, to http(s), mailto or tel; pictures come from our own files only.
 */
export const renderMarkdown = (text: string, from: 2 | 3 = 2): string => {
  const environment = {};
  const tokens = markdown.parse(text, environment);
  shiftHeadings(tokens, from);
  return markdown.renderer.render(tokens, markdown.options, environment);
};

const wordsOf = (tokens: readonly Token[]): string =>
  tokens
    .map((token) => {
      if (token.type === "softbreak" || token.type === "hardbreak") return " ";
      if (token.children) return wordsOf(token.children);
      return token.type === "text" || token.type === "code_inline" ? token.content : "";
    })
    .join("");

/** The words alone, a line per paragraph: for feeds, calendars and search results. */
export const plainWords = (text: string): string =>
  markdown
    .parse(text, {})
    .flatMap((token) =>
      token.type === "inline" ? [wordsOf(token.children ?? [])] : token.content ? [token.content.trim()] : [],
    )
    .join("\n");

/** The first words of a text, cut between two words. */
export const excerpt = (text: string, length = 160): string => {
  const words = plainWords(text).replace(/\s+/gu, " ").trim();
  if (words.length <= length) return words;
  const cut = words.slice(0, length).lastIndexOf(" ");
  return `${words.slice(0, cut > 0 ? cut : length).replace(/[\s,;:.–-]+$/u, "")} …`;
};

const marks = /[\\`*_[\]<>#|~]/gu;
const lineMarks = /^(\s*)([-+=]|\d+(?=[.)]))/gmu;
const webLink = /(https?:\/\/[^\s<>()]+[^\s<>().,;:!?"'])/u;

/** Foreign words as Markdown that shows just these words; web addresses become links. */
export const asMarkdown = (text: string): string =>
  text
    .split(webLink)
    .map((piece, index) =>
      index % 2 === 1
        ? `<${piece}>`
        : piece
            .replace(marks, "\\$&")
            .replace(lineMarks, (_, blank: string, mark: string) =>
              /\d/u.test(mark) ? `${blank}${mark}\\` : `${blank}\\${mark}`,
            ),
    )
    .join("");
